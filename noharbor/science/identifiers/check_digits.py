"""Check digits that several kinds of identifier share, each by its public rule."""

from __future__ import annotations

from collections.abc import Sequence


def luhn_is_right(digits: str) -> bool:
    """Whether the last digit is right by ISO/IEC 7812-1, annex B: cards, IMEI, ICCID.

    Args:
        digits: ASCII digits, at least one.
    """
    return luhn_digit(digits[:-1]) == digits[-1]


def luhn_digit(digits: str) -> str:
    """The digit that belongs behind these digits by ISO/IEC 7812-1, annex B."""
    doubled = (2 * int(digit) for digit in reversed(digits[-1::-2]))
    total = sum(value - 9 if value > 9 else value for value in doubled) + sum(map(int, digits[-2::-2]))
    return str(-total % 10)


def verhoeff_is_right(digits: str) -> bool:
    """Whether the last digit is right by Verhoeff's rule (1969): India's Aadhaar.

    Args:
        digits: ASCII digits, at least one.
    """
    left = 0
    for place, digit in enumerate(reversed(digits)):
        left = _turned_or_mirrored(left, _permuted(int(digit), place % 8))
    return left == 0


def _turned_or_mirrored(left: int, right: int) -> int:
    """One step in the group of a pentagon's five turns (0 to 4) and five mirrorings (5 to 9)."""
    if left < 5:
        return (left + right) % 5 if right < 5 else (left + right) % 5 + 5
    return (left - right) % 5 + 5 if right < 5 else (left - right) % 5


def _permuted(digit: int, times: int) -> int:
    for _ in range(times):
        digit = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[digit]
    return digit


def weighted(digits: str, weights: Sequence[int]) -> int:
    """The sum of digits, each times its weight; digits beyond the weights do not count."""
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


def icao_digit(field: str) -> str:
    """The check digit of a field of a machine-readable zone by ICAO 9303-3, part 4.9: weights 7, 3, 1.

    Args:
        field: Capitals, digits and "<", which counts 0 as does any other sign.
    """
    values = (0 if sign == "<" else int(sign, 36) if sign.isascii() and sign.isalnum() else 0 for sign in field)
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)
