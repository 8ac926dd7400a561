"""The scorer that lies beside the third-party names, used by its own rules.

It writes a cache beside itself while its folder may be read only, so that a copy in a temporary folder is imported and
the cache is kept in .make/. Nothing of the folder is kept in this repository.
"""

from __future__ import annotations

import csv
import functools
import importlib.util
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[2]
#: Romanised text of names, by uroman; made once, so that a second run begins at once.
CACHE = ROOT / ".make" / "names" / "uroman.json"
#: The scorer's own seed: with it the negatives are those of the published figures.
SEED = 85


@dataclass(frozen=True, slots=True)
class Rules:
    """How much of a group the scorer takes.

    Attributes:
        positives: At most so many pairs of one person's names, for each pair of scripts.
        queries: So many of them are ranked against the whole gallery, in each direction.
        pairs: Only these pairs of scripts, as "Latn-Mymr"; all when empty.
        origin: Only people whose origin matches this regular expression.
        seed: For the choice of positives and of random negatives.
        aside: Ask only for people or places whose identifier this accepts; all others stay in the galleries.
    """

    positives: int = 400
    queries: int = 150
    pairs: Collection[str] = ()
    origin: str | None = None
    seed: int = SEED
    aside: Callable[[str], bool] | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """One group of the set: a title for people, the file, and the scorer's name of the group."""

    title: str
    file: str
    group: str


#: What is measured, in the order of the tables. Names of countries are translations, not spellings, and are left out.
GROUPS = (
    Group("people of the region", "dev_persons.tsv", "local"),
    Group("foreign people", "dev_persons.tsv", "foreign"),
    Group("a list of Burmese names", "dev_persons.tsv", "name_type"),
    Group("places, countries left out", "dev_places.tsv", "all"),
)


class Scorer:
    """The scorer of a folder, by its own rules; `with` it, since it holds a temporary folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._scratch = tempfile.TemporaryDirectory()
        self._module = self._copied()

    def __enter__(self) -> Scorer:
        return self

    def __exit__(self, *_: object) -> None:
        """Keep what was romanised in this run for the next, and remove the copy."""
        self._module.save()
        self._scratch.cleanup()

    def evaluate(
        self,
        group: Group,
        rules: Rules,
        one: Callable[[str, str], float],
        many: Callable[[str, Sequence[str]], list[float]],
    ) -> list[dict]:
        """Run the scorer and return its own rows, one for each pair of scripts."""
        return self._module.evaluate(
            str(self.data(group, rules.aside)),
            one,
            many,
            group.group,
            "name",
            rules.positives,
            rules.queries,
            seed=rules.seed,
            pairs=list(rules.pairs) or None,
            quiet=True,
            origin=rules.origin,
        )

    def data(self, group: Group, aside: Callable[[str], bool] | None = None) -> Path:
        """The file of a group, of places without countries.

        Where only those put aside are asked for, every name of the others stands for itself in a copy: the scorer finds
        no second name to ask for, and still ranks against it.
        """
        path = self.folder / group.file
        places = "places" in group.file
        if not places and aside is None:
            return path
        kept = Path(self._scratch.name) / f"{'all' if aside is None else aside.__name__}_{group.file}"
        if not kept.exists():
            # Not splitlines(): names may hold other signs that end a line.
            head, *lines = path.read_text("utf8").rstrip("\n").split("\n")
            kind = head.split("\t").index("kind") if places else None
            rows = [line for line in lines if kind is None or line.split("\t")[kind] != "country"]
            parted = [
                line if aside is None or aside(line.split("\t", 1)[0]) else line.replace("\t", f"#{number}\t", 1)
                for number, line in enumerate(rows)
            ]
            kept.write_text("\n".join([head, *parted, ""]), "utf8")
        return kept

    def origins(self, group: Group) -> list[str]:
        """Origins of the people of a group, most people first."""
        people: dict[str, set[str]] = {}
        with self.data(group).open(encoding="utf8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                people.setdefault(row["origin"], set()).add(row["person_id"])
        return sorted(people, key=lambda origin: (-len(people[origin]), origin))

    def owners(self, group: Group) -> dict[str, set[str]]:
        """Whose each name is: text to identifiers of people. More than one are homonyms."""
        owners: dict[str, set[str]] = {}
        with self.data(group).open(encoding="utf8") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                owners.setdefault(row["name"], set()).add(row.get("person_id") or row["place_id"])
        return owners

    def romanised(self, name: str) -> str:
        """uroman's text of a name, from the cache or made now."""
        return self._module.rom(name)

    def _copied(self) -> ModuleType:
        copy = Path(shutil.copy(self.folder / "match_eval.py", self._scratch.name))
        specification = importlib.util.spec_from_file_location("match_eval", copy)
        assert specification is not None
        assert specification.loader is not None
        module = importlib.util.module_from_spec(specification)
        sys.modules["match_eval"] = module
        specification.loader.exec_module(module)
        CACHE.parent.mkdir(parents=True, exist_ok=True)
        shipped = self.folder / "uroman_cache.json"
        if shipped.exists() and not CACHE.exists():
            shutil.copyfile(shipped, CACHE)
        if CACHE.exists():
            # A broken cache is made anew rather than stopping a run.
            try:
                json.loads(CACHE.read_text("utf8"))
            except ValueError:
                CACHE.unlink()
        module.CACHE = str(CACHE)
        module.read = functools.lru_cache(maxsize=8)(module.read)
        return module


def scorer_of(folder: Path) -> Scorer | None:
    """The scorer of a folder, or None with a line that says what is skipped."""
    if not (folder / "match_eval.py").exists():
        print(f"skipped: no names in {folder.name}/ (name their folder with --data or NOHARBOR_NAMES_DATA)")
        return None
    return Scorer(folder)
