"""Drafts: each account its own, the last state of each, gone with what it was about."""

from support.ledgers import FixedClock, add_account

from linli.domain.drafts import Draft
from linli.storage import drafts
from linli.storage.database import Database


def _keep(db: Database, clock: FixedClock, draft_id: str, content: str, account: int = 1) -> None:
    with db.noting() as connection:
        drafts.keep(connection, account, Draft(id=draft_id, at=clock(), content=content))


def _list(db: Database, account: int = 1) -> list[tuple[str, str]]:
    with db.reading() as connection:
        return [(each.id, each.content) for each in drafts.list_of(connection, account)]


def test_the_last_state_of_each_draft_is_listed_newest_first(
    db: Database, clock: FixedClock
) -> None:
    _keep(db, clock, "a", "张")
    clock.advance(seconds=3)
    _keep(db, clock, "b", "李")
    clock.advance(seconds=3)
    _keep(db, clock, "a", "张桂兰")
    assert _list(db) == [("a", "张桂兰"), ("b", "李")]
    with db.noting() as connection:
        drafts.drop(connection, ["a", "gone"])
    assert _list(db) == [("b", "李")]


def test_each_account_has_its_own(db: Database, clock: FixedClock) -> None:
    add_account(db, clock, "李强")
    _keep(db, clock, "a", "张")
    _keep(db, clock, "b", "李", account=2)
    assert _list(db) == [("a", "张")]
    assert _list(db, 2) == [("b", "李")]


def test_keeping_a_draft_is_no_step_and_no_event(db: Database, clock: FixedClock) -> None:
    counts = "SELECT (SELECT count(*) FROM journal_entry), (SELECT count(*) FROM audit_event)"
    with db.reading() as connection:
        before = connection.exec_driver_sql(counts).one()
    _keep(db, clock, "a", "张")
    with db.reading() as connection:
        assert connection.exec_driver_sql(counts).one() == before
    assert db.audit_problems() == []


def test_erasing_a_person_takes_the_drafts_that_name_them(db: Database, clock: FixedClock) -> None:
    _keep(db, clock, "a", '{"name": "张桂兰"}')
    _keep(db, clock, "b", '{"name": "李建国"}')
    with db.noting() as connection:
        assert drafts.drop_with(connection, ["张桂兰", ""]) == 1
    assert _list(db) == [("b", '{"name": "李建国"}')]
