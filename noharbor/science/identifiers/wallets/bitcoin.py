"""Bitcoin's addresses, and those of the two chains that took over its forms.

Base58check with a version byte (Bitcoin wiki, "List of address prefixes"): as written, for capitals matter. Bech32 and
bech32m (BIP 173, BIP 350; SLIP-0173 lists the prefixes): small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.wallets import bech32
from noharbor.science.identifiers.wallets.base58 import base58_bytes, checksum_is_right
from noharbor.science.identifiers.written import typed

_PAYLOAD = 25
_BASE58 = "[1-9A-HJ-NP-Za-km-z]"


@dataclass(frozen=True)
class ChainLikeBitcoin:
    """Reads addresses of one chain of Bitcoin's kind.

    Attributes:
        name: The chain, in small letters.
        first: What its base58check addresses begin with.
        versions: The version bytes they hold.
        prefix: The human-readable part of its bech32 addresses; "" where it has none.
        words: What announces them.
    """

    name: str
    first: str
    versions: tuple[int, ...]
    prefix: str
    words: tuple[str, ...]
    kind: IdentifierKind = IdentifierKind.WALLET

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an address; the region plays no part."""
        words = re.split(r"[\s:?/]+", typed(text))
        return next((wallet for word in words if (wallet := self._of(word))), None)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find addresses with a right checksum, and announced ones with any."""
        shape = rf"(?:{self.prefix}1[02-9ac-hj-np-z]{{8,87}}|[{self.first}]{_BASE58}{{24,34}})"
        return found(self, pattern_of(shape, self.words), text, region)

    def _of(self, word: str) -> Identifier | None:
        small = word.lower()
        if self.prefix and word in {small, word.upper()} and bech32.has_form(small, self.prefix):
            right = bech32.checksum_is_right(small, self.prefix)
            return Identifier(self.kind, small, service=self.name, checked=right)
        content = base58_bytes(word) if 26 <= len(word) <= 35 and word[0] in self.first else None
        if content is None or len(content) != _PAYLOAD or content[0] not in self.versions:
            return None
        return Identifier(self.kind, word, service=self.name, checked=checksum_is_right(content))


BITCOIN = ChainLikeBitcoin(
    "bitcoin", "13", (0x00, 0x05), "bc", ("BTC", "bitcoin", "BTC address", "bitcoin address", "比特币")
)
#: Litecoin's 3… are left to Bitcoin, whose they cannot be told from.
LITECOIN = ChainLikeBitcoin("litecoin", "LM", (0x30, 0x32), "ltc", ("LTC", "litecoin", "莱特币"))
DOGECOIN = ChainLikeBitcoin("dogecoin", "DA9", (0x1E, 0x16), "", ("DOGE", "dogecoin", "狗狗币"))
