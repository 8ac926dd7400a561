"""`noharbor names …`: compare, search a list, romanise; without a node and without leaving one."""

from __future__ import annotations

import json

import pytest
from typer.testing import CliRunner, Result

from noharbor.node.commands import app
from noharbor.node.commands.name_lists import UnreadableList, read_list

NAMES = ["Zaw Min Tun", "အောင်ကျော်မိုး", "Chan Tai Man", "陳大文", "Aung Kyo Moe", "Sonexay Siphandone"]


def names(*arguments: object) -> Result:
    return CliRunner().invoke(app, ["names", *map(str, arguments)])


@pytest.fixture
def listed(tmp_path):
    path = tmp_path / "list.txt"
    path.write_text("\n".join(NAMES), encoding="utf-8")
    return path


def test_compare_says_score_level_and_why():
    done = names("compare", "U Aung Kyaw Moe", "အောင်ကျော်မိုး")
    assert done.exit_code == 0
    assert "the same name" in done.output
    assert "titles left aside: “U”" in " ".join(done.output.split())


def test_compare_prints_json():
    told = json.loads(names("compare", "陳大文", "Chan Tai Man", "--json").output)
    assert set(told) == {"one", "other", "score", "level", "proposal", "reason", "parts", "aside"}
    assert [part["system"] for part in told["parts"]] == ["cantonese"] * 3
    assert 0 < told["score"] <= 1


def test_a_name_is_no_book():
    assert names("compare", "a" * 501, "b").exit_code == 2


def test_search_ranks_and_says_where_each_name_stands(listed):
    told = json.loads(names("search", "Aung Kyaw Moe", "--in", listed, "--json").output)
    assert {hit["line"] for hit in told["found"][:2]} == {2, 5}
    assert told["names"] == len(NAMES)
    assert told["cut"] is False
    scores = [hit["score"] for hit in told["found"]]
    assert scores == sorted(scores, reverse=True)


def test_search_says_when_the_list_was_cut(listed):
    assert json.loads(names("search", "Aung Kyaw Moe", "--in", listed, "--limit", "1", "--json").output)["cut"] is True
    assert "The list is cut: 1 more" in names("search", "Aung Kyaw Moe", "--in", listed, "--limit", "1").output


def test_search_says_when_no_name_comes_near(listed):
    assert "No name comes near." in names("search", "Hildegard Quist", "--in", listed).output


def test_search_says_what_is_wrong_with_a_list(tmp_path):
    done = names("search", "Aung", "--in", tmp_path / "none.txt")
    assert done.exit_code == 1
    assert "There is no such file" in done.output


def test_romanise_gives_every_spelling_with_its_system():
    told = json.loads(names("romanise", "陳大文", "--json").output)
    spelled = {one["system"]: one["spelling"] for one in reversed(told["forms"][0]["spellings"])}
    assert spelled["pinyin"] == "Chen Dawen"
    assert spelled["cantonese"] == "Chan Tai Man"
    assert "Cantonese" in names("romanise", "陳大文").output


def test_romanise_refuses_what_has_no_letters():
    assert names("romanise", "12345").exit_code == 1


def test_marks_of_a_terminal_are_shown_as_they_are():
    assert "[bold]" in names("compare", "[bold]Aung", "Aung").output


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_lists_are_read_in_the_encodings_of_the_region(tmp_path, encoding):
    path = tmp_path / "list.csv"
    path.write_text("序号,姓名,国籍\n1,陈大文,中国\n2,王小明,中国\n3,李建国,中国\n", encoding=encoding)
    found = read_list(path)
    assert (found.column, found.names, found.lines) == ("姓名", ("陈大文", "王小明", "李建国"), (2, 3, 4))


@pytest.mark.parametrize(
    ("table", "column", "names"),
    [
        ("no;full name;age\n1;Aung Kyaw;33\n", "", ("Aung Kyaw",)),
        ("id\tnote\tชื่อ\n1\tx\tสมชาย ใจดี\n", "", ("สมชาย ใจดี",)),
        ("7,Aung Kyaw Moe,33\n8,Zaw Min Tun,41\n", "", ("Aung Kyaw Moe", "Zaw Min Tun")),
        ("a,b\nAung,Zaw\n", "b", ("Zaw",)),
        ("Aung,Zaw\nKyaw,Min\n", "2", ("Zaw", "Min")),
    ],
)
def test_the_column_is_guessed_or_named(tmp_path, table, column, names):
    path = tmp_path / "list.csv"
    path.write_text(table, encoding="utf-8")
    assert read_list(path, column).names == names


def test_a_column_that_is_not_there_is_refused_with_those_that_are(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("no,name\n1,Aung\n", encoding="utf-8")
    with pytest.raises(UnreadableList, match="There are: no, name"):
        read_list(path, "alias")
    with pytest.raises(UnreadableList, match="2 columns"):
        read_list(path, "7")


def test_what_is_no_text_is_refused(tmp_path):
    path = tmp_path / "list.csv"
    path.write_bytes(bytes(range(256)) * 10)
    with pytest.raises(UnreadableList, match="not text"):
        read_list(path)


def test_place_finds_a_town_by_its_name_in_another_script():
    told = json.loads(names("place", "妙瓦底", "--limit", "1", "--json").stdout)
    assert told["found"][0]["id"] == "mm-myawaddy"
    assert told["found"][0]["areas"] == ["Kayin", "Myanmar"]
    assert told["found"][0]["precision_metres"] > 0
    assert "Myawaddy" in names("place", "เมียวดี").output
    assert "No place comes near." in names("place", "--country", "vn", "KK Park").output


def test_place_says_when_the_list_was_cut():
    assert "The list is cut" in names("place", "San", "--limit", "1").output
