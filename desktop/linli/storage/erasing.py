"""Erasing a person for good (删除): out of the records, the index, the journal and the trail.

`erasure_work` says what becomes of which row. The steps: records go; the index follows while the
journal still says whom; then journal and trail lose what names the person (`erasure_log`), and the
event of the erasure vouches for them. The file's free pages are cleared after (`erasures.sweep`).
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table

from linli.domain.erasures import ERASED, GROUND_LABELS, ErasureLine, ErasurePlan, Ground
from linli.domain.values.masking import Masks
from linli.errors import NotFoundError, UserError
from linli.storage import derived, drafts, erasure_log, erasures, settings
from linli.storage.erasure_traces import Traces, as_mention, find_traces, sweep, without
from linli.storage.erasure_work import FATES, Work, gather
from linli.storage.journal import key_of
from linli.storage.merge_links import LABELS, all_links
from linli.storage.merge_rows import delete_row, read_rows, tables, update_row

if TYPE_CHECKING:
    from datetime import datetime

    from linli.storage.database import Writing

_OTHER_LABELS = {
    "resident": "居民登记",
    "merge": "合并记录",
    "merge_step": "合并记录",
    "not_same": "“不是同一人”的标记",
    "print_run_card": "打印批次里的卡",
    "card_issue": "发卡记录",
    "household": "户的登记",
    "visit": "走访",
    "pairing": "结对帮扶",
    "rental": "出租房屋的房东",
    "dwelling": "住所的备注",
    "saved_filter": "常用筛选",
    "print_run": "打印批次",
    "setting": "设置",
    "staff": "工作人员",
    "grid_officer": "网格人员",
    "organisation_leader": "单位负责人",
    "organisation": "单位",
    "station": "站点",
    "trusted_machine": "其他电脑",
    "card_template": "卡片模板",
    "training": "培训",
    "notice": "通知",
    "notice_template": "通知模板",
    "notice_file": "通知的存档件",
    "mediation_case": "矛盾纠纷",
    "case_step": "矛盾纠纷的办理步骤",
    "case_meeting": "调解记录",
    "case_agreement": "调解协议",
    "case_duty": "协议履行事项",
    "case_visit": "协议回访",
    "case_file": "卷宗附件",
    "case_volume": "归档的卷宗",
    "survey": "问卷",
}
_SAID_TWICE = {"notice_file": "content"}
"""Bytes that say what a text beside them says: they go when anything is written over there."""
_TENANT = {
    "resident_id": None,
    "name": ERASED,
    "document_kind": None,
    "document": None,
    "phone": None,
}
_KEPT_BY_LAW = (
    "个人信息请求登记的编号、日期和结果保留，姓名和内容去掉（处理记录至少保存三年，"
    "个人信息保护法第五十六条）"
)
_TRAIL_STAYS = "操作日志里的时间、谁操作、做了什么保留，姓名和号码去掉"


def plan(connection: Connection, resident_id: int) -> ErasurePlan:
    """Return what erasing a person would do.

    Raises:
        NotFoundError: there is no such person.
        UserError: the record was merged into another, which is the one to erase.
    """
    ids = whole_person(connection, resident_id)
    traces = find_traces(connection, ids)
    work = gather(connection, ids)
    return ErasurePlan(
        resident_ids=ids,
        name=traces.names[0] if traces.names else _name(connection, resident_id),
        goes=tuple(_lines(work)),
        stays=tuple(_stays(work, traces, settings.get_masks(connection))),
        mentions=tuple(
            as_mention(traces, table, row_id, column, text, _label(table.name))
            for table, row_id, column, text in _mentions(connection, work, traces)
        ),
        namesakes=traces.namesakes,
    )


def erase(
    work: "Writing",
    resident_id: int,
    *,
    ground: Ground,
    left: Iterable[tuple[str, str, str]],
    at: "datetime",
    account: str,
) -> int:
    """Erase a person inside a transaction that does nothing else and cannot be undone.

    Args:
        work: the transaction.
        resident_id: whom.
        ground: why.
        left: the keys of mentions that mean somebody else and stay.
        at: now.
        account: who does it.

    Returns:
        The number of the erasure.

    Raises:
        NotFoundError: there is no such person.
        UserError: the record was merged into another.
    """
    connection = work.connection
    ids = whole_person(connection, resident_id)
    traces = find_traces(connection, ids)
    todo = gather(connection, ids)
    kept = set(left)
    mentions = [
        (table, row_id, column, text)
        for table, row_id, column, text in _mentions(connection, todo, traces)
        if (table.name, row_id, column) not in kept
    ]
    erasures.mark(connection, ids, at)
    erasure_id = erasures.open_erasure(
        connection, work.entry_id, f"resident/{resident_id}", ground, at, account
    )
    _write(connection, todo, mentions, traces)
    drafts.drop_with(connection, traces.all)
    derived.refresh(connection, work.entry_id)
    rewritten = erasure_log.redact(
        connection,
        ids,
        traces,
        rows=todo.goes.keys() | todo.blanked.keys(),
        texts={(table.name, row_id) for table, row_id, _, _ in mentions},
        own_entry=work.entry_id,
    )
    erasures.close_erasure(connection)
    work.record_rewritten(
        f"{erasures.ACTION}（{GROUND_LABELS[ground]}）",
        f"resident/{resident_id}",
        entries=rewritten.entries,
        events=rewritten.events,
    )
    work.session.expire_all()
    return erasure_id


def anonymise_tenancy(
    work: "Writing", tenancy_id: int, *, ground: Ground, at: "datetime", account: str
) -> int:
    """Take out who a former tenant was; the rental keeps the room and the dates.

    Returns:
        The number of the erasure.

    Raises:
        NotFoundError: there is no such tenant.
    """
    connection, subject = work.connection, f"tenancy/{tenancy_id}"
    table = tables()["tenancy"]
    if not read_rows(connection, table, {"id": tenancy_id}):
        raise NotFoundError("这位租户已经不在台账里，可能已经被删除，请刷新后再看。")
    erasure_id = erasures.open_erasure(connection, work.entry_id, subject, ground, at, account)
    update_row(connection, table, tenancy_id, dict(_TENANT))
    rewritten = erasure_log.redact_row(connection, "tenancy", tenancy_id, own_entry=work.entry_id)
    erasures.close_erasure(connection)
    work.record_rewritten(
        f"{erasures.ACTION}（{GROUND_LABELS[ground]}）",
        subject,
        entries=rewritten.entries,
        events=rewritten.events,
    )
    return erasure_id


def entered_in(connection: Connection, resident_id: int) -> int:
    """Return the step in which a person was entered, the first of all if a founding did it."""
    return int(
        connection.exec_driver_sql(
            "SELECT coalesce(min(entry_id), 1) FROM journal_change "
            "WHERE subject = ? AND table_name = 'resident' AND before IS NULL",
            (f"resident/{resident_id}",),
        ).scalar_one()
    )


# ---- what there is to do ------------------------------------------------------------------


def whole_person(connection: Connection, resident_id: int) -> tuple[int, ...]:
    """Return the person's record and those that were merged into it, one into another."""
    row = connection.exec_driver_sql(
        "SELECT r.merged_into, k.name FROM resident r LEFT JOIN resident k ON k.id = r.merged_into "
        "WHERE r.id = ?",
        (resident_id,),
    ).one_or_none()
    if row is None:
        raise NotFoundError("这位居民已经不在台账里，可能已经被删除，请刷新后再看。")
    if row.merged_into is not None:
        raise UserError(
            f"这份登记已经并入「{row.name}」，请删除「{row.name}」，并走的这一份会一起删除。"
        )
    ids = connection.exec_driver_sql(
        "WITH RECURSIVE same(id) AS (SELECT ?1 UNION SELECT r.id FROM resident r "
        "JOIN same ON r.merged_into = same.id) SELECT id FROM same ORDER BY id",
        (resident_id,),
    ).scalars()
    return tuple(ids)


