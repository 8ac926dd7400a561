"""Sentences and clauses of Chinese paragraphs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.language.chinese.sentences import split_clauses, split_sentences


def _words(text: str) -> list[str]:
    return [text[one.start : one.end] for one in split_sentences(text, 0, len(text))]


def test_a_full_stop_with_its_closing_mark_ends_a_sentence() -> None:
    assert _words("他说：“抓到了。”随后离开。") == ["他说：“抓到了。”", "随后离开。"]


def test_a_semicolon_parts_separate_acts() -> None:
    assert _words("甲地抓获3人；乙地抓获5人。") == ["甲地抓获3人；", "乙地抓获5人。"]


def test_a_judgement_and_the_rest_of_its_group_stay_one_sentence() -> None:
    assert len(_words("判处主犯死刑；其余15名被告人分别获刑。")) == 1


def test_clauses_are_cut_at_commas_but_not_inside_brackets() -> None:
    text = "警方（刑侦、网安，共20人）突袭别墅，抓获12人"
    assert [text[one.start : one.end] for one in split_clauses(text, 0, len(text))] == [
        "警方（刑侦、网安，共20人）突袭别墅",
        "抓获12人",
    ]


@given(st.text(alphabet="警方抓获3人，。；：！？（）“”「」\n 12", max_size=80))
def test_pieces_lie_in_order_inside_the_text(text: str) -> None:
    end = 0
    for one in split_sentences(text, 0, len(text)):
        assert end <= one.start < one.end <= len(text)
        end = one.end
        for clause in split_clauses(text, one.start, one.end):
            assert one.start <= clause.start < clause.end <= one.end
