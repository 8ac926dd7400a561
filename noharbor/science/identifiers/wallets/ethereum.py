"""Addresses of Ethereum and the chains built alike (BNB Smart Chain, Polygon, Arbitrum): one address on all of them.

Forty hexadecimal digits behind "0x", in the mixed case of EIP-55, which is computed where the text has one case only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from noharbor.science.identifiers.finding import always, found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.wallets.keccak import keccak_256
from noharbor.science.identifiers.written import typed

_FORM = re.compile(r"(?<![0-9A-Za-z])0x([0-9a-f]{40})(?![0-9A-Za-z])", re.IGNORECASE | re.ASCII)
_WORDS = ("ETH", "ERC20", "ERC-20", "BEP20", "BEP-20", "BSC", "BNB", "ethereum", "以太坊")
_PATTERN = pattern_of(r"0x[0-9a-f]{40}", (*_WORDS, "address", "wallet"))


class Ethereum:
    """Reads Ethereum's addresses."""

    kind = IdentifierKind.WALLET
    name = "ethereum"

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an address; the region plays no part.

        Returns:
            The address in the case of EIP-55. `checked` is False where the text has mixed case of its own, None where
            it has one case only, which no wallet shows and many databases do.
        """
        form = _FORM.search(typed(text))
        if form is None:
            return None
        letters = form[1]
        value = in_mixed_case(letters)
        in_one_case = letters in {letters.lower(), letters.upper()}
        checked = True if letters == value else None if in_one_case else False
        return Identifier(self.kind, "0x" + value, service=self.name, checked=checked)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find addresses: nothing else is 40 hexadecimal digits behind 0x."""
        return found(self, _PATTERN, text, region, alone=always)


def in_mixed_case(digits: str) -> str:
    """Write hexadecimal digits by EIP-55: a letter is a capital where the hash of the small letters has 8 or more."""
    small = digits.lower()
    hashed = keccak_256(small.encode()).hex()
    return "".join(sign.upper() if int(mark, 16) >= 8 else sign for sign, mark in zip(small, hashed, strict=False))


ETHEREUM = Ethereum()
