from __future__ import annotations

from noharbor.science.names.nicknames import full_names_of, is_adopted, may_be_short_for


def test_short_forms_stand_for_full_names() -> None:
    assert full_names_of("Bob") == ("robert",)
    assert full_names_of("Aung") == ()
    assert may_be_short_for("Bob", "Robert")
    assert may_be_short_for("Rob", "Bob")
    assert not may_be_short_for("Bob", "William")


def test_adopted_names_are_known() -> None:
    assert is_adopted("David")
    assert not is_adopted("Kyaw")
