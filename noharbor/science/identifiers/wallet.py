"""Addresses of wallets of any chain, in the form of their chain; the chain is the service."""

from __future__ import annotations

from collections.abc import Iterator

from noharbor.science.identifiers.finding import in_order
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind, Member
from noharbor.science.identifiers.wallets.bitcoin import BITCOIN, DOGECOIN, LITECOIN
from noharbor.science.identifiers.wallets.ethereum import ETHEREUM
from noharbor.science.identifiers.wallets.tron import TRON

#: Every chain known here, alphabetical.
CHAINS: tuple[Member, ...] = (BITCOIN, DOGECOIN, ETHEREUM, LITECOIN, TRON)


class Wallet:
    """Reads addresses of wallets."""

    kind = IdentifierKind.WALLET

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read an address of any chain: one whose checksum is right before one that has none, that before a wrong."""
        wallets = [wallet for chain in CHAINS if (wallet := chain.read(text, region))]
        return min(wallets, key=lambda wallet: (True, None, False).index(wallet.checked), default=None)

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find addresses with a right checksum, and announced ones with any."""
        return in_order(*(chain.find(text, region) for chain in CHAINS))


WALLET = Wallet()
