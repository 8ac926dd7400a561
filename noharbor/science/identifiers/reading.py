"""Every kind of identifier, and what can be asked of all: what a cell holds, and what an identifier itself says."""

from __future__ import annotations

import re

from noharbor.science.identifiers.bank_account import BANK_ACCOUNT
from noharbor.science.identifiers.chat_handle import CHAT_HANDLE
from noharbor.science.identifiers.domain import DOMAIN
from noharbor.science.identifiers.email import EMAIL
from noharbor.science.identifiers.iban import IBAN
from noharbor.science.identifiers.iccid import ICCID
from noharbor.science.identifiers.identifier import Finder, Identifier, IdentifierKind, SaidInside
from noharbor.science.identifiers.imei import IMEI
from noharbor.science.identifiers.national_id import NATIONAL_ID
from noharbor.science.identifiers.passport import PASSPORT
from noharbor.science.identifiers.phone import PHONE
from noharbor.science.identifiers.transaction_hash import TRANSACTION_HASH
from noharbor.science.identifiers.vehicle_plate import VEHICLE_PLATE
from noharbor.science.identifiers.wallet import WALLET

#: Every kind, alphabetical: the one place to add one.
KINDS: tuple[Finder, ...] = (
    BANK_ACCOUNT,
    CHAT_HANDLE,
    DOMAIN,
    EMAIL,
    IBAN,
    ICCID,
    IMEI,
    NATIONAL_ID,
    PASSPORT,
    PHONE,
    TRANSACTION_HASH,
    VEHICLE_PLATE,
    WALLET,
)
#: What parts several identifiers in one cell; a slash may also stand inside of one.
_BETWEEN = re.compile(r"[,;、，；|\n\r]+|\s+(?:or|and|และ|或|和|နှင့်|hoặc|atau)\s+|\s/\s")
_SLASH = re.compile(r"/")


def read_all(reader: Finder, text: str, region: str = "") -> tuple[Identifier, ...]:
    """Read a cell that may hold several identifiers of one kind.

    Args:
        reader: Reads one of them.
        text: The cell, as typed.
        region: For the reader.

    Returns:
        What can be read, in order, each once; nothing for a cell that holds none.
    """
    found: list[Identifier] = []
    for part in _BETWEEN.split(text):
        several = [reader.read(piece, region) for piece in _SLASH.split(part)] if "/" in part else []
        side_by_side = [identifier for _, _, identifier in reader.find(part, region)]
        if several and all(several):
            here = several
        else:
            here = list(side_by_side) if len(side_by_side) > 1 else [reader.read(part, region)]
        found += [identifier for identifier in here if identifier is not None]
    return tuple(dict.fromkeys(found))


def also_in(identifier: Identifier) -> SaidInside:
    """What an identifier itself says about who it was given to.

    Args:
        identifier: Of any kind.

    Returns:
        Birth, sex and nationality inside a national id whose check digit is not wrong, and the country of any
        identifier. Numbers with two digits of the year give a birth in each century, also one that is yet to come: what
        day it is, only the caller knows.
    """
    if identifier.kind is IdentifierKind.NATIONAL_ID:
        return NATIONAL_ID.inside(identifier)
    return SaidInside(country=identifier.country)
