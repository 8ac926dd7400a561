"""A moment is said no more exactly than it is known."""

from __future__ import annotations

from datetime import date

import pytest
from django.utils.translation import override

from noharbor.desk.widgets.moments import say_moment

DAY = date(2023, 5, 2)


@pytest.mark.parametrize(
    ("first", "last", "precision", "said"),
    [
        (DAY, DAY, "day", "2 May 2023"),
        (DAY, date(2023, 5, 5), "range", "2 to 5 May 2023"),
        (DAY, date(2023, 6, 5), "range", "2 May to 5 Jun 2023"),
        (DAY, date(2024, 6, 5), "range", "2 May 2023 to 5 Jun 2024"),
        (date(2023, 5, 1), date(2023, 5, 31), "month", "May 2023"),
        (date(2023, 1, 1), date(2023, 10, 31), "month", "Jan 2023 to Oct 2023"),
        (date(2023, 5, 1), None, "month", "May 2023"),
        (date(2023, 1, 1), date(2023, 12, 31), "year", "2023"),
        (date(2021, 1, 1), date(2023, 12, 31), "year", "2021 to 2023"),
        (None, None, "recent", "recently, no day given"),
        (DAY, date(2023, 5, 9), "recent", "shortly before 9 May 2023"),
        (None, None, "", ""),
    ],
)
def test_moment_in_words(first, last, precision, said):
    with override("en"):
        assert say_moment(first, last, precision) == said
