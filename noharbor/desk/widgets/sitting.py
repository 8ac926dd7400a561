"""What a reviewer's session remembers: whether the score is hidden, what they passed over, and where they came from."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest

from noharbor.record.linkage.models import Judgement, Pair

_KEY = "review"
#: Pairs and judgements remembered; nobody steps back further.
_MOST = 100


class Sitting:
    """One reviewer's way through the queue; it ends with the session.

    Args:
        request: Whose session it is.
    """

    def __init__(self, request: HttpRequest) -> None:
        self._session = request.session
        self._kept: dict[str, Any] = request.session.get(_KEY, {})

    @property
    def is_blind(self) -> bool:
        """Whether score and reasons are hidden."""
        return bool(self._kept.get("blind"))

    def hide(self, *, score: bool) -> None:
        """Hide score and reasons, or show them."""
        self._keep("blind", score)

    @property
    def passed_over(self) -> list[UUID]:
        """Pairs they did not want to judge now."""
        return [UUID(one) for one in self._kept.get("passed", ())]

    def pass_over(self, pair: Pair) -> None:
        """Come back to a pair only when it is asked for."""
        self._add("passed", pair.pk)

    def take_up_again(self) -> None:
        """Look at everything once more."""
        self._keep("passed", [])

    def came_to(self, pair: Pair) -> None:
        """Remember that a pair was shown, so that there is a way back to it."""
        if str(pair.pk) not in self._shown:
            self._add("shown", pair.pk)

    def before(self, pair: Pair | None) -> UUID | None:
        """The pair that was shown before one, or the last that was shown; None at the beginning."""
        shown = self._shown
        at = shown.index(str(pair.pk)) if pair is not None and str(pair.pk) in shown else len(shown)
        return UUID(shown[at - 1]) if at else None

    def said(self, judgement: Judgement) -> None:
        """Remember a judgement, so that it can be undone."""
        self._add("said", judgement.pk)

    def forget(self, judgement: Judgement) -> None:
        """It was undone."""
        self._keep("said", [one for one in self._kept.get("said", ()) if one != str(judgement.pk)])

    @property
    def last_said(self) -> UUID | None:
        """The newest judgement of this sitting; None where there is none."""
        said = self._kept.get("said", ())
        return UUID(said[-1]) if said else None

    @property
    def _shown(self) -> list[str]:
        shown: list[str] = self._kept.get("shown", [])
        return shown

    def _add(self, what: str, identifier: UUID) -> None:
        kept = [one for one in self._kept.get(what, ()) if one != str(identifier)]
        self._keep(what, [*kept, str(identifier)][-_MOST:])

    def _keep(self, what: str, value: object) -> None:
        self._kept = {**self._kept, what: value}
        self._session[_KEY] = self._kept
