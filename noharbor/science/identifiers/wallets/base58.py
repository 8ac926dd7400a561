"""Base58 and base58check, as Bitcoin's first addresses have them and Tron and others after it."""

from __future__ import annotations

from hashlib import sha256

ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
#: Nothing of ours is longer, and the sum below grows with the square of the length.
_LONGEST = 100


def base58_bytes(text: str) -> bytes | None:
    """The bytes that base58 writes; None for other letters and for more than 100 of them."""
    if len(text) > _LONGEST or any(sign not in _VALUES for sign in text):
        return None
    number = 0
    for sign in text:
        number = number * 58 + _VALUES[sign]
    zeros = len(text) - len(text.lstrip("1"))
    return bytes(zeros) + number.to_bytes((number.bit_length() + 7) // 8, "big")


def base58_text(content: bytes) -> str:
    """Write bytes in base58."""
    number, signs = int.from_bytes(content, "big"), []
    while number:
        number, rest = divmod(number, 58)
        signs.append(ALPHABET[rest])
    return "1" * (len(content) - len(content.lstrip(b"\0"))) + "".join(reversed(signs))


def with_checksum(content: bytes) -> bytes:
    """Put behind bytes the first four of their double SHA-256."""
    return content + sha256(sha256(content).digest()).digest()[:4]


def checksum_is_right(content: bytes) -> bool:
    """Whether bytes end with the first four of the double SHA-256 of those before."""
    return len(content) > 4 and with_checksum(content[:-4]) == content
