"""Errors whose docstring is the sentence a person sees: what happened and what to do next.

No Django at import: child processes raise these too.
"""

from __future__ import annotations


def sentence(words: str) -> str:
    """Mark a sentence for translation; it is translated when it is shown. Imported as `_`."""
    return words


class ToldProblem(Exception):
    """Something that could not be done. Values fill the placeholders of the docstring."""

    def __init__(self, **values: object) -> None:
        super().__init__()
        #: What fills the placeholders of the sentence.
        self.values = values

    @property
    def sentence(self) -> str:
        """What happened and what to do next, in the reader's language."""
        from django.utils.translation import gettext

        return gettext(self.__doc__ or "") % self.values

    def __str__(self) -> str:
        return (self.__doc__ or "") % self.values
