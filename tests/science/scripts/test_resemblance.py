"""Nearly the same words are found by a few numbers kept of each text."""

from __future__ import annotations

import random

import pytest

from noharbor.science.scripts.resemblance import bits_apart, fingerprint, share_in_common

ENGLISH = " ".join(
    f"On day {n} the police of town {n * 7} told of {n * 3} people in a house by river {n}." for n in range(60)
)
CHINESE = "。".join(
    f"第{n}日，{n * 7}号镇警方通报在河边一栋楼内发现{n * 3}人，其中多人为电信诈骗嫌疑人" for n in range(40)
)


@pytest.mark.parametrize("text", [ENGLISH, CHINESE])
def test_a_text_with_a_little_added_meets_its_twin(text):
    twin = "Copied from elsewhere. " + text[: int(len(text) * 0.9)]
    one, other = fingerprint(text), fingerprint(twin)
    assert set(one.bands) & set(other.bands)
    assert share_in_common(text, twin) > 0.8
    assert bits_apart(one.simhash, other.simhash) < 16


def test_strangers_do_not_meet():
    words = [f"word{n}" for n in range(400)]
    dice = random.Random(7)  # noqa: S311  Nothing secret hangs on it.
    texts = [" ".join(dice.choices(words, k=300)) for _ in range(60)]
    prints = [set(fingerprint(text).bands) for text in texts]
    assert not any(prints[a] & prints[b] for a in range(60) for b in range(a))


def test_case_width_and_signs_do_not_count():
    assert fingerprint(ENGLISH) == fingerprint(ENGLISH.upper().replace(".", " —"))


def test_very_short_texts_are_like_nothing():
    assert fingerprint("Ten people left.").bands == ()
    assert bits_apart("", "") == 64


def test_the_same_text_has_the_same_print_on_every_node():
    assert fingerprint(ENGLISH).simhash == "dda8206ae6dbb861"


def test_bands_fit_a_signed_column():
    assert all(0 <= band < 2**63 for band in fingerprint(ENGLISH).bands)