def _mentions(
    connection: Connection, work: Work, traces: Traces
) -> Iterator[tuple[Table, str, str, str]]:
    """Yield the texts that name the person in rows that stay, save those that are blanked."""
    for table, row_id, column, text in sweep(connection, traces, frozenset(work.goes)):
        _, values = work.blanked.get((table.name, row_id), (table, {}))
        if column not in values:
            yield table, row_id, column, text


def _stays(work: Work, traces: Traces, masks: Masks) -> Iterator[str]:
    yield from dict.fromkeys(work.stays)
    if any(name == "privacy_request" for name, _ in work.blanked):
        yield _KEPT_BY_LAW
    for number in traces.shared:
        yield f"号码 {masks.show_phone(number)} 也是别人登记的，留在别人的资料里"
    yield _TRAIL_STAYS


def _lines(work: Work) -> Iterator[ErasureLine]:
    counts: dict[str, int] = {}
    for name, _ in (*work.goes, *work.blanked):
        counts[_label(name)] = counts.get(_label(name), 0) + 1
    if work.photos:
        counts["照片"] = len(work.photos)
    for label, count in counts.items():
        yield ErasureLine(label=label, count=count)


def _label(table: str) -> str:
    return _OTHER_LABELS.get(table) or next(
        (label for (name, _), label in LABELS.items() if name == table), "其他记录"
    )


