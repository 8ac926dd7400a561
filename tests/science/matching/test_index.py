from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from noharbor.science.matching.errors import (
    IndexBusy,
    IndexDamaged,
    IndexExists,
    IndexMissing,
    KeysChanged,
    RecordExists,
    RecordMissing,
    RecordNotUsable,
    WriterClosed,
)
from noharbor.science.matching.index import Index
from noharbor.science.matching.records import Identifier, Record
from noharbor.science.matching.results import Budget, CutReason
from noharbor.science.matching.writer import Writer
from tests.science.matching.plain import WordJudgements, WordKeys

PASSPORT = Identifier("passport", "E12345678")
CAST = [
    Record("1", ("Chen Hai", "陈海"), (PASSPORT,)),
    Record("2", ("Saw Chit Thu", "စောချစ်သူ", "苏奇督")),
    Record("3", ("Chen Bo",), (PASSPORT, Identifier("phone", "+95912345"))),
]


def _built(folder: Path, records: list[Record] = CAST) -> Index:
    Index.build(folder, records, WordKeys())
    return Index.open(folder, WordKeys(), WordJudgements)


def _ids(index: Index, name: str) -> list[str]:
    return [candidate.id for candidate in index.search(name).candidates]


def test_it_finds_a_person_by_any_of_their_names(tmp_path: Path) -> None:
    index = _built(tmp_path)
    best = index.search("苏奇督").candidates[0]
    assert (best.id, best.name, best.score, best.level) == ("2", "苏奇督", 1.0, "words")
    assert "苏奇督" in str(best.reason)
    assert _ids(index, "hai chen") == ["1", "3"]
    assert _ids(index, "nobody") == []
    assert len(index) == 3


def test_it_finds_everybody_with_an_identifier(tmp_path: Path) -> None:
    index = _built(tmp_path)
    assert [record.id for record in index.by_identifier("passport", "E12345678")] == ["1", "3"]
    assert index.by_identifier("phone", "E12345678") == []


def test_a_person_with_several_fitting_names_comes_once(tmp_path: Path) -> None:
    index = _built(tmp_path, [Record("1", ("Chen Hai", "Chen Hai Bo", "Hai Chen"))])
    assert _ids(index, "Chen Hai") == ["1"]


def test_a_reader_sees_changes_after_a_refresh(tmp_path: Path) -> None:
    index = _built(tmp_path)
    with index.writer() as writer:
        writer.add(Record("4", ("Aung Hla",), (PASSPORT,)))
        writer.change(Record("1", ("Bai Suocheng",)))
        writer.remove("3")
        assert _ids(index, "Chen") == ["1", "3"]
        index.refresh()
        assert _ids(index, "Chen") == []
        assert _ids(index, "Suocheng") == ["1"]
        assert _ids(index, "aung hla") == ["4"]
        assert [record.id for record in index.by_identifier("passport", "E12345678")] == ["4"]
        assert len(index) == 3


def test_folding_the_journal_changes_no_answer(tmp_path: Path) -> None:
    index = _built(tmp_path)
    with index.writer() as writer:
        writer.add(Record("4", ("Chen Aung",)))
        writer.remove("1")
        for everything in (False, True):
            writer.fold(everything)
            index.refresh()
            assert sorted(_ids(index, "Chen")) == ["3", "4"]
    assert len(list(tmp_path.glob("segment-*"))) == 1
    assert not list(tmp_path.glob("removed-*"))


def test_a_reader_keeps_its_view_while_old_files_are_removed(tmp_path: Path) -> None:
    index = _built(tmp_path)
    with index.writer() as writer:
        writer.remove("1")
        writer.fold(everything=True)
    assert _ids(index, "Chen Hai") == ["1", "3"]
    index.refresh()
    assert _ids(index, "Chen Hai") == ["3"]


def test_it_adds_only_new_and_changes_only_known_records(tmp_path: Path) -> None:
    with _built(tmp_path).writer() as writer:
        with pytest.raises(RecordExists, match="change it instead"):
            writer.add(CAST[0])
        with pytest.raises(RecordMissing):
            writer.change(Record("9", ("Nobody",)))
        with pytest.raises(RecordMissing):
            writer.remove("9")
        with pytest.raises(RecordNotUsable):
            writer.add(Record("9", ("\ud800",)))
        with pytest.raises(RecordNotUsable):
            writer.add(Record("", ("Chen",)))
    with pytest.raises(WriterClosed):
        writer.remove("1")


def test_one_process_writes_at_a_time(tmp_path: Path) -> None:
    index = _built(tmp_path)
    with index.writer(), pytest.raises(IndexBusy), index.writer():
        pass
    with index.writer() as writer:
        writer.remove("1")


