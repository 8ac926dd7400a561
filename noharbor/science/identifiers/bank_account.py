"""Bank accounts: digits alone; with the bank and its country where the text says them.

Accounts of most banks have no check digit that is public. Chinese accounts are known by the number of their card, which
has one (ISO/IEC 7812-1, annex B); so has every payment card.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from noharbor.science.identifiers.banks import BANKS, Bank
from noharbor.science.identifiers.check_digits import luhn_is_right
from noharbor.science.identifiers.finding import pattern_of
from noharbor.science.identifiers.identifier import Identifier, IdentifierKind
from noharbor.science.identifiers.written import Written, digits_of, typed

_FEWEST, _MOST = 6, 20
_SHAPE = r"\d{1,19}(?:[ \-]\d{1,12}){0,6}"
_STRETCH = re.compile(rf"(?<![A-Za-z0-9]){_SHAPE}(?![A-Za-z0-9])", re.ASCII)
#: China UnionPay's cards; sixteen to nineteen digits.
_UNION_PAY = re.compile(r"62\d{14,17}", re.ASCII)
_WORDS = (
    "account", "account number", "account no", "acct", "acc", "A/C", "a/c no", "bank account", "card number",
    "账号", "帳號", "账户", "賬戶", "银行卡", "银行卡号", "銀行帳號", "卡号", "卡號",
    "บัญชี", "เลขบัญชี", "เลขที่บัญชี", "บัญชีเลขที่", "หมายเลขบัญชี", "ເລກບັນຊີ", "ບັນຊີ", "ဘဏ်အကောင့်", "ဘဏ်စာရင်း", "စာရင်းအမှတ်",
    "အကောင့်နံပါတ်", "លេខគណនី", "គណនី", "số tài khoản", "tài khoản", "STK", "nomor rekening", "rekening", "계좌번호",
)  # fmt: skip
_BY_WORD: dict[str, Bank] = {word.casefold(): bank for bank in BANKS for word in bank.words}
_BANK = re.compile(
    "|".join(
        rf"(?<![A-Za-z]){re.escape(word)}(?![A-Za-z])" if word.isascii() else re.escape(word)
        for word in sorted(_BY_WORD, key=len, reverse=True)
    ),
    re.IGNORECASE,
)
_PATTERN = pattern_of(_SHAPE, (*_WORDS, *(word for bank in BANKS for word in bank.words)))
#: How far before an account, or behind it, the name of its bank may stand.
_NEAR = 60
#: Another account, behind which another bank is named.
_LONG_NUMBER = re.compile(r"\d{5}", re.ASCII)


class BankAccount:
    """Reads bank accounts and payment cards."""

    kind = IdentifierKind.BANK_ACCOUNT

    def read(self, text: str, region: str = "") -> Identifier | None:
        """Read a bank account.

        Args:
            text: The number, with or without the name of the bank.
            region: The state whose bank it is where the text names none.

        Returns:
            Six to twenty digits, with bank and country where a bank is named, and the country alone where the region is
            known. None where no stretch has so many digits.
        """
        written = typed(text)
        banks = _named(written)
        for stretch in _STRETCH.finditer(written):
            account = self._of(stretch.group(), banks, region)
            if account is not None:
                return account
        return None

    def find(self, text: str, region: str = "") -> Iterator[tuple[int, int, Identifier]]:
        """Find announced accounts, those behind the name of a bank, and UnionPay's cards that check."""
        written, last = Written(text), 0
        for match in _PATTERN.finditer(written.plain):
            start, end = match.span("value")
            before = written.plain[max(last, start - _NEAR) : start]
            behind = _LONG_NUMBER.split(written.plain[end : end + _NEAR], maxsplit=1)[0]
            last = end
            account = self._of(match["value"], [*_named(before)[-1:], *_named(behind)[:1]], region)
            if account is not None and (match["said"] or account.checked):
                yield (*written.span(start, end), account)

    def _of(self, number: str, banks: list[Bank], region: str) -> Identifier | None:
        digits = digits_of(number)
        if not _FEWEST <= len(digits) <= _MOST:
            return None
        bank = banks[0] if banks else None
        is_card = _UNION_PAY.fullmatch(digits)
        country = bank.country if bank else "CN" if is_card else region.upper()
        checked = luhn_is_right(digits) if is_card else None
        return Identifier(self.kind, digits, country=country, service=bank.code if bank else "", checked=checked)


def _named(text: str) -> list[Bank]:
    """The banks that a text names, in order."""
    return [_BY_WORD[word.casefold()] for word in _BANK.findall(text)]


BANK_ACCOUNT = BankAccount()
