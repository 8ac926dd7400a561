"""The words access speaks in."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class BodyKind(models.TextChoices):
    """What sort of body it is."""

    AID_GROUP = "aid_group", _("Aid group")
    BANK = "bank", _("Bank or payment firm")
    COURT = "court", _("Court or prosecution")
    EMBASSY = "embassy", _("Embassy or consulate")
    JOINT_CENTRE = "joint_centre", _("Joint centre")
    MINISTRY = "ministry", _("Ministry")
    OTHER = "other", _("Other, stated")
    POLICE = "police", _("Police")


class Tlp(models.TextChoices):
    """Traffic Light Protocol 2.0: how far a thing may travel."""

    CLEAR = "clear", "TLP:CLEAR"
    GREEN = "green", "TLP:GREEN"
    AMBER = "amber", "TLP:AMBER"
    AMBER_STRICT = "amber+strict", "TLP:AMBER+STRICT"
    RED = "red", "TLP:RED"


class Permission(models.TextChoices):
    """What a member may be allowed to do: `thing:verb`, alphabetical."""

    AUDIT_READ = "audit:read", _("read the audit log")
    PAIR_JUDGE = "pair:judge", _("say whether two are one")
    SOURCE_ADD = "source:add", _("add sources")
    SOURCE_GRADE = "source:grade", _("grade sources")
    SOURCE_INVITE = "source:invite", _("invite others to a source")
    SOURCE_MARK = "source:mark", _("change a source's marking")
    SOURCE_READ = "source:read", _("read sources")
    STATEMENT_JUDGE = "statement:judge", _("confirm, correct or reject statements")
