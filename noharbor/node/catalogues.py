"""Compiles the catalogues of the interface's words at set-up: `python -m noharbor.node.catalogues`.

Compiled catalogues are made, not kept; Debian's gettext is not needed.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).resolve().parent.parent / "desk" / "locale"


def compile_catalogues() -> list[Path]:
    """Write a .mo beside every .po; return those written."""
    written = []
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/django.po")):
        with path.open("rb") as file:
            catalogue = read_po(file)
        target = path.with_suffix(".mo")
        # Put in place whole: another process may be reading it.
        with tempfile.NamedTemporaryFile(dir=target.parent, suffix=".mo", delete=False) as made:
            write_mo(made, catalogue)
        Path(made.name).chmod(0o644)
        Path(made.name).replace(target)
        written.append(target)
    return written


if __name__ == "__main__":
    compile_catalogues()
