"""Lists of people as bodies keep them. Takes: cells of a sheet. Gives: its columns understood, a person a row.

from noharbor.science.lists import understand

understand(rows, region="TH", today=date(2025, 2, 20)).rows
"""

from noharbor.science.lists.columns import Column
from noharbor.science.lists.fields import Field
from noharbor.science.lists.listed_row import ListedRow
from noharbor.science.lists.problems import Aside, Problem, ProblemCode, RowAside
from noharbor.science.lists.understanding import Part, Understood, understand

__all__ = [
    "Aside",
    "Column",
    "Field",
    "ListedRow",
    "Part",
    "Problem",
    "ProblemCode",
    "RowAside",
    "Understood",
    "understand",
]
