"""Ctrl-C while compiled loops work."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator


@contextlib.contextmanager
def interruptible() -> Iterator[None]:
    """Have an interrupt told as one, wherever in the work it falls.

    A compiled loop that is interrupted while it looks at what it was given says only that something went wrong, and
    bears the interrupt as the cause.
    """
    try:
        yield
    except SystemError as problem:
        if isinstance(problem.__cause__, KeyboardInterrupt):
            raise problem.__cause__ from None
        raise
