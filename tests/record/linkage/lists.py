"""Lists as the tests of linkage need them. All people are invented."""

from __future__ import annotations

from django.utils import timezone

from noharbor.record.access.models import Member
from noharbor.record.intake.models import SourceTable
from noharbor.record.linkage.actions.reconciliations import start
from noharbor.record.linkage.jobs.lists import understand_one
from noharbor.record.linkage.models import Appearance, Reconciliation
from noharbor.record.linkage.queries.lists import reading_of
from noharbor.record.linkage.vocabulary import RunState
from noharbor.science.matching.people.judged import Judged, judged_to_json
from noharbor.science.names.evidence import Level
from tests.desk.stage import put_source
from tests.record.linkage.stage import put_pair

HANDOVER = [
    ["妙瓦底移交人员名单 2025年2月20日"],
    [],
    ["序号", "姓名", "性别", "出生日期", "国籍", "护照号"],
    [1, "王伟", "男", "1991-05-06", "中国", "E12345678"],
    [2, "陈海明", "男", "1988年3月2日", "中国", "EA1234567"],
    [3, "李娜", "女", "1999.12.01", "中国", ""],
    [4, "李娜", "女", "1999-12-01", "中国", ""],
    [5, "吴昂觉莫", "男", "1990-04-03", "缅甸", "MA123456"],
    ["合计", "5人"],
]
EMBASSY = [
    ["No", "Full name", "Sex", "DOB", "Nationality", "Passport No.", "Phone"],
    ["1", "WANG WEI", "M", "06/05/1991", "CHN", "E12345687", ""],
    ["2", "Aung Kyaw Moe", "M", "03/04/1990", "Myanmar", "MA123456", ""],
    ["3", "Somchai Jaidee", "M", "15/08/2533", "Thai", "", "081-234-5678"],
    ["4", "Zhang Qiang", "M", "32/01/1960", "Chinese", "EA1234567", ""],
]


def put_table(by: Member, rows: list[list[object]], **columns: object) -> SourceTable:
    """A list of a member's body, as intake leaves it."""
    source = put_source(by, "list", **{"kind": "table", "title": "", "publisher": "", "name": "list.csv"} | columns)
    position = source.tables.count()
    return SourceTable.objects.create(
        source=source, position=position, name="Sheet1", rows=rows, row_count=len(rows),
        column_count=max(map(len, rows), default=0),
    )  # fmt: skip


def put_list(by: Member, rows: list[list[object]], **columns: object) -> SourceTable:
    """The same, understood by the machine."""
    table = put_table(by, rows, **columns)
    assert understand_one(table)
    return table


def put_comparison(*tables: SourceTable, by: Member) -> Reconciliation:
    """Lists as they are once compared, made without the engine: their first two rows may be one person."""
    run = start(tables, by=by, title="Bridge")
    for table in tables:
        run.lists.filter(table=table).update(reading=reading_of(table))
    Reconciliation.objects.filter(pk=run.pk).update(state=RunState.DONE, finished_at=timezone.now())
    rows = Appearance.objects.filter(list_reading__table__in=tables).order_by("list_reading__table", "at")
    one, other = sorted(rows[:2], key=lambda row: row.pk)
    judged = Judged(0, 1, (one.name, other.name), 1.0, Level.SIMILAR_SOUND, (), 1.0, 0.7)
    put_pair(one, other, score=judged.score, level=judged.level, evidence=judged_to_json(judged))
    run.refresh_from_db()
    return run
