"""The pages of the desk, in one list you can read."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from noharbor.desk.pages.account import account
from noharbor.desk.pages.audit import audit
from noharbor.desk.pages.entity import entity
from noharbor.desk.pages.events import events
from noharbor.desk.pages.figures import figures_list, figures_series, figures_table
from noharbor.desk.pages.front import front, greeting_away, language
from noharbor.desk.pages.inbox import arrival, inbox, inbox_files, inbox_text
from noharbor.desk.pages.list_understood import list_tell, list_understood
from noharbor.desk.pages.lists import list_state, lists, lists_cells, lists_files, reconciliation_start
from noharbor.desk.pages.map import map_page
from noharbor.desk.pages.names import names
from noharbor.desk.pages.page import Page, Who
from noharbor.desk.pages.pair import pair
from noharbor.desk.pages.place import place
from noharbor.desk.pages.reconciliation import reconciliation, reconciliation_result, reconciliation_run
from noharbor.desk.pages.review import review, review_judge, review_sitting, review_withdraw
from noharbor.desk.pages.search import search
from noharbor.desk.pages.sign_in import sign_in, sign_out
from noharbor.desk.pages.source import source, source_grade, source_hint, source_marking, source_original
from noharbor.desk.pages.statement import (
    statement,
    statement_correct,
    statement_grade,
    statement_marking,
    statement_review,
)
from noharbor.desk.pages.timeline import timeline_page
from noharbor.record.access.vocabulary import Permission

#: In the order of the navigation: what arrives, what happened (timeline, map, search, entities and figures will stand
#: between events and the log), then what is reached from there.
PAGES: tuple[Page, ...] = (
    Page("front", "", front, may=Who.ANYBODY),
    Page("sign-in", "sign-in/", sign_in, may=Who.ANYBODY),
    Page("sign-out", "sign-out/", sign_out, may=Who.ANYBODY),
    Page("language", "language/", language, may=Who.ANYBODY),
    Page("greeting-away", "greeting/away/", greeting_away),
    Page("inbox", "inbox/", inbox, label=_("Inbox")),
    Page("inbox-files", "inbox/files/", inbox_files),
    Page("inbox-text", "inbox/text/", inbox_text),
    Page("arrival", "inbox/arrivals/<uuid:arrival>/", arrival),
    Page("events", "events/", events, label=_("Events")),
    Page("timeline", "timeline/", timeline_page, label=_("Timeline")),
    Page("map", "map/", map_page, label=_("Map")),
    Page("search", "search/", search, label=_("Search")),
    Page("figures", "figures/", figures_list, label=_("Figures")),
    Page("figures-series", "figures/<slug:counted>/<slug:scope>/", figures_series),
    Page("figures-table", "figures/<slug:counted>/<slug:scope>/table.csv", figures_table),
    Page("lists", "lists/", lists, label=_("Lists")),
    Page("lists-files", "lists/files/", lists_files),
    Page("lists-cells", "lists/cells/", lists_cells),
    Page("list", "lists/<int:table>/", list_understood),
    Page("list-state", "lists/<int:table>/state/", list_state),
    Page("list-tell", "lists/<int:table>/columns/", list_tell),
    Page("reconciliation-start", "reconciliations/", reconciliation_start),
    Page("reconciliation", "reconciliations/<uuid:reconciliation>/", reconciliation),
    Page("reconciliation-run", "reconciliations/<uuid:reconciliation>/run/", reconciliation_run),
    Page("reconciliation-result", "reconciliations/<uuid:reconciliation>/result/", reconciliation_result),
    Page("review", "review/", review, label=_("Review"), may=Permission.PAIR_JUDGE),
    Page("review-judge", "review/judge/", review_judge, may=Permission.PAIR_JUDGE),
    Page("review-withdraw", "review/withdraw/", review_withdraw, may=Permission.PAIR_JUDGE),
    Page("review-sitting", "review/sitting/", review_sitting, may=Permission.PAIR_JUDGE),
    Page("pair", "review/<uuid:pair>/", pair),
    Page("entity", "entities/<uuid:entity>/", entity),
    Page("place", "places/<slug:place>/", place),
    Page("names", "names/", names, label=_("Names")),
    Page("audit", "log/", audit, label=_("Log"), may=Permission.AUDIT_READ),
    Page("account", "account/", account),
    Page("source", "sources/<uuid:source>/", source),
    Page("source-original", "sources/<uuid:source>/original/", source_original),
    Page("source-grade", "sources/<uuid:source>/grade/", source_grade),
    Page("source-marking", "sources/<uuid:source>/marking/", source_marking),
    Page("source-hint", "sources/<uuid:source>/hint/", source_hint),
    Page("statement", "statements/<uuid:statement>/", statement),
    Page("statement-review", "statements/<uuid:statement>/review/", statement_review),
    Page("statement-correct", "statements/<uuid:statement>/correct/", statement_correct),
    Page("statement-grade", "statements/<uuid:statement>/grade/", statement_grade),
    Page("statement-marking", "statements/<uuid:statement>/marking/", statement_marking),
)
