"""No text takes a reader longer than its length explains, and no number in it breaks anything."""

from __future__ import annotations

from time import perf_counter

import pytest

from noharbor.science.language.chinese import sentences as chinese
from noharbor.science.language.english import sentences as english
from noharbor.science.language.readers import Article, reader_for

ENGLISH = "Police arrested 11 scam suspects in Myawaddy on 3 May 2024. {} Police arrested 12 fraud suspects in Yangon."
CHINESE = "警方5月3日在缅甸妙瓦底抓获11名电信网络诈骗犯罪嫌疑人。{}警方在缅甸抓获12名诈骗嫌疑人。"
#: Ten times as slow as the slowest machine we know, and a hundredth of what a quadratic pattern takes.
SECONDS = 10


@pytest.mark.parametrize("piece", ["\t", "9", "1,", "(", "“", "Mr. A ", "; ab ", "police ", "one hundred and ", "May "])
def test_english_noise_is_read_in_time(piece):
    _read_in_time("en", ENGLISH.format((piece * 60_000)[:60_000]))


@pytest.mark.parametrize("piece", ["九", "9", "亿", "1,", "（，", "警方", "公安局", "　", "5月3日", "九千九百"])
def test_chinese_noise_is_read_in_time(piece):
    _read_in_time("zh-Hans", CHINESE.format((piece * 15_000)[:15_000]))


@pytest.mark.parametrize("split", [english.split_sentences, chinese.split_sentences])
def test_what_never_ends_is_cut_and_nothing_of_it_is_lost(split):
    text = "a" * 12_345
    pieces = split(text, 0, len(text))
    assert "".join(text[piece.start : piece.end] for piece in pieces) == text
    assert max(piece.end - piece.start for piece in pieces) <= 5000


def _read_in_time(language: str, text: str) -> None:
    reader = reader_for(language)
    assert reader is not None
    reader.read(Article(text="warm", published=None, language=language))
    begun = perf_counter()
    reader.read(Article(text=text, published=None, language=language))
    assert perf_counter() - begun < SECONDS
