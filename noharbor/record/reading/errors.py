"""Everything that can go wrong in reading; the docstring is the sentence people see."""

from __future__ import annotations


class ReadingError(Exception):
    """A text could not be read."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or self.__doc__)


class CorrectionCorrected(ReadingError):
    """The correction was corrected in its turn. Take that back first, then this one."""


class EndpointFailed(ReadingError):
    """The language-model endpoint did not answer as expected. Check NOHARBOR_MODEL_ENDPOINT and that it runs."""


class NotCorrectable(ReadingError):
    """A correction changes what a statement says, not where it stands. Choose one of the fields offered."""


class NothingToTakeBack(ReadingError):
    """Nobody has judged this statement yet, so there is nothing to take back."""


class ReviewedMeanwhile(ReadingError):
    """Somebody else judged this statement while you had it open. Look at what they said, then decide again."""


class StatementClosed(ReadingError):
    """This statement was replaced and can no longer be judged. Judge the one that stands in its place."""
