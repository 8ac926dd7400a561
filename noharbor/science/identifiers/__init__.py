"""Numbers and addresses that stand for one person, account or machine. Takes: words. Gives: one form of each.

from noharbor.science.identifiers import KINDS, also_in, read_all
from noharbor.science.identifiers.phone import PHONE

PHONE.read("081-234 5678", region="TH").value   # "+66812345678"
"""

from noharbor.science.identifiers.identifier import Finder, Identifier, IdentifierKind, Reader, SaidInside
from noharbor.science.identifiers.reading import KINDS, also_in, read_all

__all__ = ["KINDS", "Finder", "Identifier", "IdentifierKind", "Reader", "SaidInside", "also_in", "read_all"]
