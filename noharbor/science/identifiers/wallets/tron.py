"""Tron's addresses: base58check of 0x41 and twenty bytes, as written, for capitals matter.

Rule: Tron developer documentation, "Account". Nodes also write the same bytes as 42 hexadecimal digits from 41 on;
they are turned into base58 here, and have no checksum of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.wallets.base58 import base58_bytes, base58_text, checksum_is_right, with_checksum
from noharbor.science.identifiers.written import typed

_PAYLOAD, _VERSION = 25, 0x41
_BASE58 = re.compile(r"(?<![0-9A-Za-z])T[1-9A-HJ-NP-Za-km-z]{33}(?![0-9A-Za-z])", re.ASCII)
_HEX = re.compile(r"(?<![0-9A-Za-z])(?:0x)?(41[0-9a-f]{40})(?![0-9A-Za-z])", re.IGNORECASE | re.ASCII)
_WORDS = ("TRON", "TRX", "TRC20", "TRC-20", "USDT", "USDT TRC20", "USDT-TRC20", "波场", "泰达币", "ยูเอสดีที")
_PATTERN = pattern_of(r"T[1-9A-HJ-NP-Za-km-z]{33}", (*_WORDS, "address", "wallet", "钱包", "地址"))


class Tron:
    """Reads Tron's addresses."""

    kind = IdentifierKind.WALLET
    name = "tron"

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an address; the region plays no part."""
        written = typed(text)
        form = _BASE58.search(written)
        if form is not None:
            content = base58_bytes(form.group()) or b""
            if len(content) != _PAYLOAD or content[0] != _VERSION:
                return None
            return Identifier(self.kind, form.group(), service=self.name, checked=checksum_is_right(content))
        digits = _HEX.search(written)
        if digits is None:
            return None
        address = base58_text(with_checksum(bytes.fromhex(digits[1])))
        return Identifier(self.kind, address, service=self.name)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find addresses with a right checksum, and announced ones with any."""
        return found(self, _PATTERN, text, region)


TRON = Tron()
