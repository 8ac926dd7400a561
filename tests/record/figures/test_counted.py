"""What a number counts, by its kind or by the words of a total, in English and in both ways of writing Chinese."""

from __future__ import annotations

import pytest

from noharbor.record.figures.counted import counted_by
from noharbor.record.figures.vocabulary import Counted


@pytest.mark.parametrize(
    ("kind", "counted"),
    [
        ("arrest", Counted.ARRESTED),
        ("handover", Counted.MOVED),
        ("repatriation_of_victims", Counted.MOVED),
        ("operation", Counted.SITES),
        ("commitment", None),
        ("seizure", None),
        ("statistic", Counted.OTHER),
    ],
)
def test_a_single_action_counts_what_its_kind_says(kind, counted):
    assert counted_by(kind, "") is counted


@pytest.mark.parametrize(
    ("measure", "counted"),
    [
        ("suspects arrested", Counted.ARRESTED),
        ("foreigners sent", Counted.MOVED),
        ("arrested suspects handed over", Counted.MOVED),
        ("people sentenced", Counted.SENTENCED),
        ("cases solved", Counted.CASES_SOLVED),
        ("cases counted", Counted.OTHER),
        ("places raided", Counted.SITES),
        ("people waiting", Counted.WAITING),
        ("foreigners found", Counted.FOUND),
        ("foreigners left", Counted.OTHER),
        ("累计向中方移交犯罪嫌疑人3.1万名", Counted.MOVED),
        ("已有2876名中國籍嫌疑人被押解回國", Counted.MOVED),
        ("2025年全國共偵破電信網絡詐騙案件25.8萬宗", Counted.CASES_SOLVED),
        ("一审审结案件15.9万件", Counted.CASES_TRIED),
        ("抓获犯罪嫌疑人5.3万名", Counted.ARRESTED),
        ("判處4.1萬人", Counted.SENTENCED),
        ("解救被困人员160名", Counted.RESCUED),
    ],
)
def test_a_total_counts_what_its_words_say(measure, counted):
    assert counted_by("statistic", measure) is counted
