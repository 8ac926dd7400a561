"""Hashes of transactions: 64 hexadecimal digits in small letters, without "0x"; Solana's signatures in base58.

The chain is told by the address of a block explorer around the hash, by "0x" (Ethereum and the chains built alike), or
by the form (Solana). Bitcoin and Tron write theirs alike: the service is "" there. No checksum exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from noharbor.science.identifiers.finding import found, pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.wallets.base58 import base58_bytes
from noharbor.science.identifiers.written import typed

#: Words in the addresses of explorers and in what people write beside a hash, and the chain they name; first wins.
_CHAINS = (
    ("tronscan", "tron"), ("trc20", "tron"), ("trc-20", "tron"), ("tron", "tron"), ("etherscan", "ethereum"),
    ("erc20", "ethereum"), ("erc-20", "ethereum"), ("bscscan", "bnb"), ("bep20", "bnb"), ("bep-20", "bnb"),
    ("polygonscan", "polygon"), ("arbiscan", "arbitrum"), ("solscan", "solana"), ("solana", "solana"),
    ("litecoin", "litecoin"), ("dogecoin", "dogecoin"), ("mempool.space", "bitcoin"), ("blockstream", "bitcoin"),
    ("ethereum", "ethereum"), ("bitcoin", "bitcoin"), ("btc", "bitcoin"),
)  # fmt: skip
_HEX = re.compile(r"(?<![0-9A-Za-z])(0x)?([0-9a-f]{64})(?![0-9A-Za-z])", re.IGNORECASE | re.ASCII)
_SIGNATURE = re.compile(r"(?<![0-9A-Za-z])[1-9A-HJ-NP-Za-km-z]{86,88}(?![0-9A-Za-z])", re.ASCII)
_SIGNATURE_BYTES = 64
_LABELS = ("txid", "tx hash", "txhash", "transaction hash", "transaction id", "hash", "交易哈希", "交易哈希值", "哈希")
#: An explorer's address, as far as it may go before the hash.
_ADDRESS = r"(?:https?://)?(?:[a-z0-9.\-]{4,60}/(?:\#/)?(?:[a-z0-9\-]{2,20}/){1,3})?"
_PATTERN = pattern_of(
    rf"{_ADDRESS}(?:(?:0x)?[0-9a-f]{{64}}|[1-9A-HJ-NP-Za-km-z]{{86,88}})", _LABELS, edge="A-Za-z0-9/."
)


class TransactionHash:
    """Reads hashes of transactions."""

    kind = IdentifierKind.TRANSACTION_HASH

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a hash, alone or in the address of a block explorer; the region plays no part."""
        written = typed(text)
        around = written.lower()
        chain = next((chain for word, chain in _CHAINS if word in around), "")
        form = _HEX.search(written)
        if form is not None:
            return Identifier(self.kind, form[2].lower(), service=chain or ("ethereum" if form[1] else ""))
        signature = _SIGNATURE.search(written)
        if signature is not None and len(base58_bytes(signature.group()) or b"") == _SIGNATURE_BYTES:
            return Identifier(self.kind, signature.group(), service="solana")
        return None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced hashes, those in explorers' addresses, and those whose form tells their chain."""
        return found(self, _PATTERN, text, region, alone=lambda identifier: bool(identifier.service))


TRANSACTION_HASH = TransactionHash()
