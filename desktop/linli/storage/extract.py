"""All that the ledger holds about a person (个人信息副本), found from the tables' foreign keys.

A table that is added later and refers to a person is found too; a test asks for its words. Identity
numbers and phones are in full: the copy is the person's own.
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from linli.domain.extracts import Extract, ExtractSection
from linli.storage import history
from linli.storage.erasure_traces import id_list
from linli.storage.merge_links import LABELS, STAYING, all_links
from linli.storage.merge_rows import read_rows, tables
from linli.storage.readable import Words
from linli.storage.sight import is_limited
from linli.storage.times import shown

_OWN = "本人登记"
_STAYING_LABELS = {
    ("merge", "kept_id"): "合并记录",
    ("merge", "gone_id"): "合并记录（并走的一份）",
    ("not_same", "first_id"): "“不是同一人”的标记",
    ("not_same", "second_id"): "“不是同一人”的标记（另一方）",
}
_THROUGH = {
    "card": (("print_run_card", "card_id", "打印批次"),),
    "merge": (("merge_step", "merge_id", "合并动到的内容"),),
    "team_member": (
        ("patrol_turn", "member_id", "巡逻值班"),
        ("equipment_issue", "member_id", "装备领用"),
        ("allowance_change", "member_id", "补助奖罚"),
    ),
    "report": (("report_step", "report_id", "信息办理"),),
    "worker": (
        ("worker_leave", "worker_id", "请假"),
        ("dispatch", "worker_id", "派给的家政服务"),
        ("roster_cell", "worker_id", "排班"),
        ("roster_wish", "worker_id", "值班意愿"),
        ("roster_person", "worker_id", "参加的值班表"),
        ("roster_change", "leaves_id", "换班替班"),
        ("roster_change", "comes_id", "替别人的班"),
        ("worker_apart", "one_id", "不同班"),
        ("worker_apart", "other_id", "不同班"),
        ("service_record", "worker_id", "服务时长"),
        ("volunteer_note", "worker_id", "培训和表彰"),
        ("hand_over", "given_id", "交班"),
        ("hand_over", "taken_id", "接班"),
        ("hours_certificate", "worker_id", "志愿服务证明"),
        ("event_guest", "worker_id", "参加的活动"),
    ),
    "case_party": (("case_file", "party_id", "卷宗附件"),),
    "petition": (("petition_step", "petition_id", "信访办理"),),
    "agency_case": (("agency_step", "case_id", "代办交接"),),
    "dispatch": (("dispatch_step", "dispatch_id", "家政派遣办理"),),
}
"""Rows that are about a person through another table: of which, by what column, called what."""
_EVENTS = """
SELECT at, account, action, detail, succeeded FROM audit_event
WHERE subject IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_LIMITED = (
    "这份副本由不能查看特殊关爱标签和信访的账号出具，不含这些内容；需要的请有权限的同事另行出具。"
)


def extract(connection: Connection, resident_id: int, ids: Sequence[int]) -> Extract:
    """Gather what is held about a person.

    Args:
        connection: a reading connection.
        resident_id: the person.
        ids: their record and those that were merged into it.
    """
    words = Words(connection, plain=True)
    name = words.resident(str(resident_id))
    return Extract(
        name=name,
        sections=tuple(_sections(connection, words, ids)),
        left_out=_LIMITED if is_limited(connection) else "",
    )


def labels() -> dict[tuple[str, str], str]:
    """Return what each reference to a person is called in an extract."""
    return {
        **{
            (link.table.name, link.column): LABELS[link.table.name, link.column]
            for link in all_links()
        },
        **{link: _STAYING_LABELS[link] for link in STAYING if link[0] != "resident"},
    }


