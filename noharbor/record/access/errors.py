"""Everything that can go wrong in access; the docstring is the sentence people see."""

from __future__ import annotations

from noharbor.record.access.vocabulary import Permission


class AccessError(Exception):
    """Something about permission went wrong."""


class NotAllowed(AccessError):
    """You may not do this. Ask whoever owns it to give you leave."""

    def __init__(self, permission: Permission, reason: object) -> None:
        super().__init__(str(reason))
        self.permission = permission
        self.reason = reason


class TooManyAttempts(AccessError):
    """Too many attempts to sign in. Wait a few minutes, then try again."""

    def __init__(self, wait_seconds: int) -> None:
        super().__init__(self.__doc__)
        self.wait_seconds = wait_seconds


class WrongNameOrPassword(AccessError):
    """The name or the password is not right. Check both and try again."""
