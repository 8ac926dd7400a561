"""Who is here: bodies, offices with their periods, members, and what they were allowed, by whom, from when to when."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.translation import gettext_lazy as _

from noharbor.record.access.vocabulary import BodyKind, Permission, Tlp


class Body(models.Model):
    """A ministry, police force, embassy, court, bank, centre or aid group."""

    name = models.CharField(max_length=200, unique=True)
    kind = models.CharField(max_length=20, choices=BodyKind)
    #: What kind of body, in words, where `kind` is "other".
    kind_stated = models.CharField(max_length=200, blank=True)
    country = models.CharField(max_length=2, blank=True)

    class Meta:
        verbose_name_plural = "bodies"

    def __str__(self) -> str:
        return self.name


class MemberManager(BaseUserManager["Member"]):
    """Makes members; there is no superuser, since no administrator reads content."""

    def get_by_natural_key(self, username: str | None) -> Member:
        """Find a member by the name they sign in with."""
        return self.get(username=username)


class Member(AbstractBaseUser):
    """A person who signs in."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    username = models.CharField(_("user name"), max_length=60, unique=True)
    name = models.CharField(_("name"), max_length=200)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="members")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    #: When they had seen enough of what greets a first visit.
    greeting_put_away_at = models.DateTimeField(null=True, blank=True)

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = MemberManager()

    def __str__(self) -> str:
        return self.name


class Office(models.Model):
    """A seat in a body, whoever holds it."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="offices")
    title = models.CharField(max_length=200)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("body", "title"), name="office_once"),)

    def __str__(self) -> str:
        return f"{self.title}, {self.body}"


class OfficeHolding(models.Model):
    """A member in an office, from a day to a day; a person may hold several at once."""

    member = models.ForeignKey(Member, on_delete=models.PROTECT, related_name="holdings")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, related_name="holdings")
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)


class Grant(models.Model):
    """Leave to do one kind of thing, given to a member, an office or a body.

    For one thing or, without one, for all that their own body owns.

    Never edited: withdrawn, and given anew.
    """

    permission = models.CharField(max_length=40, choices=Permission)
    member = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="grants")
    office = models.ForeignKey(Office, on_delete=models.PROTECT, null=True, blank=True, related_name="grants")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="grants")
    thing_kind = models.CharField(max_length=40, blank=True)
    #: The thing's identifier; None means "whatever the audience's body owns".
    thing = models.UUIDField(null=True, blank=True)
    first_day = models.DateField()
    last_day = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, related_name="+")
    given_at = models.DateTimeField()
    why = models.CharField(max_length=500)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by = models.ForeignKey(Member, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    withdrawn_why = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = (
            # An empty audience is nobody, so every grant names exactly one.
            models.CheckConstraint(
                name="grant_names_one_audience",
                condition=(
                    models.Q(member__isnull=False, office__isnull=True, body__isnull=True)
                    | models.Q(member__isnull=True, office__isnull=False, body__isnull=True)
                    | models.Q(member__isnull=True, office__isnull=True, body__isnull=False)
                ),
            ),
        )
        indexes = (models.Index(fields=("thing_kind", "thing"), name="grant_thing"),)


class SignInAttempt(models.Model):
    """One try to sign in, kept to slow down guessing; old rows are dropped."""

    #: A digest under the node's secret: what is typed as a name may be a password.
    username = models.CharField(max_length=60)
    #: The network that counts as one address.
    address = models.CharField(max_length=64)
    at = models.DateTimeField()
    succeeded = models.BooleanField()

    class Meta:
        indexes = (
            models.Index(fields=("username", "at"), name="attempt_username"),
            models.Index(fields=("address", "at"), name="attempt_address"),
        )


class Marked(models.Model):
    """What may be done with a thing; the marking travels with it."""

    tlp = models.CharField(_("marking"), max_length=12, choices=Tlp, default=Tlp.AMBER)
    #: What the thing was given for; empty means no limit was stated.
    purpose = models.CharField(_("purpose"), max_length=300, blank=True)
    onward_sharing = models.BooleanField(_("may be shared onward"), default=False)
    court_use = models.BooleanField(_("may be used in court"), default=False)
    retain_until = models.DateField(_("keep until"), null=True, blank=True)

    class Meta:
        abstract = True
