"""What can be wrong with an index; each message says what to do next."""

from __future__ import annotations


class MatchingError(Exception):
    """The index can't do this."""

    def __init__(self, subject: object = "") -> None:
        super().__init__(f"{self.__doc__} ({subject})" if subject != "" else self.__doc__)
        self.subject = subject


class IndexBusy(MatchingError):
    """Another process is writing to this index; wait for it to finish and try again."""


class IndexDamaged(MatchingError):
    """A file of the index is not what was written; build the index again from the records."""


class IndexExists(MatchingError):
    """There is an index in this folder; open it, or choose an empty folder."""


class IndexMissing(MatchingError):
    """There is no index in this folder; build one first."""


class KeysChanged(MatchingError):
    """The index was built with other rules for keys; build it again from its own records."""


class RecordExists(MatchingError):
    """A record with this id is there already; change it instead of adding it."""


class RecordMissing(MatchingError):
    """There is no record with this id; add it first."""


class RecordNotUsable(MatchingError):
    """A record needs an id and texts made of whole characters; mend the record and try again."""


class WriterClosed(MatchingError):
    """This writer is closed; ask the index for another one."""
