"""What the how-to says of identifiers is what comes out."""

from __future__ import annotations

import re
from pathlib import Path

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "add-a-kind-of-identifier.md"


def test_the_example_runs_and_gives_what_stands_beside_it():
    example = re.search(r"```python\n(.+?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert example is not None
    imports, phones, number, born = re.split(r"\n\n|\n(?=NATIONAL_ID|also_in)", example[1].strip())
    names: dict[str, object] = {}
    exec(imports, names)  # noqa: S102 - our own page
    read = eval(phones.split("  #")[0], names)  # noqa: S307 - our own page
    assert ", ".join(phone.value for phone in read) == phones.split("# ")[1]
    assert eval(number.split("  #")[0], names) == number.split("# ")[1]  # noqa: S307
    assert f"{eval(born.split('  #')[0], names)[0][0]:%d %B %Y}" == born.split("# ")[1]  # noqa: S307
