"""Parts of a long text: without gaps, cut where little is lost."""

from __future__ import annotations

import pytest

from noharbor.record.search.parts import PART_SIZE, parts_of


@pytest.mark.parametrize(
    "text",
    [
        "",
        "short",
        "A sentence of some words. " * 1000,
        "警方在大桥上移交了十一名嫌疑人。" * 1000,
        "x" * (3 * PART_SIZE + 1),
        "line\n" * 3000,
    ],
)
def test_parts_have_no_gaps_and_none_is_too_long(text):
    parts = parts_of(text)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(end - start <= PART_SIZE for start, end in parts)
    assert all(start < end for start, end in parts) or text == ""


@pytest.mark.parametrize("sentence", ["警方移交了十一名嫌疑人。", "Eleven were handed over. ", "မြဝတီတွင် ဖမ်းဆီးခဲ့သည်။"])
def test_sentences_stay_whole(sentence):
    for start, end in parts_of(sentence * 1000):
        assert start % len(sentence) == 0
        assert end % len(sentence) == 0
