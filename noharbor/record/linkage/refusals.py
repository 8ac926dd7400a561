# ruff: noqa: D101  Each docstring is the sentence people see, set through `_` so that translators find it.
"""Why a judgement was not taken; each docstring is the sentence a person sees, and nothing was changed."""

from __future__ import annotations

from noharbor.record.told import ToldProblem
from noharbor.record.told import sentence as _


class JudgementRefused(ToldProblem):
    __doc__ = _("This judgement was not taken. Load the page again and look once more.")


class AlreadyWithdrawn(JudgementRefused):
    __doc__ = _("This judgement was taken back already. Load the page again to see what stands now.")


class JudgedMeanwhile(JudgementRefused):
    __doc__ = _(
        "%(member)s judged these two “%(verdict)s” while you had them open. Your judgement was not taken. Look at what "
        "they said, then decide again."
    )


class ReasonNeeded(JudgementRefused):
    __doc__ = _("What you say goes against what the rows say. Write one sentence why, then say it again.")


class SaidAlready(JudgementRefused):
    __doc__ = _("You have said so of these two already. There is nothing more to do.")


class SecondMustBeAnother(JudgementRefused):
    __doc__ = _("You have said that these two are the same. Somebody else must look at them too before it counts.")


class TakenBackMeanwhile(JudgementRefused):
    __doc__ = _(
        "%(member)s took a judgement of these two back while you had them open. Yours was not taken. Look again, then "
        "decide."
    )


class WithdrawalNeedsReason(JudgementRefused):
    __doc__ = _("This is somebody else's judgement. Write one sentence why you take it back.")