def _sections(connection: Connection, words: Words, ids: Sequence[int]) -> Iterator[ExtractSection]:
    known = tables()
    own = [
        row for number in ids for row in read_rows(connection, known["resident"], {"id": number})
    ]
    yield _section(words, _OWN, "resident", own)
    for (table, column), label in labels().items():
        rows = [
            row for number in ids for row in read_rows(connection, known[table], {column: number})
        ]
        yield _section(words, label, table, rows)
        for child, by, called in _THROUGH.get(table, ()):
            parts = [
                part
                for row in rows
                for part in read_rows(connection, known[child], {by: row["id"]})
            ]
            yield _section(words, called, child, parts)
    yield _section(words, "住所", "dwelling", _homes(connection, ids))
    yield _section(words, "户", "household", _households(connection, ids))
    yield _section(words, "户的走访", "visit", _of_household(connection, "visit", ids))
    yield _section(words, "结对帮扶本户", "pairing", _of_household(connection, "pairing", ids))
    yield _section(words, "出租房屋（房东）", "rental", _let(connection, ids))
    yield _changes(connection, ids)
    yield _events(connection, ids)


def _section(
    words: Words, title: str, table: str, rows: Sequence[dict[str, Any]]
) -> ExtractSection:
    lines = []
    for place, row in enumerate(rows, 1):
        number = f"{place}. " if len(rows) > 1 else ""
        lines += [(f"{number}{field}", value) for field, value in words.of(table, row)]
    return ExtractSection(title=title, lines=tuple(lines))


def _homes(connection: Connection, ids: Sequence[int]) -> list[dict[str, Any]]:
    numbers = connection.exec_driver_sql(
        "SELECT DISTINCT home_id FROM resident WHERE home_id IS NOT NULL "  # noqa: S608 - ids
        f"AND id IN {id_list(ids)}"
    ).scalars()
    table = tables()["dwelling"]
    return [row for number in numbers for row in read_rows(connection, table, {"id": number})]


def _households(connection: Connection, ids: Sequence[int]) -> list[dict[str, Any]]:
    table = tables()["household"]
    return [
        row
        for number in _household_ids(connection, ids)
        for row in read_rows(connection, table, {"id": number})
    ]


def _household_ids(connection: Connection, ids: Sequence[int]) -> list[int]:
    return list(
        connection.exec_driver_sql(
            "SELECT DISTINCT household_id FROM resident WHERE household_id IS NOT NULL "  # noqa: S608 - ids
            f"AND id IN {id_list(ids)}"
        ).scalars()
    )


def _of_household(connection: Connection, table: str, ids: Sequence[int]) -> list[dict[str, Any]]:
    known = tables()[table]
    return [
        row
        for number in _household_ids(connection, ids)
        for row in read_rows(connection, known, {"household_id": number})
    ]


def _let(connection: Connection, ids: Sequence[int]) -> list[dict[str, Any]]:
    numbers = connection.exec_driver_sql(
        "SELECT r.id FROM rental r JOIN identity_document d ON d.number = r.landlord_document "  # noqa: S608 - ids
        f"WHERE d.resident_id IN {id_list(ids)}"
    ).scalars()
    table = tables()["rental"]
    return [row for number in numbers for row in read_rows(connection, table, {"id": number})]


def _changes(connection: Connection, ids: Sequence[int]) -> ExtractSection:
    lines = [
        (
            f"{change.at:%Y-%m-%d %H:%M} {change.account}",
            f"{change.field}：{change.before or '（空）'} → {change.after or '（空）'}",
        )
        for number in ids
        for change in history.of_subject(connection, f"resident/{number}", plain=True)
    ]
    return ExtractSection(title="修改记录", lines=tuple(lines))


def _events(connection: Connection, ids: Sequence[int]) -> ExtractSection:
    subjects = json.dumps([f"resident/{number}" for number in ids])
    lines = []
    for row in connection.exec_driver_sql(_EVENTS, (subjects,)):
        detail = "，".join(f"{key}：{value}" for key, value in json.loads(row.detail).items())
        said = f"{row.action}{'' if row.succeeded else '（没有成功）'}"
        lines.append(
            (
                f"{shown(row.at):%Y-%m-%d %H:%M} {row.account}",
                "　".join(filter(None, (said, detail))),
            )
        )
    return ExtractSection(title="谁看过、打印过、导出过", lines=tuple(lines))
