"""Whatever somebody with the bare file and its key does to trail or journal is found."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import sqlcipher3.dbapi2
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.ledgers import ACTOR, FixedClock

from linli.domain.audit import AuditHead, KnownHead
from linli.services.context import Context
from linli.storage import audit
from linli.storage.database import Database
from linli.storage.journal import trigger_statements
from linli.storage.schema import GridRecord

EVENTS = 12
LATER = FixedClock()() + timedelta(hours=1)


@pytest.fixture
def trail(db: Database) -> Database:
    """A ledger with a dozen events, half of them steps of the journal."""
    clock = FixedClock()
    for number in range(1, 6):
        clock.advance(minutes=1)
        db.record_event(ACTOR, clock(), "查看证件号码", f"resident/{number}")
        with db.writing(f"添加网格{number}", ACTOR, clock()) as work:
            work.session.add(GridRecord(number=str(number), name=f"第{number}网格"))
    return db


@contextmanager
def _raw(db: Database) -> Iterator[Any]:
    """The bare file, opened with its key and without the program; triggers are taken off."""
    with closing(sqlcipher3.dbapi2.connect(str(db.path), isolation_level=None)) as raw:
        raw.execute(f"PRAGMA key=\"x'{db._key.hex()}'\"")
        raw.execute("PRAGMA synchronous=OFF")  # a copy to be thrown away
        names = [
            row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type='trigger'")
        ]
        _at_once(raw, (f"DROP TRIGGER {name}" for name in names))
        yield raw
        _at_once(raw, trigger_statements().values())


def _at_once(raw: Any, statements: Iterable[str]) -> None:
    raw.execute("BEGIN")
    for sql in statements:
        raw.execute(sql)
    raw.execute("COMMIT")


def _do(db: Database, *statements: str) -> tuple[str, ...]:
    with _raw(db) as raw:
        for sql in statements:
            raw.execute(sql)
    return db.audit_report().problems


def test_taking_the_triggers_off_and_putting_them_back_is_all_right(trail: Database) -> None:
    assert _do(trail) == ()


def test_a_trigger_that_is_missing_is_found(trail: Database) -> None:
    with closing(sqlcipher3.dbapi2.connect(str(trail.path), isolation_level=None)) as raw:
        raw.execute(f"PRAGMA key=\"x'{trail._key.hex()}'\"")
        raw.execute("DROP TRIGGER keep_audit_event_delete")
    assert trail.audit_report().problems == ("台账里记录修改的机关被动过手脚。",)


@pytest.mark.parametrize("kept", range(1, EVENTS))
def test_a_tail_that_is_cut_off_with_its_steps_and_counters_is_found(
    trail: Database, kept: int
) -> None:
    gone = f"SELECT entry_id FROM audit_event WHERE id > {kept} AND entry_id IS NOT NULL"
    problems = _do(
        trail,
        f"DELETE FROM journal_change WHERE entry_id IN ({gone})",
        f"CREATE TEMP TABLE gone AS {gone}",
        f"DELETE FROM audit_event WHERE id > {kept}",
        "DELETE FROM journal_entry WHERE id IN (SELECT entry_id FROM gone)",
        f"UPDATE sqlite_sequence SET seq = {kept} WHERE name = 'audit_event'",
        "UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM journal_entry) "
        "WHERE name = 'journal_entry'",
    )
    assert problems == ("审计记录的封印对不上：有记录被删除、替换，或封印被动过。",)


def test_a_cut_tail_is_found_after_the_program_has_gone_on(trail: Database) -> None:
    _do(
        trail,
        "DELETE FROM audit_event WHERE id = 12",
        "DELETE FROM journal_change WHERE entry_id = 6",
        "DELETE FROM journal_entry WHERE id = 6",
        "UPDATE sqlite_sequence SET seq = 11 WHERE name = 'audit_event'",
    )
    trail.record_event(ACTOR, LATER, "登录", "account")
    trail.record_event(ACTOR, LATER, "退出", "account")
    assert trail.audit_report().problems == (
        "审计记录的封印对不上：有记录被删除、替换，或封印被动过。",
    )


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE audit_seal SET seal = 'x'",
        "UPDATE audit_seal SET since = 12",
        "DELETE FROM audit_seal",
    ],
)
def test_a_seal_that_was_touched_is_found(trail: Database, sql: str) -> None:
    assert _do(trail, sql)
    trail.record_event(ACTOR, LATER, "登录", "account")
    assert trail.audit_report().problems


def test_another_number_in_the_seal_is_found(trail: Database) -> None:
    assert _do(trail, "UPDATE audit_seal SET number = 11")


def test_two_events_that_changed_places_are_found(trail: Database) -> None:
    problems = _do(
        trail,
        "UPDATE audit_event SET id = -3 WHERE id = 3",
        "UPDATE audit_event SET id = 3 WHERE id = 5",
        "UPDATE audit_event SET id = 5 WHERE id = -3",
    )
    assert "审计记录第 3 条被改动过。" in problems


def test_an_event_that_was_put_in_is_found(trail: Database) -> None:
    problems = _do(
        trail,
        "INSERT INTO audit_event (at, account, action, subject, succeeded, detail, digest, kind) "
        "SELECT at, account, action, subject, succeeded, detail, digest, kind FROM audit_event "
        "WHERE id = 3",
    )
    assert "审计记录第 13 条被改动过。" in problems


def test_a_step_that_claims_to_be_a_founding_is_found(trail: Database) -> None:
    problems = _do(trail, "INSERT INTO journal_founding (entry_id) VALUES (3)")
    assert problems == ("操作记录第 3 步的建库标记被改动过。",)


def test_changes_of_a_step_that_is_not_there_are_found(trail: Database) -> None:
    problems = _do(
        trail,
        "PRAGMA foreign_keys=OFF",
        "INSERT INTO journal_change (entry_id, table_name, row_id, subject) "
        "VALUES (99, 'grid', '1', 'grid/1')",
    )
    assert problems == ("操作记录第 99 步没有对应的审计记录。",)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE journal_change SET after = after || ' ' WHERE id = 2",
        "UPDATE journal_change SET before = '' WHERE id = 2",
        "UPDATE journal_change SET subject = subject || row_id, row_id = '' WHERE id = 2",
        "UPDATE journal_change SET before = after, after = NULL WHERE id = 2",
        "UPDATE journal_change SET table_name = 'station' WHERE id = 2",
        "DELETE FROM journal_change WHERE id = 2",
    ],
)
def test_a_change_that_was_altered_is_found(trail: Database, sql: str) -> None:
    assert _do(trail, sql) == ("操作记录第 1 步被改动过。",)


def test_digests_of_both_forms_tell_one_step_from_another(trail: Database) -> None:
    with trail.reading() as connection:
        old = [audit.entry_digest(connection, number, like="") for number in (1, 2)]
        new = [audit.entry_digest(connection, number) for number in (1, 2)]
        again = audit.entry_digest(connection, 1, like=new[1])
    assert len({*old, *new}) == 4
    assert [digest.startswith("2:") for digest in (*old, *new)] == [False, False, True, True]
    assert again == new[0]


def test_a_step_of_many_rows_has_the_digest_of_all_of_them(db: Database) -> None:
    with db.writing("添加网格", ACTOR, LATER) as work:
        for number in range(1, 2_501):
            work.session.add(GridRecord(number=str(number), name=f"第{number}网格"))
    assert db.audit_report().problems == ()
    (problem,) = _do(db, "UPDATE journal_change SET after = after || ' ' WHERE row_id = '2500'")
    assert problem.endswith("步被改动过。")


# ---- heads that are kept elsewhere ----------------------------------------------------------


def _head(db: Database) -> AuditHead:
    with db.reading() as connection:
        found = audit.head(connection)
    assert found is not None
    return found


def _known(head: AuditHead) -> list[KnownHead]:
    return [KnownHead(head=head, where="保险柜里的纸")]


def test_a_head_kept_on_paper_fits_as_long_as_the_trail_goes_on(trail: Database) -> None:
    head = _head(trail)
    assert head.number == EVENTS
    trail.record_event(ACTOR, LATER, "登录", "account")
    assert trail.audit_report(_known(head)).problems == ()


def test_a_whole_file_put_back_to_an_older_state_is_told_by_a_head(
    trail: Database, tmp_path: Path
) -> None:
    trail.copy_to(tmp_path / "old.db")
    trail.record_event(ACTOR, LATER, "查看证件号码", "resident/1")
    head = _head(trail)
    old = trail.beside(tmp_path / "old.db")
    try:
        assert old.audit_report().problems == ()
        (problem,) = old.audit_report(_known(head)).problems
        assert problem == (
            "保险柜里的纸记下的审计记录已到第 13 条，台账里只到第 12 条："
            "台账被换成了旧的，或末尾的记录被删除了。"
        )
        old.record_event(ACTOR, LATER, "登录", "account")
        (problem,) = old.audit_report(_known(head)).problems
        assert problem == "保险柜里的纸记下的第 13 条与台账里的不是同一条：审计记录被替换过。"
    finally:
        old.close()


def test_a_restore_on_record_explains_heads_of_what_was_given_up(
    trail: Database, tmp_path: Path
) -> None:
    trail.copy_to(tmp_path / "old.db")
    trail.record_event(ACTOR, LATER, "查看证件号码", "resident/1")
    head = _head(trail)
    old = trail.beside(tmp_path / "old.db")
    try:
        old.record_event(
            ACTOR, LATER, "恢复备份", "ledger", detail={"原有审计记录": str(head.number)}
        )
        report = old.audit_report(_known(head))
        assert report.problems == ()
        assert report.notes == (
            "保险柜里的纸记下的第 13 条属于恢复备份以前的那一段，恢复已记在第 13 条。",
        )
    finally:
        old.close()


# ---- the clock ------------------------------------------------------------------------------


def test_a_clock_set_back_is_recorded_once(context: Context) -> None:
    db, clock = context.db, context.clock
    db.record_event(ACTOR, clock(), "打印", "card")
    clock.advance(minutes=-30)
    for _ in range(2):
        db.record_event(ACTOR, clock(), "打印", "card")
    with db.reading() as connection:
        found = audit.events(connection, 4)
    assert [event.action for event in found] == ["打印", "打印", "发现时间回拨", "打印"]
    before = FixedClock()().astimezone()
    assert found[2].detail == {
        "上一条记录": f"{before:%Y-%m-%d %H:%M}",
        "现在": f"{before - timedelta(minutes=30):%Y-%m-%d %H:%M}",
    }
    assert db.take_clock_warning() == FixedClock()()
    assert db.take_clock_warning() is None
    assert db.audit_report().problems == ()


def test_a_clock_put_right_by_a_minute_is_no_event(context: Context) -> None:
    context.db.record_event(ACTOR, context.clock(), "打印", "card")
    context.clock.advance(minutes=-2)
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number="9", name="第九网格"))
    assert context.db.take_clock_warning() is None


# ---- anything at all ------------------------------------------------------------------------

_CELLS = {
    "audit_event": (
        "at",
        "account",
        "action",
        "subject",
        "succeeded",
        "detail",
        "entry_id",
        "kind",
    ),
    "journal_entry": ("at", "account_id", "account", "action", "undoable", "undoes"),
    "journal_change": ("entry_id", "table_name", "row_id", "subject", "before", "after"),
}


@st.composite
def tamperings(draw: st.DrawFn) -> tuple[str, str, int, int]:
    """What is done, to which table, to which of its lines, and which cell or other line."""
    table = draw(st.sampled_from(sorted(_CELLS)))
    verb = draw(st.sampled_from(("edit", "delete", "swap", "copy")))
    return verb, table, draw(st.integers(0, 40)), draw(st.integers(0, 40))


def _tamper(raw: Any, verb: str, table: str, one: int, other: int) -> bool:
    """Do it; return whether anything is different now."""
    before = raw.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()
    numbers = [row[0] for row in raw.execute(f"SELECT id FROM {table} ORDER BY id")]
    first, second = numbers[one % len(numbers)], numbers[other % len(numbers)]
    columns = [row[1] for row in raw.execute(f"PRAGMA table_info({table})") if row[1] != "id"]
    names = ", ".join(f'"{name}"' for name in columns)
    if verb == "edit":
        cell = _CELLS[table][other % len(_CELLS[table])]
        raw.execute(f"UPDATE {table} SET {cell} = coalesce({cell}, '') || '1' WHERE id = {first}")
    elif verb == "delete":
        raw.execute(f"DELETE FROM {table} WHERE id = {first}")
    elif verb == "swap":
        left, right = (
            raw.execute(f"SELECT {names} FROM {table} WHERE id = {each}").fetchone()
            for each in (first, second)
        )
        marks = ", ".join(f'"{name}" = ?' for name in columns)
        raw.execute(f"UPDATE {table} SET {marks} WHERE id = {first}", right)
        raw.execute(f"UPDATE {table} SET {marks} WHERE id = {second}", left)
    else:
        raw.execute(f"INSERT INTO {table} ({names}) SELECT {names} FROM {table} WHERE id = {first}")
    return before != raw.execute(f"SELECT * FROM {table} ORDER BY id").fetchall()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.lists(tamperings(), min_size=1, max_size=3))
def test_any_tampering_is_found(
    trail: Database, tmp_path_factory: pytest.TempPathFactory, done: list[tuple[str, str, int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("tampered")
    trail.copy_to(folder / "ledger.db")
    copy = trail.beside(folder / "ledger.db")
    try:
        with _raw(copy) as raw:
            raw.execute("PRAGMA foreign_keys=OFF")
            tables = ("audit_event", "journal_entry", "journal_change")
            before = [raw.execute(f"SELECT * FROM {t} ORDER BY id").fetchall() for t in tables]
            for each in done:
                _tamper(raw, *each)
            after = [raw.execute(f"SELECT * FROM {t} ORDER BY id").fetchall() for t in tables]
        assert bool(copy.audit_report().problems) is (before != after)
    finally:
        copy.close()
        shutil.rmtree(folder)
