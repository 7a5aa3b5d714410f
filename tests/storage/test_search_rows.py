"""Rows of the index written by the thousand are those written one by one."""

import pytest
from support.ledgers import ACTOR, FixedClock, resident_row

from linli.storage import search_rows
from linli.storage.many_rows import insert_rows
from linli.storage.schema import PhoneRecord, ResidentRecord, ResidentTagRecord

AT = FixedClock()()
COUNT = 250


@pytest.fixture
def street(db, monkeypatch):
    """A ledger whose people were indexed in several steps; some say things hard to write down."""
    monkeypatch.setattr(search_rows, "CHUNK", 100)
    odd = ['引"号', "反\\斜", "空\t格", "\U0002a6a5", "\ue123", "O'Neil"]
    with db.writing("批量", ACTOR, AT) as work:
        names = [f"张{odd[n % len(odd)]}{n}" for n in range(COUNT)]
        insert_rows(
            work.connection,
            ResidentRecord,
            [resident_row(name, employer="棉纺厂") for name in names],
        )
        owned = [{"resident_id": n, "position": 0} for n in range(1, COUNT + 1, 2)]
        phones = [
            {"kind": "mobile", "number": f"138{n:08d}", "tail": f"{n:04d}"} for n in range(COUNT)
        ]
        insert_rows(
            work.connection, PhoneRecord, [a | b for a, b in zip(owned, phones, strict=False)]
        )
        tags = [{"kind": "care", "text": "低保户"}, {"kind": "care", "text": "精神障碍"}]
        insert_rows(
            work.connection, ResidentTagRecord, [a | tags[n % 2] for n, a in enumerate(owned)]
        )
    return db


def test_people_indexed_in_several_steps_are_all_found(street):
    assert street.index_problems() == []


def test_the_settings_of_the_index_are_the_usual_ones_again(street):
    with street.reading() as connection:
        rows = connection.exec_driver_sql("SELECT k, v FROM person_fts_config").all()
    settings = {row.k: row.v for row in rows}
    assert (settings["hashsize"], settings["automerge"]) == (1 << 20, 4)


def test_nobody_is_written_without_a_word(db):
    with db.writing("看", ACTOR, AT) as work:
        raw = work.connection.connection.driver_connection
        search_rows.write_words(raw, [])
        search_rows.write_words(raw, [77])
    with db.reading() as connection:
        rows = connection.exec_driver_sql("SELECT count(*) FROM person_fts_docsize").scalar_one()
    assert rows == 0
