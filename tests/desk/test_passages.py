"""Passages overlap, repeat and reach over lines; the words shown are always the words received."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as some

from noharbor.desk.widgets.passages import Marked, lines, parts

TEXT = "First line tells one thing.\n\nSecond line tells two more."


def mark(start: int, end: int, statement: str = "a", **more) -> Marked:
    return Marked(start, end, statement, "proposed", **more)


def test_a_passage_is_cut_out_of_its_line():
    first, _second = lines(TEXT, [mark(6, 10)])
    assert [segment.text for segment in first.segments] == ["First ", "line", " tells one thing."]
    assert [segment.statements for segment in first.segments] == ["", "a", ""]


def test_overlapping_passages_share_the_words_in_common():
    (line,) = lines("abcdefgh", [mark(1, 5, "a"), mark(3, 7, "b")])
    assert [(segment.text, segment.statements) for segment in line.segments] == [
        ("a", ""),
        ("bc", "a"),
        ("de", "a b"),
        ("fg", "b"),
        ("h", ""),
    ]


def test_the_shortest_passage_is_the_most_telling():
    (line,) = lines("abcdefgh", [mark(0, 8, "long"), mark(2, 4, "short")])
    assert line.segments[1].first.statement == "short"


def test_a_statement_has_one_place_to_jump_to_even_over_several_lines():
    anchors = [segment.anchors for line in lines(TEXT, [mark(6, 40)]) for segment in line.segments]
    assert [anchor for anchor in anchors if anchor] == [("a",)]


def test_a_further_mention_is_no_place_to_jump_to():
    first, second = lines(TEXT, [mark(0, 10, main=False), mark(30, 40)])
    assert first.segments[0].anchors == ()
    assert first.segments[0].state == "mention"
    assert any(segment.anchors for segment in second.segments)


def test_two_statements_of_the_same_words_both_have_their_anchor():
    (line,) = lines("abcd", [mark(0, 4, "a"), mark(0, 4, "b")])
    assert set(line.segments[0].anchors) == {"a", "b"}


@given(
    some.text(alphabet="ab\n ", max_size=60),
    some.lists(some.tuples(some.integers(0, 70), some.integers(0, 70)), max_size=8),
)
def test_no_passage_changes_the_words(text, spans):
    marks = [mark(start, end, str(number)) for number, (start, end) in enumerate(spans)]
    shown = ["".join(segment.text for segment in line.segments) for line in lines(text, marks)]
    assert shown == [line for line in text.split("\n") if line.strip()]


@given(some.text(alphabet="ab\n", max_size=300), some.integers(1, 40))
def test_parts_follow_each_other_without_gaps(text, size):
    found = parts(text, size=size)
    assert "".join(text[start:end] for start, end in found) == text
    assert all(text[end - 1] == "\n" for _, end in found[:-1])
