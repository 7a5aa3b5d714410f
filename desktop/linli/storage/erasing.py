"""Erasing a person for good (删除): out of the records, the index, the journal and the trail.

Found from the tables' foreign keys: a table that is added later is refused by a test until it is
said here what becomes of its rows. The steps: records go; the index follows while the journal still
says whom; then journal and trail lose what names the person (`erasure_log`), and the event of the
erasure vouches for them. What is left of the file's free pages is cleared after (`erasures.sweep`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table

from linli.domain.erasures import ERASED, GROUND_LABELS, ErasureLine, ErasurePlan, Ground
from linli.domain.values.masking import mask_phone
from linli.errors import NotFoundError, UserError
from linli.storage import derived, drafts, erasure_log, erasures
from linli.storage.erasure_traces import Traces, as_mention, find_traces, id_list, sweep, without
from linli.storage.journal import key_of
from linli.storage.merge_links import LABELS, all_links
from linli.storage.merge_rows import delete_row, read_rows, tables, update_row

if TYPE_CHECKING:
    from datetime import datetime

    from linli.storage.database import Writing


class Fate(Enum):
    """What becomes of a row that refers to the person."""

    GOES = auto()
    """It is removed."""
    BLANKED = auto()
    """It stays without what tells who it was."""


FATES = {
    ("identity_document", "resident_id"): Fate.GOES,
    ("phone", "resident_id"): Fate.GOES,
    ("resident_tag", "resident_id"): Fate.GOES,
    ("floating_stay", "resident_id"): Fate.GOES,
    ("party_membership", "resident_id"): Fate.GOES,
    ("entitlement", "resident_id"): Fate.GOES,
    ("visit", "resident_id"): Fate.GOES,
    ("neighbour", "resident_id"): Fate.GOES,
    ("neighbour", "neighbour_id"): Fate.GOES,
    ("consent", "resident_id"): Fate.GOES,
    ("retention_decision", "resident_id"): Fate.GOES,
    ("board_entry", "resident_id"): Fate.GOES,
    ("tenancy", "resident_id"): Fate.GOES,
    ("pairing", "resident_id"): Fate.GOES,
    ("drawn_glyph", "resident_id"): Fate.GOES,
    ("bed_stay", "resident_id"): Fate.GOES,
    ("card", "resident_id"): Fate.GOES,
    ("card_issue", "holder_id"): Fate.BLANKED,
    ("privacy_request", "resident_id"): Fate.BLANKED,
    ("not_same", "first_id"): Fate.GOES,
    ("not_same", "second_id"): Fate.GOES,
    ("merge", "kept_id"): Fate.GOES,
    ("merge", "gone_id"): Fate.GOES,
}
"""What becomes of each row that refers to a person; the person's own record goes last."""

_BLANK = {
    "card_issue": {"holder": ERASED, "holder_id": None, "fingerprint": ""},
    "privacy_request": {
        "resident_id": None,
        "name": ERASED,
        "agent": None,
        "contact": None,
        "content": ERASED,
        "answer": None,
        "refusal": None,
    },
}
"""What is written over in rows that stay."""

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
    "survey": "问卷",
}
_LANDLORD = {
    "landlord_name": None,
    "landlord_document_kind": None,
    "landlord_document": None,
    "landlord_phone": None,
}
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


@dataclass
class _Work:
    """What there is to do."""

    ids: tuple[int, ...]
    goes: dict[tuple[str, str], Table] = field(default_factory=dict)
    blanked: dict[tuple[str, str], tuple[Table, dict[str, object]]] = field(default_factory=dict)
    photos: set[str] = field(default_factory=set)
    stays: list[str] = field(default_factory=list)

    def remove(self, table: Table, row_id: object) -> None:
        """Let a row go."""
        self.blanked.pop((table.name, str(row_id)), None)
        self.goes[table.name, str(row_id)] = table

    def blank(self, table: Table, row_id: object, values: dict[str, object]) -> None:
        """Write over some columns of a row, unless it goes."""
        if (table.name, str(row_id)) not in self.goes:
            self.blanked[table.name, str(row_id)] = (table, values)


