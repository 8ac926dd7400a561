"""Forms of English verbs and nouns, worked out from the word lists; no dictionary is needed."""

from __future__ import annotations

from functools import cache

from noharbor.science.language.lexicons import lexicon

_VOWELS = "aeiou"


def verb_forms(verb: str, irregular: tuple[str, ...] = ()) -> set[str]:
    """The forms of a verb: base, third person, past, participle and -ing."""
    forms = {verb, *irregular}
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        forms |= {verb[:-1] + "ies"}
        past = verb[:-1] + "ied"
    else:
        sibilant = verb.endswith(("s", "x", "z", "ch", "sh", "o"))
        forms |= {verb + ("es" if sibilant else "s")}
        past = verb + ("d" if verb.endswith("e") else "ed")
    if not any(form.endswith("ing") for form in irregular):
        forms.add((verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing")
    if not irregular or all(form.endswith(("ing", "s")) for form in irregular):
        forms.add(past)
    return forms


def noun_forms(noun: str, irregular: tuple[str, ...] = ()) -> set[str]:
    """Singular and plural of a noun."""
    forms = {noun, *irregular}
    if irregular:
        return forms
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        forms.add(noun[:-1] + "ies")
    elif noun.endswith(("s", "x", "z", "ch", "sh")):
        forms.add(noun + "es")
    else:
        forms.add(noun + "s")
    return forms


@cache
def verb_lemmas() -> dict[str, str]:
    """Base form by inflected form, for every verb of the predicate list."""
    lists = lexicon("english_predicates")
    irregular = {verb: tuple(forms) for verb, forms in lists["irregular"].items()}
    lemmas: dict[str, str] = {}
    for name, entries in lists.items():
        if name == "irregular":
            continue
        for entry in [*entries["strong"], *entries["weak"]]:
            verb = entry.split("+")[0]
            for form in verb_forms(verb, irregular.get(verb, ())):
                lemmas.setdefault(form, verb)
    for verb in irregular:
        for form in verb_forms(verb, irregular[verb]):
            lemmas[form] = verb
    return lemmas


@cache
def noun_classes() -> dict[str, frozenset[str]]:
    """The classes of a noun form ("suspects" is a suspect; "apartments" are sites and things)."""
    lists = lexicon("english_nouns")
    plurals = {noun: tuple(forms) for noun, forms in lists["plurals"].items()}
    classes: dict[str, set[str]] = {}
    for name, nouns in lists.items():
        if name == "plurals":
            continue
        for noun in nouns:
            for form in noun_forms(str(noun), plurals.get(str(noun), ())):
                classes.setdefault(form, set()).add(name)
    return {form: frozenset(names) for form, names in classes.items()}


def classes_of_noun(form: str) -> frozenset[str]:
    """The classes of one noun form in lower case; empty when no list knows it."""
    return noun_classes().get(form, frozenset())
