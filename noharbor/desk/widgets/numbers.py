"""Numbers in words and digits, the reader's way."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

#: Lists stop counting here: nobody reads on, and an exact count of everything would cost more than the page.
COUNT_CAP = 1000


def say_number(number: int) -> str:
    """Return a whole number with its groups of digits apart."""
    return _grouped(number, get_language())


@lru_cache(maxsize=4096)
def _grouped(number: int, _language: str | None) -> str:
    # Kept by language: a page writes hundreds of small numbers, and Django asks for the language's signs at each.
    return str(number_format(number, decimal_pos=0, use_l10n=True, force_grouping=True))


def say_amount(amount: Decimal, currency: str) -> str:
    """Return a sum of money; hundredths only where there are any."""
    places = 0 if amount == amount.to_integral_value() else 2
    number = number_format(amount, decimal_pos=places, use_l10n=True, force_grouping=True)
    return _("%(amount)s %(currency)s") % {"amount": number, "currency": currency} if currency else str(number)


def say_capped(number: int) -> str:
    """Return a count of at most `COUNT_CAP` + 1 in words: "1,000+" where there are more than the cap."""
    if number > COUNT_CAP:
        return _("%(number)s+") % {"number": say_number(COUNT_CAP)}
    return say_number(number)


def say_size(size_bytes: int) -> str:
    """Return a size of a file in words."""
    return str(filesizeformat(size_bytes))
