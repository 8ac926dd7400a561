"""Tags and filters of the desk's templates."""

from __future__ import annotations

from uuid import UUID

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from noharbor.desk.widgets import addresses, countries, languages, moments, numbers, seen, statements
from noharbor.desk.widgets.passages import Segment
from noharbor.record.intake.models import Source, SourceTable
from noharbor.science.names.reasons import Saying

register = template.Library()

#: Line drawings on a field of 24 × 24, alphabetical; ours.
ICONS = {
    "alert": "M12 4 2.8 19.5h18.4L12 4zm0 6v4.5m0 2.6v.1",
    "check": "m5 12.5 4.5 4.5L19 7.5",
    "circle": "M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z",
    "clock": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 4v4.3l2.8 1.8",
    "copy": "M9 9h10v10H9zM15 9V5H5v10h4",
    "cross": "m6.5 6.5 11 11m0-11-11 11",
    "document": "M7 3.5h7l4 4v13H7zM14 3.5v4h4M9.8 12h5.5m-5.5 3.5h5.5",
    "download": "M12 4v10.5m-4-4 4 4 4-4M5 19.5h14",
    "info": "M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zm0 7v5m0-8.2v.1",
    "pen": "m5 19 1-4L16.5 4.5l3 3L9 18zM14 7l3 3",
    "redo": "M19 5v5h-5M18.6 10A7 7 0 1 0 19 14.5",
    "tray": "M4 14.5 6.5 5h11L20 14.5V19H4zm0 0h4.6l1.2 2.3h4.4l1.2-2.3H20",
    "undo": "M5 5v5h5M5.4 10A7 7 0 1 1 5 14.5",
    "upload": "M12 16V5m-4 4 4-4 4 4M5 16.5v3h14v-3",
}

#: State or outcome → icon, so that no state is told by colour alone.
STATE_ICONS = {
    "awaits_second": "clock",
    "confirmed": "check",
    "corrected": "pen",
    "different": "cross",
    "disputed": "alert",
    "done": "check",
    "duplicate": "copy",
    "failed": "alert",
    "proposed": "circle",
    "reading": "clock",
    "refused": "alert",
    "rejected": "cross",
    "running": "clock",
    "same": "check",
    "sealed": "check",
    "stopped": "circle",
    "superseded": "redo",
    "unsure": "info",
    "waiting": "clock",
    "withdrawn": "undo",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw an icon; it says nothing to a screen reader, so words must stand beside it."""
    # The drawing is one of ours above, never a value that somebody typed.
    return mark_safe(  # noqa: S308
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{ICONS[name]}"/></svg>'
    )


@register.simple_tag
def state_tag(state: str, label: str) -> SafeString:
    """Show a state: word, icon and colour."""
    return format_html(
        '<span class="tag tag-{}">{}{}</span>', state, icon(STATE_ICONS.get(state, "circle")), str(label)
    )


@register.simple_tag
def tlp_tag(tlp: str) -> SafeString:
    """Show a marking in the colours of Traffic Light Protocol 2.0."""
    return format_html('<span class="tlp tlp-{}">TLP:{}</span>', tlp.replace("+", "-"), tlp.upper())


register.filter("lit_address", addresses.lit_address)
register.filter("place_address", addresses.place_address)
register.filter("country", countries.country_name)
register.filter("language_name", languages.language_name)
register.filter("waiting_words", statements.waiting_words)
register.filter("number", numbers.say_number)
register.filter("capped", numbers.say_capped)
register.filter("size", numbers.say_size)
register.filter("kind_label", statements.kind_label)
register.filter("when", statements.when)
register.filter("where", statements.where)
register.filter("how_many", statements.how_many)
register.filter("movement", statements.movement)
register.filter("summary", statements.summary)
register.filter("author", statements.author)
register.filter("facts", statements.facts)
register.filter("lines_beside", seen.lines_beside)


@register.filter
def percent(share: float) -> str:
    """Return a share of 0..1 in per cent."""
    return _("%(number)s %%") % {"number": round(share * 100)}


@register.filter
def published(source: Source) -> str:
    """Return the day a source was published, no more exact than it is known."""
    return moments.say_moment(source.published, source.published, source.published_precision)


@register.filter
def tells(segment: Segment, statement: UUID) -> bool:
    """Return whether a stretch of text belongs to a statement."""
    return any(mark.statement == str(statement) for mark in segment.marks)


@register.filter
def told(saying: Saying) -> str:
    """Return what science says, in the reader's language, as a sentence."""
    said = saying.told(_)
    return said[:1].upper() + said[1:]


@register.filter
def first_rows(table: SourceTable, number: int) -> list[list[object]]:
    """Return the first rows of a table."""
    return list(table.rows[:number])