def _name(connection: Connection, resident_id: int) -> str:
    return str(
        connection.exec_driver_sql(
            "SELECT name FROM resident WHERE id = ?", (resident_id,)
        ).scalar_one()
    )


# ---- doing it -----------------------------------------------------------------------------


def _write(
    connection: Connection,
    work: Work,
    mentions: Iterable[tuple[Table, str, str, str]],
    traces: Traces,
) -> None:
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for (_, row_id), (table, values) in work.blanked.items():
        update_row(connection, table, int(row_id), dict(values))
    texts: dict[tuple[str, str, str], str] = {}
    for table, row_id, column, text in mentions:
        texts[table.name, row_id, column] = without(text, traces.all)
        connection.exec_driver_sql(
            f'UPDATE {table.name} SET "{column}" = ? WHERE {key_of(table)} = ?',  # noqa: S608 - names of our own tables
            (texts[table.name, row_id, column], row_id),
        )
        if table.name in _SAID_TWICE:
            update_row(connection, table, int(row_id), {_SAID_TWICE[table.name]: None})
    for (_, row_id), table in work.goes.items():
        delete_row(connection, table, int(row_id))
    for digest in work.photos:
        _forget_photo(connection, digest)
    for digest in work.scans:
        connection.exec_driver_sql(
            "DELETE FROM case_scan WHERE digest = ?1 "
            "AND NOT EXISTS (SELECT 1 FROM case_file WHERE digest = ?1)",
            (digest,),
        )


def _forget_photo(connection: Connection, digest: str) -> None:
    """Remove a picture that no record shows any more."""
    for table in tables().values():
        for column in table.columns:
            if not any(key.column.table.name == "photo" for key in column.foreign_keys):
                continue
            used = connection.exec_driver_sql(
                f"SELECT 1 FROM {table.name} WHERE {column.name} = ? LIMIT 1",  # noqa: S608 - names of our own tables
                (digest,),
            )
            if used.first() is not None:
                return
    used = connection.exec_driver_sql(
        "SELECT 1 FROM setting WHERE instr(value, ?) > 0 LIMIT 1", (digest,)
    )
    if used.first() is None:
        connection.exec_driver_sql("DELETE FROM photo WHERE digest = ?", (digest,))


def uncovered() -> set[tuple[str, str]]:
    """Return references to a person of which nothing is said here; for a test."""
    links = {(link.table.name, link.column) for link in all_links()}
    return links - FATES.keys()
