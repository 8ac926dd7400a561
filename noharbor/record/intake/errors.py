# ruff: noqa: D101  Each docstring is the sentence people see, set through `_` so that translators find it.
"""Everything that can be wrong with what arrives. The docstring is the sentence shown; it says what to do next.

No Django at import: the sandbox's child process raises these, and its parent raises them again by name.
"""

from __future__ import annotations

from noharbor.record.told import ToldProblem
from noharbor.record.told import sentence as _


class IntakeProblem(ToldProblem):
    __doc__ = _("This could not be taken in. Try again, and tell whoever runs this node if it happens twice.")


class ArchiveFile(IntakeProblem):
    __doc__ = _("This is an archive with other files inside. Unpack it and hand in the files themselves.")


class BinaryFile(IntakeProblem):
    __doc__ = _(
        "This has the name of a text but holds machine data. Open it in the program that made it and save it as text "
        "or PDF."
    )


class BrokenMail(IntakeProblem):
    __doc__ = _("This e-mail is damaged or nested too deeply. Save it again from the mail program, or paste its text.")


class BrokenOfficeFile(IntakeProblem):
    __doc__ = _(
        "This document is damaged or was not copied completely. Open it in Office, save it anew and hand in the new "
        "file."
    )


class BrokenPage(IntakeProblem):
    __doc__ = _("This web page cannot be read. Save it again from the browser, or paste its text.")


class BrokenPdf(IntakeProblem):
    __doc__ = _("This PDF is damaged or was not copied completely. Open it, print it to a new PDF and hand that in.")


class BrokenTable(IntakeProblem):
    __doc__ = _(
        "This table cannot be read. Open it in a spreadsheet, save it as CSV (UTF-8) or .xlsx and hand that in."
    )


class DocumentTooLarge(IntakeProblem):
    __doc__ = _(
        "This document unpacks to more than %(limit_megabytes)s MB, which is more than can be read at once. Split it, "
        "or save a table as CSV."
    )


class EmptyFile(IntakeProblem):
    __doc__ = _("This file is empty. Check that it was saved and copied completely, then hand it in again.")


class EncryptedMail(IntakeProblem):
    __doc__ = _("This e-mail is encrypted. Decrypt it in the mail program and save or paste its text.")


class EncryptedOfficeFile(IntakeProblem):
    __doc__ = _("This document is protected by a password. Remove the password in Office and hand in the open copy.")


class EncryptedPdf(IntakeProblem):
    __doc__ = _(
        "This PDF is protected by a password. Open it with the password, print it to a new PDF and hand that in."
    )


class ExpandsTooMuch(IntakeProblem):
    __doc__ = _(
        "This file unpacks to far more than a document needs, as attacks do. It was not opened. "
        "If you trust who made it, ask them for a PDF."
    )


class FileTooLarge(IntakeProblem):
    __doc__ = _(
        "This file is larger than %(limit_megabytes)s MB and was not taken in. Split it into smaller parts, or ask "
        "whoever runs this node to raise NOHARBOR_MAX_FILE_MB."
    )


class Interrupted(IntakeProblem):
    __doc__ = _("The file stopped arriving before its end. Hand it in again.")


class MacroDocument(IntakeProblem):
    __doc__ = _(
        "This document carries macros, which can do harm. It was not opened. Save it as .docx or .xlsx, or print it "
        "to PDF."
    )


class NoWordsFound(IntakeProblem):
    __doc__ = _(
        "No words could be taken out of this; it may be a picture of a page. Paste or type what it says, "
        "and name this file as its origin."
    )


class OldOfficeFile(IntakeProblem):
    __doc__ = _(
        "This is an Office file of the old kind. Open it in Office, save it as .docx or .xlsx and hand that in."
    )


class OriginalMissing(IntakeProblem):
    __doc__ = _(
        "The original is not at its place on this node. Its words and statements are. Tell whoever runs the node: "
        "“noharbor audit seals” names what to restore from a copy."
    )


class PictureFile(IntakeProblem):
    __doc__ = _("Pictures cannot be read yet. Paste or type what it says, and name this file as its origin.")


class ProgramFile(IntakeProblem):
    __doc__ = _(
        "This is a program, or bears the name of one, and was not opened. Do not start it. "
        "If it is evidence, hand it to your forensic unit."
    )


class ReadingFailed(IntakeProblem):
    __doc__ = _("Reading this file failed. Save it in another form, such as PDF or plain text, and hand that in.")


class ReadingTookTooLong(IntakeProblem):
    __doc__ = _(
        "Reading this file took longer than %(limit_seconds)s seconds and was stopped. Split it into smaller parts."
    )


class ReadingTookTooMuchMemory(IntakeProblem):
    __doc__ = _("Reading this file took too much memory and was stopped. Split it into smaller parts.")


class SoundOrFilmFile(IntakeProblem):
    __doc__ = _("Sound and film cannot be read yet. Hand in what is said as text, and name this file as its origin.")


class TableTooLarge(IntakeProblem):
    __doc__ = _(
        "This table is larger than %(limit_rows)s rows, %(limit_columns)s columns or %(limit_cells)s cells. "
        "Remove empty rows and columns, or split it."
    )


class TextTooLong(IntakeProblem):
    __doc__ = _("This text is longer than %(limit_characters)s characters. Split it into smaller parts.")


class TooManyPages(IntakeProblem):
    __doc__ = _("This document has more than %(limit_pages)s pages. Split it into smaller parts.")


class UnknownFormat(IntakeProblem):
    __doc__ = _(
        "This kind of file is not known here. Save it as PDF, .docx, .xlsx, CSV or plain text and hand that in."
    )


class UnsafeMarkup(IntakeProblem):
    __doc__ = _(
        "This document declares its own markup, as attacks do, and was not opened. Save it anew in Office or print it "
        "to PDF."
    )


#: Every problem by the name that is kept with a refused arrival.
PROBLEMS: tuple[type[IntakeProblem], ...] = (
    ArchiveFile,
    BinaryFile,
    BrokenMail,
    BrokenOfficeFile,
    BrokenPage,
    BrokenPdf,
    BrokenTable,
    DocumentTooLarge,
    EmptyFile,
    EncryptedMail,
    EncryptedOfficeFile,
    EncryptedPdf,
    ExpandsTooMuch,
    FileTooLarge,
    Interrupted,
    MacroDocument,
    NoWordsFound,
    OldOfficeFile,
    OriginalMissing,
    PictureFile,
    ProgramFile,
    ReadingFailed,
    ReadingTookTooLong,
    ReadingTookTooMuchMemory,
    SoundOrFilmFile,
    TableTooLarge,
    TextTooLong,
    TooManyPages,
    UnknownFormat,
    UnsafeMarkup,
)


def problem_named(name: str, values: dict[str, int | str]) -> IntakeProblem:
    """Make the problem a child process told of; an unknown name becomes `ReadingFailed`."""
    for problem in PROBLEMS:
        if problem.__name__ == name:
            return problem(**values)
    return ReadingFailed()
