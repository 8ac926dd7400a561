"""What a column of a list may say of a person."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column says, alphabetical; the values are those of `reference/lists/headings.yaml`."""

    #: Where they live: house, street, town, post.
    ADDRESS = "address"
    AGE = "age"
    ALIAS = "alias"
    BIRTH_DATE = "birth_date"
    BIRTH_DAY = "birth_day"
    BIRTH_MONTH = "birth_month"
    BIRTH_YEAR = "birth_year"
    #: Of an arrest, a handover, a paper's end: kept as written.
    DATE = "date"
    #: A passport or another paper; each cell tells which.
    DOCUMENT = "document"
    FAMILY_NAME = "family_name"
    #: A column in which women are ticked, or their ages or years of birth stand.
    FEMALE = "female"
    GIVEN_NAME = "given_name"
    GROUP = "group"
    MALE = "male"
    NAME = "name"
    NATIONAL_ID = "national_id"
    NATIONALITY = "nationality"
    #: The running number of the row.
    NUMBER = "number"
    #: Kept as written, not understood or not of use.
    OTHER = "other"
    #: About somebody else: a father, a contact, an officer.
    OTHER_PERSON = "other_person"
    PASSPORT = "passport"
    PHONE = "phone"
    PLACE = "place"
    REMARKS = "remarks"
    SEX = "sex"


#: Fields that hold a name of the person.
NAMES = frozenset({Field.ALIAS, Field.FAMILY_NAME, Field.GIVEN_NAME, Field.NAME})
#: Fields by which a person can be told from others.
IDENTIFYING = NAMES | {Field.DOCUMENT, Field.NATIONAL_ID, Field.PASSPORT, Field.PHONE}
#: Fields that describe a person; two of them make one even where no name is known.
DESCRIBING = frozenset(
    {Field.AGE, Field.BIRTH_DATE, Field.BIRTH_YEAR, Field.FEMALE, Field.MALE, Field.NATIONALITY, Field.SEX}
)
