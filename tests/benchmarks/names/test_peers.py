"""The matchers, the lists they are timed on, and the parts of a run."""

import sys
from dataclasses import dataclass
from types import ModuleType

import pytest

from benchmarks.names import __main__ as command
from benchmarks.names import run, speed
from benchmarks.names.peers import Ours
from noharbor.science.names.evidence import MERGE_SCORE, Level


@dataclass
class Compared:
    score: float
    level: Level


@pytest.fixture
def answers(monkeypatch):
    """A module that stands in our place; what it answers is put into the list."""
    stand_in, found = ModuleType("stand_in"), []
    stand_in.many = lambda _query, names: found[: len(names)]
    monkeypatch.setitem(sys.modules, "stand_in", stand_in)
    return found


def test_a_matcher_may_answer_with_numbers_or_with_objects(answers):
    answers += [0.25, Compared(0.5, Level.SIMILAR_SOUND)]
    assert list(Ours("stand_in:many").ask("a", ["b", "c"])) == [0.25, 0.5]


def test_a_high_score_on_sound_alone_is_no_merge(answers):
    answers += [Compared(MERGE_SCORE, Level.SAME_SOUND_WITHOUT_TONE), Compared(MERGE_SCORE, Level.SCRIPT_VARIANT)]
    assert Ours("stand_in:many").accepts("王伟", ["汪伟", "王偉"]) == [False, True]


def test_no_name_stands_in_two_lists(monkeypatch):
    monkeypatch.setattr(speed, "LONG", 10)
    lists = speed.galleries([f"name {number}" for number in range(60)], seed=85)
    names = [name for query, others in lists for name in (query, *others)]
    assert len(lists) == 5
    assert len(names) == len(set(names))


def test_every_part_of_a_run_can_be_named():
    assert tuple(run.PARTS) == command.PARTS
