"""The audit trail: one line per step, chained; whatever is tampered with is found."""

import pytest
from support.ledgers import ACTOR, FixedClock

from linli.storage import audit, audit_check
from linli.storage.database import Database
from linli.storage.schema import GridRecord

AT = FixedClock()()
OPENED = ["登录", "建立台账"]


@pytest.fixture
def trail(db: Database) -> Database:
    """A ledger with five events: founding, signing in, a reveal, a grid added and one renamed."""
    db.record_event(ACTOR, AT, "查看证件号码", "resident/1", detail={"reason": "办理业务"})
    for name in ("东", "西"):
        with db.writing(f"网格改为{name}", ACTOR, AT) as work:
            work.session.merge(GridRecord(id=1, number="1", name=name))
    return db


def _events(db: Database) -> list:
    with db.reading() as connection:
        return audit.events(connection, 100)


def test_the_trail_says_who_what_when_newest_first(trail: Database) -> None:
    events = _events(trail)
    assert [e.action for e in events] == ["网格改为西", "网格改为东", "查看证件号码", *OPENED]
    reveal = events[2]
    assert (reveal.account, reveal.at, reveal.subject) == ("王芳", AT, "resident/1")
    assert reveal.succeeded
    assert reveal.detail == {"reason": "办理业务"}
    assert events[0].detail["grid"] == "1"


def test_the_trail_can_be_cut_to_the_last_lines(trail: Database) -> None:
    with trail.reading() as connection:
        assert [e.action for e in audit.events(connection, 1)] == ["网格改为西"]


def test_a_failure_is_recorded_as_one(db: Database) -> None:
    db.record_event(ACTOR, AT, "导出", "residents", succeeded=False)
    assert [e.succeeded for e in _events(db)] == [False, True, True]


def test_an_event_inside_a_transaction_shares_its_fate(db: Database) -> None:
    with db.writing("发卡", ACTOR, AT) as work:
        work.record_event("打印", "card", detail={"cards": "10"})
    assert work.changes.entry_id is None
    assert [e.action for e in _events(db)] == ["打印", *OPENED]

    def fail() -> None:
        with db.writing("发卡", ACTOR, AT) as work:
            work.record_event("打印", "card")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert len(_events(db)) == 3


def test_an_untouched_trail_has_no_problems(trail: Database) -> None:
    assert trail.audit_problems() == []


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("UPDATE audit_event SET account = '李明' WHERE id = 2", ["审计记录第 2 条被改动过。"]),
        ("UPDATE audit_event SET at = '2020' WHERE id = 2", ["审计记录第 2 条被改动过。"]),
        ("UPDATE audit_event SET succeeded = 0 WHERE id = 2", ["审计记录第 2 条被改动过。"]),
        (
            "UPDATE audit_event SET digest = 'x' WHERE id = 2",
            ["审计记录第 2 条被改动过。", "审计记录第 3 条被改动过。"],
        ),
        ("DELETE FROM audit_event WHERE id = 2", ["审计记录缺少第 2 条。"]),
        (
            "DELETE FROM audit_event WHERE id = 5",
            ["审计记录第 4 条之后的记录被删除了。", "操作记录第 3 步没有对应的审计记录。"],
        ),
        (
            "UPDATE journal_change SET after = '{}' WHERE entry_id = 2",
            ["操作记录第 2 步被改动过。"],
        ),
        (
            "UPDATE journal_change SET before = '{}' WHERE entry_id = 3",
            ["操作记录第 3 步被改动过。"],
        ),
        (
            "UPDATE journal_change SET subject = 'grid/9' WHERE entry_id = 2",
            ["操作记录第 2 步被改动过。"],
        ),
        ("UPDATE journal_entry SET undoable = 0 WHERE id = 3", ["操作记录第 3 步被改动过。"]),
        ("UPDATE journal_entry SET undoes = 2 WHERE id = 3", ["操作记录第 3 步被改动过。"]),
        ("DELETE FROM journal_change WHERE entry_id = 3", ["操作记录第 3 步被改动过。"]),
        ("UPDATE journal_entry SET account = '李明' WHERE id = 3", ["操作记录第 3 步被改动过。"]),
        (
            "INSERT INTO journal_entry VALUES ('', 1, '', '', 1, NULL, 4)",
            ["操作记录第 4 步没有对应的审计记录。"],
        ),
    ],
)
def test_tampering_is_found_and_named(trail: Database, sql: str, said: list[str]) -> None:
    with trail.structure() as connection:
        for table in ("audit_event", "journal_change"):
            for verb in ("update", "delete"):
                connection.exec_driver_sql(f"DROP TRIGGER keep_{table}_{verb}")
        connection.exec_driver_sql(sql)
    assert trail.audit_problems()[1:] == said


def test_a_deleted_step_is_found(trail: Database) -> None:
    with trail.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_journal_change_delete")
        connection.exec_driver_sql("DELETE FROM journal_change WHERE entry_id = 3")
        connection.exec_driver_sql("DELETE FROM journal_entry WHERE id = 3")
    assert "操作记录第 3 步被删除了。" in trail.audit_problems()


def test_the_trail_has_a_key_of_its_own(trail: Database) -> None:
    key = trail._key
    assert audit.derive_key(key) != key
    with trail.reading() as connection:
        assert audit_check.check(connection, audit.derive_key(key)).problems == ()
        found = audit_check.check(connection, key).problems
        assert len(found) == len(audit.events(connection, 100))