def plan(connection: Connection, resident_id: int) -> ErasurePlan:
    """Return what erasing a person would do.

    Raises:
        NotFoundError: there is no such person.
        UserError: the record was merged into another, which is the one to erase.
    """
    ids = whole_person(connection, resident_id)
    traces = find_traces(connection, ids)
    work = _gather(connection, ids)
    return ErasurePlan(
        resident_ids=ids,
        name=traces.names[0] if traces.names else _name(connection, resident_id),
        goes=tuple(_lines(work)),
        stays=tuple(_stays(work, traces)),
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
    todo = _gather(connection, ids)
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


def _gather(connection: Connection, ids: Sequence[int]) -> _Work:
    work = _Work(ids=tuple(ids))
    known = tables()
    for number in ids:
        for (name, column), fate in FATES.items():
            for row in read_rows(connection, known[name], {column: number}):
                if fate is Fate.BLANKED:
                    work.blank(known[name], row["id"], dict(_BLANK[name]))
                elif name == "drawn_glyph" and _is_needed(connection, row["character"], ids):
                    work.blank(known[name], row["id"], {"resident_id": None})
                else:
                    work.remove(known[name], row["id"])
                _note_photo(work, row)
        work.remove(known["resident"], number)
        for row in read_rows(connection, known["resident"], {"id": number}):
            _note_photo(work, row)
    _cards(connection, work, known)
    _merges(connection, work, known)
    _households(connection, work, known)
    _landlords(connection, work, known)
    return work


def _note_photo(work: _Work, row: dict[str, object]) -> None:
    if isinstance(row.get("photo"), str):
        work.photos.add(str(row["photo"]))


def _cards(connection: Connection, work: _Work, known: dict[str, Table]) -> None:
    """A card of the person alone goes with its printings; of a household's the name goes."""
    for (name, row_id), _ in list(work.goes.items()):
        if name != "card":
            continue
        for table in ("print_run_card", "card_issue"):
            for row in read_rows(connection, known[table], {"card_id": int(row_id)}):
                work.remove(known[table], row["id"])
    issues = [int(row_id) for name, row_id in work.blanked if name == "card_issue"]
    for number in _print_lines(connection, work.ids, issues):
        work.blank(known["print_run_card"], number, {"holder": ERASED})


def _print_lines(connection: Connection, ids: Sequence[int], issues: Sequence[int]) -> list[int]:
    """Return the lines of print runs that name the person: of their cards, printed or waiting."""
    return list(
        connection.exec_driver_sql(
            f"SELECT id FROM print_run_card WHERE issue_id IN {id_list(issues)} UNION "  # noqa: S608 - ids
            "SELECT c.id FROM print_run_card c JOIN card k ON k.id = c.card_id "
            "JOIN resident r ON r.household_id = k.household_id AND r.name = c.holder "
            f"WHERE r.id IN {id_list(ids)}"
        ).scalars()
    )


def _merges(connection: Connection, work: _Work, known: dict[str, Table]) -> None:
    for (name, row_id), _ in list(work.goes.items()):
        if name == "merge":
            for row in read_rows(connection, known["merge_step"], {"merge_id": int(row_id)}):
                work.remove(known["merge_step"], row["id"])


def _households(connection: Connection, work: _Work, known: dict[str, Table]) -> None:
    """What is said of a household is said of the person once nobody else is in it."""
    some = id_list(work.ids)
    for number, others in connection.exec_driver_sql(
        "SELECT h.id, (SELECT count(*) FROM resident o WHERE o.household_id = h.id "  # noqa: S608 - ids
        f"AND o.id NOT IN {some}) FROM household h "
        f"WHERE h.id IN (SELECT household_id FROM resident WHERE id IN {some})"
    ).all():
        if others:
            work.stays.append(f"户里还有另外 {others} 人，户的登记、住所和这一户的走访保留")
            continue
        for table in ("pairing", "visit"):
            for row in read_rows(connection, known[table], {"household_id": number}):
                work.remove(known[table], row["id"])
        cards = read_rows(connection, known["card"], {"household_id": number})
        if cards:
            work.blank(known["household"], number, {"note": None})
            work.stays.append("户编号和印过的卡号保留，免得同一个号再发给别人；户里没有人的资料")
        else:
            work.remove(known["household"], number)


def _landlords(connection: Connection, work: _Work, known: dict[str, Table]) -> None:
    """A rental whose landlord has one of the person's documents loses its landlord."""
    for row_id in connection.exec_driver_sql(
        "SELECT r.id FROM rental r JOIN identity_document d ON d.number = r.landlord_document "  # noqa: S608 - ids
        f"WHERE d.resident_id IN {id_list(work.ids)}"
    ).scalars():
        work.blank(known["rental"], row_id, dict(_LANDLORD))


def _is_needed(connection: Connection, character: str, ids: Sequence[int]) -> bool:
    """Whether a drawn character is in the name of somebody else."""
    found = connection.exec_driver_sql(
        f"SELECT 1 FROM resident WHERE instr(name, ?) > 0 AND id NOT IN {id_list(ids)} LIMIT 1",  # noqa: S608 - ids
        (character,),
    )
    return found.first() is not None


def _mentions(
    connection: Connection, work: _Work, traces: Traces
) -> Iterator[tuple[Table, str, str, str]]:
    """Yield the texts that name the person in rows that stay, save those that are blanked."""
    for table, row_id, column, text in sweep(connection, traces, frozenset(work.goes)):
        _, values = work.blanked.get((table.name, row_id), (table, {}))
        if column not in values:
            yield table, row_id, column, text


def _stays(work: _Work, traces: Traces) -> Iterator[str]:
    yield from dict.fromkeys(work.stays)
    if any(name == "privacy_request" for name, _ in work.blanked):
        yield _KEPT_BY_LAW
    for number in traces.shared:
        yield f"号码 {mask_phone(number)} 也是别人登记的，留在别人的资料里"
    yield _TRAIL_STAYS


def _lines(work: _Work) -> Iterator[ErasureLine]:
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
    work: _Work,
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
    for (_, row_id), table in work.goes.items():
        delete_row(connection, table, int(row_id))
    for digest in work.photos:
        _forget_photo(connection, digest)


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
