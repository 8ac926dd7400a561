"""Bech32 and bech32m, Bitcoin's later addresses: BIP 173 and BIP 350, with their own names for the steps."""

from __future__ import annotations

_CHARSET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_VALUES = {sign: value for value, sign in enumerate(_CHARSET)}
_GENERATOR = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)
#: What the checksum leaves: by BIP 173 for witness version 0, by BIP 350 for those after.
_BECH32, _BECH32M = 1, 0x2BC830A3
#: Bytes a witness program may have, and those version 0 may have.
_PROGRAM_BYTES, _PROGRAM_BYTES_FIRST = range(2, 41), (20, 32)


def has_form(address: str, prefix: str) -> bool:
    """Whether a small-letter address has the letters and the length of one with this human-readable part."""
    data = address.removeprefix(prefix + "1")
    return data != address and len(data) >= 8 and len(address) <= 90 and all(sign in _VALUES for sign in data)


def checksum_is_right(address: str, prefix: str) -> bool:
    """Whether a small-letter address of right form is one: checksum by its version, program of a length allowed.

    Args:
        address: As `has_form` accepts it.
        prefix: Its human-readable part, such as "bc".
    """
    values = [_VALUES[sign] for sign in address[len(prefix) + 1 :]]
    version, bits = values[0], 5 * (len(values) - 7)
    spread = [ord(sign) >> 5 for sign in prefix] + [0] + [ord(sign) & 31 for sign in prefix]
    if _polymod(spread + values) != (_BECH32M if version else _BECH32) or version > 16:
        return False
    padding = values[-7] & ((1 << bits % 8) - 1) if bits else 0
    program = bits // 8
    return not padding and bits % 8 < 5 and program in (_PROGRAM_BYTES if version else _PROGRAM_BYTES_FIRST)


def _polymod(values: list[int]) -> int:
    check = 1
    for value in values:
        top = check >> 25
        check = (check & 0x1FFFFFF) << 5 ^ value
        for place, generator in enumerate(_GENERATOR):
            check ^= generator if (top >> place) & 1 else 0
    return check
