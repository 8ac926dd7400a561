"""The tool that writes the readings of Han characters from the Unihan database."""

from __future__ import annotations

import bz2
from pathlib import Path

import pytest

from tools import han_readings

LINES = """\
# Unihan_Readings.txt
U+5355\tkCantonese\tdaan1
U+5355\tkHanyuPinlu\tdān(603)
U+5355\tkKorean\tTAN SEN
U+5355\tkMandarin\tdān
U+5355\tkTGHZ2013\t036.140:chán 064.090:dān 325.010:shàn
U+5355\tkGB0\t2104
U+5415\tkMandarin\tlǚ
U+5415\tkHangul\t려:0N
U+5415\tkJapaneseOn\tRYO RO
U+5415\tkVietnamese\tlữ
U+5415\tkIICore\tAGTHMP
U+3400\tkMandarin\tqiū
"""


@pytest.mark.parametrize(
    ("syllable", "written"), [("zhāng", "zhang1"), ("lǚ", "lv3"), ("de", "de5"), ("yuè", "yue4"), ("nǎi", "nai3")]
)
def test_tones_become_figures(syllable: str, written: str) -> None:
    assert han_readings.with_figure(syllable) == written


@pytest.mark.parametrize(
    ("yale", "syllable"), [("WANG", "왕"), ("TAN", "단"), ("SEN", "선"), ("CHAY", "채"), ("MUN", "문"), ("X", "")]
)
def test_korean_letters_become_hangul(yale: str, syllable: str) -> None:
    assert han_readings.hangul(yale) == syllable


def test_it_writes_characters_of_names_and_finds_a_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "readings.tsv"
    monkeypatch.setattr(han_readings, "TARGET", target)
    with bz2.open(tmp_path / "Unihan_Readings.txt.bz2", "wt", encoding="utf-8") as file:
        file.write(LINES)
    assert han_readings.main([str(tmp_path), "--check"]) == 1
    assert han_readings.main([str(tmp_path)]) == 0
    assert han_readings.main([str(tmp_path), "--check"]) == 0
    rows = [line for line in target.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    assert rows == ["单\tdan1 chan2 shan4\tdaan1\t단 선\t-\t-\t-", "吕\tlv3\t-\t려\tlữ\tRYO RO\t-"]
