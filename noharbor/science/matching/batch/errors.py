"""What can go wrong when millions are linked; each docstring is the sentence a person sees."""

from __future__ import annotations

from pathlib import Path


class BatchError(Exception):
    """Linking millions failed in a way a person can mend."""


class NotRecords(BatchError):
    """A file is not Parquet of records; see docs/how-to/link-millions.md for the columns."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(path, why)

    def __str__(self) -> str:
        path, why = self.args
        return f"{path}: {why}. {self.__doc__}"


class EngineMissing(BatchError):
    """Linking millions needs more than the base installation."""

    def __init__(self, package: str, extra: str) -> None:
        super().__init__(f"{package} is not installed. {self.__doc__} Run: pip install 'noharbor[{extra}]'")


class NotModel(BatchError):
    """A file is no model of this version; leave --model out to learn one from the data."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}. {self.__doc__}")


class OtherWork(BatchError):
    """The folder holds another linkage, not finished; finish that one, remove the folder, or name another --out."""

    def __init__(self, folder: Path) -> None:
        super().__init__(f"{folder}: {self.__doc__}")
