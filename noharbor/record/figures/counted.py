"""What a statement's number counts: by its kind, or, for a total, by the words that say what was counted.

The words are matched in simplified characters and small letters, the first line that fits decides. A total whose words
fit no line counts "something else": it is listed, and compared with nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache

from django.db.models import Q

from noharbor.record.figures.vocabulary import Counted
from noharbor.reference.tables import simplify
from noharbor.science.language.events import EventType

#: What the number of a single action counts. Other kinds state none that could be set beside another: a promise did not
#: happen yet, and a seizure counts now phones, now people.
BY_KIND: dict[EventType, Counted] = {
    EventType.ARREST: Counted.ARRESTED,
    EventType.HANDOVER: Counted.MOVED,
    EventType.OPERATION: Counted.SITES,
    EventType.REPATRIATION_OF_VICTIMS: Counted.MOVED,
    EventType.RESCUE: Counted.RESCUED,
    EventType.SANCTION: Counted.LISTED,
    EventType.SENTENCE: Counted.SENTENCED,
}

#: The words of a total, most telling first: "arrested suspects sent home" counts those sent home. Units come first,
#: since "cases of people arrested" are cases.
BY_WORDS: tuple[tuple[Counted, re.Pattern[str]], ...] = tuple(
    (counted, re.compile(pattern))
    for counted, pattern in (
        (
            Counted.CASES_TRIED,
            r"\bcases? (tried|concluded|judged)\b|(审结|宣判|判决)[^，。]*案|(审结|宣判|判决).*[件宗起]",
        ),
        (Counted.CASES_SOLVED, r"\bcases? (solved|cracked|uncovered)\b|(侦破|破获|破案|告破).*[件宗起]"),
        (Counted.OTHER, r"\bcases?\b|[\d万亿][余多]?[件宗起]"),
        (Counted.WAITING, r"\b(waiting|wait|stranded|remaining)\b|等待|等候|滞留|候遣"),
        (
            Counted.MOVED,
            r"\b(handed|transferred|deported|repatriated|sent|returned|return|brought|flown|escorted|extradited)\b"
            r"|移交|押解|遣返|遣送|送返|送回|回国|引渡|接回",
        ),
        (Counted.RESCUED, r"\b(rescued|freed)\b|解救|救出|获救"),
        (Counted.SENTENCED, r"\b(sentenced|convicted)\b|判处|判刑"),
        (Counted.ARRESTED, r"\b(arrested|captured|caught|detained|held)\b|抓获|拘捕|逮捕|缉捕|拘留|落网|抓捕"),
        (Counted.FOUND, r"\b(found|identified)\b|查获|发现|清查"),
        (Counted.SITES, r"\b(places|sites|compounds|dens) (raided|closed|destroyed|found)\b|(捣毁|打掉|端掉).*窝点"),
    )
)


def may_count(counted: Counted | None = None) -> Q:
    """Return the condition that a statement may count this by its kind, or anything; totals tell by their words.

    It names the kinds that are left out: by a list of those wanted, SQLite would read all of them, kind by kind, and
    sort them by day afterwards.
    """
    wanted = {EventType.STATISTIC, *(kind for kind, one in BY_KIND.items() if counted in (None, one))}
    return ~Q(kind__in=sorted(set(EventType) - wanted))


@lru_cache(maxsize=8_192)
def counted_by(kind: str, measure: str) -> Counted | None:
    """Tell what a number counts.

    Args:
        kind: An `EventType`.
        measure: What a total says it counts; empty for single actions.

    Returns:
        None where numbers of this kind are not set beside others.
    """
    if kind != EventType.STATISTIC:
        return BY_KIND.get(EventType(kind))
    words = simplify(measure).lower()
    return next((counted for counted, pattern in BY_WORDS if pattern.search(words)), Counted.OTHER)
