"""The reliability table and its plot."""

from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks.names.calibration import even_error, expected_error, plot, reliability, wilson


def test_scores_that_mean_what_they_say_have_no_error():
    positives, negatives = np.array([0.8] * 8 + [0.2] * 2), np.array([0.8] * 2 + [0.2] * 8)
    bins = reliability(positives, negatives)
    assert [(one.low, one.pairs, one.same) for one in bins] == [(0.2, 10, 0.2), (0.8, 10, 0.8)]
    assert expected_error(bins) == pytest.approx(0.0)


def test_every_tenth_counts_alike_in_the_even_error():
    bins = reliability(np.array([0.95]), np.array([0.05] * 99 + [0.95]))
    assert expected_error(bins) < even_error(bins)


def test_a_score_of_one_belongs_to_the_last_tenth():
    (last,) = reliability(np.array([1.0]), np.empty(0))
    assert (last.low, last.high, last.same) == (0.9, 1.0, 1.0)


def test_the_interval_holds_the_share_and_narrows_with_pairs():
    few, many = wilson(0.8, 10), wilson(0.8, 1000)
    assert few[0] < many[0] < 0.8 < many[1] < few[1]
    assert wilson(1.0, 5)[1] == 1.0


def test_the_plot_is_well_formed_and_has_a_mark_for_each_tenth():
    bins = reliability(np.array([0.8, 0.95, 0.95]), np.array([0.1, 0.15, 0.85]))
    drawn = ElementTree.fromstring(plot(bins, "Names"))  # noqa: S314 - our own drawing.
    assert len(drawn.findall("{http://www.w3.org/2000/svg}circle")) == len(bins)