def test_it_says_what_is_wrong_with_a_folder(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing):
        Index.open(tmp_path, WordKeys(), WordJudgements)
    index = _built(tmp_path)
    with pytest.raises(IndexExists):
        Index.build(tmp_path, [], WordKeys())
    other = WordKeys()
    other.version = "words-2"
    with pytest.raises(KeysChanged):
        Index.open(tmp_path, other, WordJudgements)
    with pytest.raises(KeysChanged), Writer(tmp_path, other):
        pass
    with index.writer() as writer:
        writer.remove("1")
    manifest = tmp_path / "manifest.json"
    content = manifest.read_bytes()
    manifest.write_bytes(content.replace(b"words-1", b"words-7"))
    with pytest.raises(IndexDamaged):
        Index.open(tmp_path, WordKeys(), WordJudgements)
    manifest.write_bytes(content)
    (tmp_path / "segment-00000001" / "names.keys").unlink()
    with pytest.raises(IndexDamaged):
        Index.open(tmp_path, WordKeys(), WordJudgements)


def test_it_finds_damaged_segments(tmp_path: Path) -> None:
    index = _built(tmp_path)
    assert index.damaged_files() == []
    path = tmp_path / "segment-00000001" / "names.numbers"
    content = bytearray(path.read_bytes())
    content[3] ^= 1
    path.write_bytes(content)
    assert index.damaged_files() == [path]
    path.write_bytes(content[:-1])
    with pytest.raises(IndexDamaged):
        Index.open(tmp_path, WordKeys(), WordJudgements)


def test_an_id_given_twice_builds_no_index(tmp_path: Path) -> None:
    with pytest.raises(RecordExists):
        Index.build(tmp_path, [*CAST, CAST[0]], WordKeys())
    _built(tmp_path)


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    index = _built(tmp_path)
    with index.writer() as writer:
        writer.fold(everything=True)
    assert (tmp_path / "notes.txt").read_text() == "mine"


def test_an_empty_index_is_an_index(tmp_path: Path) -> None:
    index = _built(tmp_path, [])
    assert _ids(index, "Chen") == []
    with index.writer() as writer:
        writer.add(CAST[0])
        writer.fold()
        writer.remove("1")
        writer.fold(everything=True)
    index.refresh()
    assert len(index) == 0
    assert _ids(index, "Chen") == []


def test_nothing_is_cut_in_silence(tmp_path: Path) -> None:
    crowd = [Record(str(number), (f"Wang {number}",)) for number in range(20)]
    index = _built(tmp_path, [*crowd, Record("x", ("Wang Wei",))])
    assert index.search("Wang Wei").cut is None
    assert index.search("Wang Wei").beyond_limit == 11

    short = index.search("Wang Wei", budget=Budget(shortlist=5))
    assert short.candidates[0].id == "x"
    assert short.cut is not None
    assert (short.cut.reasons, short.cut.found_not_compared) == ((CutReason.SHORTLIST,), 16)
    assert short.cut.best_left_out < 0.5

    shallow = index.search("Wang Wei", budget=Budget(postings=10))
    assert [candidate.id for candidate in shallow.candidates] == ["x"]
    assert shallow.candidates[0].shared > 0.99
    assert shallow.cut is not None
    assert (shallow.cut.reasons, shallow.cut.not_looked_at) == ((CutReason.COMMON_KEYS,), 21)

    nothing_read = index.search("Wang", budget=Budget(postings=10))
    assert nothing_read.candidates == ()
    assert nothing_read.cut is not None
    assert nothing_read.cut.best_left_out > 0.99


WORDS = st.sampled_from(["aung", "hla", "陈海", "chen", "hai", "สมชาย"])
RECORDS = st.builds(
    Record,
    st.sampled_from("abcdefgh"),
    st.lists(st.lists(WORDS, max_size=3).map(" ".join), max_size=3).map(tuple),
    st.lists(st.builds(Identifier, st.sampled_from(["phone", "imei"]), st.sampled_from("123")), max_size=2).map(tuple),
)
STEPS = st.lists(
    st.one_of(RECORDS, st.sampled_from("abcdefgh"), st.sampled_from(["fold", "join", "reopen"])), max_size=25
)


@settings(max_examples=60, deadline=None)
@given(st.lists(RECORDS, max_size=6, unique_by=lambda record: record.id), STEPS)
def test_it_holds_what_a_plain_table_would(first: list[Record], steps: list[Record | str]) -> None:
    with TemporaryDirectory() as folder:
        index, table = _built(Path(folder), first), {record.id: record for record in first}
        writer = index.writer().__enter__()
        for step in steps:
            if isinstance(step, Record):
                (writer.change if step.id in table else writer.add)(step)
                table[step.id] = step
            elif step in table:
                writer.remove(step)
                del table[step]
            elif step in ("fold", "join"):
                writer.fold(everything=step == "join")
            elif step == "reopen":
                writer.__exit__(None, None, None)
                writer = index.writer().__enter__()
        index.refresh()
        for one in (index, Index.open(Path(folder), WordKeys(), WordJudgements)):
            _assert_same(one, table)
        writer.__exit__(None, None, None)


def _assert_same(index: Index, table: dict[str, Record]) -> None:
    assert len(index) == len(table)
    for id_ in "abcdefgh":
        assert index.get(id_) == table.get(id_)
    for word in ("aung", "陈海", "chen"):
        expected = {id_ for id_, record in table.items() if any(word in name.split() for name in record.names)}
        assert set(_ids(index, word)) == expected
    for value in "123":
        identifier = Identifier("phone", value)
        expected = {id_ for id_, record in table.items() if identifier in record.identifiers}
        assert {record.id for record in index.by_identifier("phone", value)} == expected
