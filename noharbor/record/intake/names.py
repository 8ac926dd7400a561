"""Names of files, made safe to show. A name never opens anything: bytes are found by their SHA-256. No Django."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

#: What a person may double-click and regret. A file that bears one of these names is refused, whatever it holds.
PROGRAM_EXTENSIONS = frozenset((
    ".apk", ".app", ".bat", ".cmd", ".com", ".cpl", ".dll", ".dmg", ".elf", ".exe", ".hta", ".iso", ".jar", ".js",
    ".jse", ".lnk", ".msi", ".pif", ".ps1", ".py", ".reg", ".scr", ".sh", ".so", ".vbe", ".vbs", ".wsf",
))  # fmt: skip
MACRO_EXTENSIONS = frozenset((".docm", ".dotm", ".pptm", ".xlam", ".xlsb", ".xlsm", ".xltm"))

MAX_NAME_CHARACTERS = 200


def clean_name(name: str) -> str:
    """Make a file's name fit to show: the last part of a path, without control, bidi or invisible characters.

    Args:
        name: Whatever the sender called it.

    Returns:
        At most 200 characters, never empty; the extension survives the cut.
    """
    last = name.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
    shown = unicodedata.normalize("NFC", "".join(char for char in last if not _is_hidden(char)))
    shown = " ".join(shown.split()).lstrip(".").strip()
    if len(shown) > MAX_NAME_CHARACTERS:
        extension = extension_of(shown)
        shown = shown[: MAX_NAME_CHARACTERS - len(extension) - 1].rstrip() + "…" + extension
    return shown or "unnamed"


def has_hidden_characters(name: str) -> bool:
    """Whether a name holds characters that do not show, such as the one that turns the writing direction."""
    return any(_is_hidden(char) for char in name)


def extension_of(name: str) -> str:
    """The extension of a cleaned name, lower case with its dot; empty when there is none worth the word."""
    extension = PurePosixPath(name).suffix.lower()
    return extension if 1 < len(extension) <= 10 else ""


def _is_hidden(char: str) -> bool:
    # Cf are the invisible format characters (bidi marks among them), Cc the controls, Cs broken halves of characters.
    # The zero-width joiners stay out of names too: Burmese and Khmer names read the same without them.
    return unicodedata.category(char) in {"Cc", "Cf", "Cn", "Co", "Cs"} or char in "\u2028\u2029"
