"""Wallets and transactions: each chain's checksum. Addresses are printed in the standards, or made of plain bytes."""

from __future__ import annotations

import pytest

from noharbor.science.identifiers.transaction_hash import TRANSACTION_HASH
from noharbor.science.identifiers.wallet import WALLET
from noharbor.science.identifiers.wallets.base58 import base58_bytes, base58_text, with_checksum
from noharbor.science.identifiers.wallets.keccak import keccak_256

TRON = "TA4Y62o6YC2Zsck9rZVGTvqW1AQ7X9zTnj"


@pytest.mark.parametrize(
    ("address", "chain"),
    [
        ("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", "bitcoin"),
        ("3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy", "bitcoin"),
        ("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4", "bitcoin"),
        ("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", "bitcoin"),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "ethereum"),
        ("0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359", "ethereum"),
        (TRON, "tron"),
        (base58_text(with_checksum(b"\x30" + bytes(range(20)))), "litecoin"),
        (base58_text(with_checksum(b"\x1e" + bytes(range(20)))), "dogecoin"),
    ],
)
def test_a_right_address_is_of_its_chain_and_a_slip_is_told(address: str, chain: str):
    wallet = WALLET.read(address)
    assert wallet is not None
    assert (wallet.value, wallet.service, wallet.checked) == (address, chain, True)
    slipped = WALLET.read(address[:-1] + ("2" if address[-1] != "2" else "3"))
    assert slipped is None or slipped.checked is False


def test_bech32_is_read_in_capitals_and_not_in_both_cases():
    assert WALLET.read("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4") == WALLET.read(
        "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4"
    )
    assert WALLET.read("bc1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4") is None


def test_a_later_version_with_the_first_ones_checksum_is_wrong():
    # The first invalid address in BIP 350: bech32 where bech32m should stand.
    wallet = WALLET.read("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqh2y7hd")
    assert wallet is not None
    assert wallet.checked is False


def test_ethereum_in_one_case_is_written_in_its_own_and_not_checked():
    small = WALLET.read("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed")
    assert small is not None
    assert (small.value, small.checked) == ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", None)
    mixed = WALLET.read("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")
    assert mixed is not None
    assert (mixed.value, mixed.checked) == (small.value, False)


def test_tron_in_hexadecimal_is_the_same_wallet():
    content = base58_bytes(TRON)
    assert content is not None
    wallet = WALLET.read(content[:-4].hex())
    assert wallet is not None
    assert (wallet.value, wallet.service, wallet.checked) == (TRON, "tron", None)


def test_keccak_is_not_sha3():
    assert keccak_256(b"").hex() == "c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"


def test_a_wrong_address_is_found_only_where_a_word_announces_it():
    wrong = TRON[:-1] + "k"
    assert [wallet.checked for _, _, wallet in WALLET.find(f"USDT: {wrong}")] == [False]
    assert not list(WALLET.find(f"we saw {wrong} there"))


@pytest.mark.parametrize(
    ("written", "chain"),
    [
        ("{}", ""),
        ("0x{}", "ethereum"),
        ("https://etherscan.io/tx/0x{}", "ethereum"),
        ("https://bscscan.com/tx/0x{}", "bnb"),
        ("https://tronscan.org/#/transaction/{}", "tron"),
        ("https://mempool.space/tx/{}", "bitcoin"),
        ("TRC20 {}", "tron"),
    ],
)
def test_a_hash_is_of_the_chain_that_its_surroundings_tell(written: str, chain: str):
    read = TRANSACTION_HASH.read(written.format("0c" * 32))
    assert read is not None
    assert (read.value, read.service) == ("0c" * 32, chain)


def test_a_hash_that_nothing_announces_may_be_that_of_a_file():
    assert not list(TRANSACTION_HASH.find(f"sha256 {'0c' * 32}"))
