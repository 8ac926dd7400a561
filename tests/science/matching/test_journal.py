from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from noharbor.science.matching.journal import JournalReader, JournalWriter, entries, frame

PAYLOADS = st.lists(st.binary(max_size=40), max_size=8)


@given(PAYLOADS, st.data())
def test_it_reads_what_was_appended_before_a_crash_cut_the_file_short(
    payloads: list[bytes], data: st.DataObject
) -> None:
    content = b"".join(map(frame, payloads))
    cut = data.draw(st.integers(0, len(content)))
    whole, length = [], 0
    for payload in payloads:
        length += len(frame(payload))
        if length <= cut:
            whole.append(payload)
    assert [entry.payload for entry in entries(content[:cut])] == whole


@given(PAYLOADS.filter(bool), st.data())
def test_a_flipped_bit_costs_the_entry_it_lies_in_and_no_other(payloads: list[bytes], data: st.DataObject) -> None:
    frames = [frame(payload) for payload in payloads]
    hit = data.draw(st.integers(0, len(frames) - 1))
    place, bit = data.draw(st.integers(0, len(frames[hit]) - 1)), data.draw(st.integers(0, 7))
    damaged = bytearray(frames[hit])
    damaged[place] ^= 1 << bit
    content = b"".join([*frames[:hit], bytes(damaged), *frames[hit + 1 :]])
    read = list(entries(content))
    assert [entry.payload for entry in read] == payloads[:hit] + payloads[hit + 1 :]
    assert sum(entry.skipped for entry in read) == (len(frames[hit]) if hit < len(frames) - 1 else 0)


@given(st.binary(max_size=200))
def test_noise_is_no_entry(noise: bytes) -> None:
    assert list(entries(noise)) == []


def test_a_reader_goes_on_where_it_stopped(tmp_path: Path) -> None:
    writer = JournalWriter(tmp_path / "journal", 0)
    writer.append(b"one")
    reader = JournalReader(tmp_path / "journal")
    assert list(reader.fresh()) == [b"one"]
    writer.append(b"two")
    writer.append(b"")
    assert list(reader.fresh()) == [b"two", b""]
    assert list(reader.fresh()) == []
    assert reader.left_over() == 0


def test_a_half_written_entry_waits_until_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(frame(b"one") + frame(b"second")[:9])
    reader = JournalReader(path)
    assert list(reader.fresh()) == [b"one"]
    assert reader.left_over() == 9
    path.write_bytes(frame(b"one") + frame(b"second"))
    assert list(reader.fresh()) == [b"second"]


def test_the_next_writer_cuts_a_torn_entry_off(tmp_path: Path) -> None:
    path = tmp_path / "journal"
    path.write_bytes(frame(b"one") + frame(b"two")[:-1])
    JournalWriter(path, len(frame(b"one"))).append(b"three")
    assert [entry.payload for entry in entries(path.read_bytes())] == [b"one", b"three"]
