"""Writes the generated parts of the documents from the code, or says where they differ.

Run as `python -m tools.generated_docs` to write, with `--check` to compare.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from cogapp import Cog

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (ROOT / "docs" / "reference.md", ROOT / "docs" / "how-to" / "compare-names.md")

#: Every environment variable, with its default and what it does. A test holds this list against the code.
SETTINGS: tuple[tuple[str, str, str], ...] = (
    ("NOHARBOR_DATABASE", "embedded SQLite", "postgresql://user:password@host:port/name"),
    ("NOHARBOR_DEBUG", "off", "1 shows errors in full; never on a node that others reach"),
    ("NOHARBOR_HOME", "node-data", "folder with all a node owns: database, sealed sources, secret"),
    ("NOHARBOR_HOSTS", "127.0.0.1,localhost", "names the desk answers to, separated by commas"),
    ("NOHARBOR_HTTPS", "off", "1 when the desk is reached over HTTPS only"),
    ("NOHARBOR_IDLE_MINUTES", "60", "minutes without a request after which a desk closes itself"),
    ("NOHARBOR_LOG", "WARNING", "how much is logged: DEBUG, INFO, WARNING, ERROR"),
    ("NOHARBOR_MAX_FILE_MB", "100", "largest file that is taken in, in megabytes"),
    ("NOHARBOR_MODEL_ENDPOINT", "off", "base address of an OpenAI-compatible endpoint that reads beside the rules"),
    ("NOHARBOR_MODEL_KEY", "none", "bearer token for that endpoint"),
    ("NOHARBOR_MODEL_NAME", "none", "name of the model there"),
    ("NOHARBOR_NAME", "This node", "what the desk calls this node, in its head and at sign-in"),
    ("NOHARBOR_PASSWORD", "asked for", "password for `noharbor member add`, where nobody can type it"),
    ("NOHARBOR_SECRET", "made at first start", "the node's secret, where it must not lie in its folder"),
)


def table(heads: Iterable[str], rows: Iterable[Iterable[object]]) -> str:
    """Return a Markdown table."""
    heads = list(heads)
    lines = [heads, ["---"] * len(heads), *([str(cell) for cell in row] for row in rows)]
    return "".join("| " + " | ".join(cells) + " |\n" for cells in lines)


def settings_table() -> str:
    """Environment variables."""
    return table(
        ("Variable", "Without it", "What it does"), ((f"`{name}`", default, what) for name, default, what in SETTINGS)
    )


def permissions_table() -> str:
    """Permissions."""
    from noharbor.record.access.vocabulary import Permission

    return table(("Permission", "Leave to"), ((f"`{one.value}`", one.label) for one in Permission))


def verbs_table() -> str:
    """Audit verbs."""
    from noharbor.record.audit.vocabulary import Verb

    return table(("Verb", "What happened"), ((f"`{one.value}`", one.label) for one in Verb))


def engines_table() -> str:
    """Engines and the languages they read. Versions change with the tables, so they are not printed here."""
    from noharbor.record.reading.engines import ENGINES

    rows = (
        (f"`{one.name}`", ", ".join(one.versions()) or "off by default", (one.__doc__ or "").split("\n")[0])
        for one in ENGINES
    )
    return table(("Engine", "Languages", "What it does"), rows)


def formats_table() -> str:
    """File formats."""
    from noharbor.record.intake.formats import FORMATS

    rows = ((f"`{one.kind}`", ", ".join(one.extensions), one.extractor) for one in FORMATS)
    return table(("Kind", "Usual extensions", "Read with"), rows)


def pages_table() -> str:
    """Pages of the desk."""
    from noharbor.desk.pages import PAGES

    return table(("Page", "Address"), ((f"`{page.name}`", f"`/{page.path}`") for page in PAGES))


#: Names compared in docs/how-to/compare-names.md: invented people, and public office holders.
NAMES: tuple[tuple[str, str], ...] = (
    ("မင်းအောင်လှိုင်", "Senior General Min Aung Hlaing"),
    ("အောင်ကျော်မိုး", "U Aung Kyo Moe"),
    ("อนุทิน ชาญวีรกูล", "Anutin Charnvirakul"),
    ("ສອນໄຊ ສີພັນດອນ", "Sonexay Siphandone"),
    ("ສອນໄຊ ສີພັນດອນ", "สอนไซ สีพันดอน"),
    ("ហ៊ុន ម៉ាណែត", "Hun Manet"),
    ("Phạm Minh Chính", "PHAM MINH CHINH"),
    ("陳大文", "Chan Tai Man"),
    ("陳大文", "陈大文"),
    ("王毅", "Wang Yi"),
    ("王伟", "Wang Wei"),
    ("王伟", "汪伟"),
    ("张伟", "章伟"),
    ("김민준", "Kim Min-jun"),
    ("김민준", "金民俊"),
    ("鈴木一郎", "Suzuki Ichiro"),
    ("Zaw Min", "Zaw Min Tun"),
    ("Zaw Min Tun", "John Smith"),
)


def names_table() -> str:
    """Names compared, with what is proposed and why."""
    from noharbor.science.names.comparison import compare
    from noharbor.science.names.reasons import PROPOSAL_NAMES

    found = [compare(one, other) for one, other in NAMES]
    rows = ((one.one, one.other, PROPOSAL_NAMES[one.proposal], one.reason) for one in found)
    return table(("One", "Another", "Proposed", "Why"), rows)


def levels_table() -> str:
    """Levels of evidence, the strongest first."""
    from noharbor.science.names.evidence import Level
    from noharbor.science.names.reasons import LEVEL_NAMES

    return table(("Level", "In words"), ((f"`{level.name}`", LEVEL_NAMES[level]) for level in reversed(Level)))


def contracts_list() -> str:
    """Import contracts of pyproject.toml."""
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    return "".join(f"- {contract['name']}\n" for contract in contracts)


def main() -> None:
    """Write, or compare with `--check`."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "noharbor.node.settings")
    import django

    django.setup()
    cog = Cog()
    cog.options.verbosity = 0
    for document in DOCUMENTS:
        before = document.read_text("utf-8")
        after = cog.process_string(before, str(document))
        if "--check" in sys.argv and before != after:
            sys.exit(f"{document.relative_to(ROOT)} is not what the code says. Run `make fix` and commit it.")
        document.write_text(after, "utf-8")


if __name__ == "__main__":
    main()
