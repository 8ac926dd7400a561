"""Moments: dates with precision, relative dates, calendars. Takes: words and the day of publication. Gives: days."""

from noharbor.science.moments.finder import find_moments
from noharbor.science.moments.mention import MomentMention, Role
from noharbor.science.moments.moment import Calendar, Moment, Precision

__all__ = ["Calendar", "Moment", "MomentMention", "Precision", "Role", "find_moments"]
