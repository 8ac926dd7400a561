"""What judged pairs become when a list is understood anew: what it is for, and what its rows say, may have changed."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from noharbor.record.linkage import versions
from noharbor.record.linkage.entities import regroup
from noharbor.record.linkage.hanging import Lists
from noharbor.record.linkage.models import ListReading, Pair
from noharbor.record.linkage.states import state_of
from noharbor.record.linkage.vocabulary import PairState

#: Pairs read and written in one go.
_AT_ONCE = 200


@transaction.atomic
def settle_anew(reading: ListReading) -> None:
    """Bring the pairs of a list up to date with its reading.

    Where it is now for a plane or of wanted people, what one member said is no longer enough; rows that were corrected
    may no longer be one with others. Judgements stay as they are. What was looked up for its rows is looked up anew.
    """
    on_list = Pair.objects.filter(Q(one__list_reading=reading) | Q(other__list_reading=reading))
    on_list.filter(state=PairState.OPEN, engine_version__startswith=versions.LOOKING_UP).update(stands=False)
    pairs = list(
        Pair.objects.select_for_update()
        .filter(pk__in=on_list.values("pk"))
        .prefetch_related("judgements")
        .order_by("pk")
        .iterator(chunk_size=_AT_ONCE)
    )
    lists = Lists({end for pair in pairs for end in (pair.one_id, pair.other_id)})
    changed = []
    joined = set()
    for pair in pairs:
        before = pair.needs_two, pair.state
        pair.needs_two = lists.needs_two(pair)
        pair.state = state_of(pair.judgements.all(), needs_two=pair.needs_two)
        if before != (pair.needs_two, pair.state):
            changed.append(pair)
        if PairState.SAME in (before[1], pair.state):
            joined |= {pair.one_id, pair.other_id}
    Pair.objects.bulk_update(changed, ["needs_two", "state"], batch_size=_AT_ONCE)
    if joined:
        regroup(joined)
