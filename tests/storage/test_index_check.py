"""Whatever is wrong with the search index is found, and mended by making it anew."""

import pytest
from support.ledgers import ACTOR, FixedClock
from support.people import make_draft, make_phone

from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.services.ledger import rebuild_index, verify
from linli.storage.search_facts import load_facts
from linli.storage.search_index import person_words

NAMES = ("张三", "单雄信", "买买提·艾山", "李\U0002a6a5", "ABC Def")


@pytest.fixture
def ledger(services):
    """A ledger of five people; ids are 1 to 5."""
    for i, name in enumerate(NAMES):
        home = HomeDraft(
            address=Address(building="3号楼", room=f"50{i}"),
            new_household=HouseholdDraft(number=str(i)),
        )
        draft = make_draft(name, sequence=i, phones=(make_phone(f"1380000000{i}"),))
        services.residents.add(draft, home)
    return services


def broken(services, *statements: str) -> list[str]:
    """Break the index by hand; return what verify says."""
    with services.context.db.writing("弄坏", ACTOR, FixedClock()()) as work:
        for statement in statements:
            work.connection.exec_driver_sql(statement)
    return list(verify(services.context).problems)


def test_the_index_of_ordinary_work_is_sound(ledger):
    assert broken(ledger) == []


@pytest.mark.parametrize(
    ("statements", "people"),
    [
        (("DELETE FROM person_fts WHERE rowid = 2",), 1),
        (("INSERT INTO person_fts (rowid, words) VALUES (77, '张三')",), 1),
        (("INSERT INTO person_fts (person_fts) VALUES ('delete-all')",), 5),
        (
            (
                "DELETE FROM person_fts WHERE rowid = 2",
                "INSERT INTO person_fts (rowid, words) VALUES (2, '张 三')",
            ),
            1,
        ),
        (("UPDATE resident SET home_id = 1 WHERE id IN (3, 4)",), 2),
    ],
    ids=["missing", "nobody's", "empty", "other words", "other home"],
)
def test_what_is_wrong_is_counted_and_mended(ledger, statements, people):
    (said,) = broken(ledger, *statements)
    assert f"有 {people} 人与登记的内容不符" in said
    assert "linli verify --rebuild-index" in said
    rebuild_index(ledger.context)
    assert verify(ledger.context).problems == ()
    assert ledger.residents.find_ids("shanxx") == [2]
    assert ledger.residents.find_ids("3-503") == [4]


def test_a_word_that_moved_to_another_person_is_found(ledger):
    """As many people have each word as before; they are others."""
    with ledger.context.db.reading() as connection:
        raw = connection.connection.driver_connection
        first, second = (person_words(person) for person in load_facts(raw, [1, 2]))
    assert "三" in first.split()
    assert "三" not in second.split()
    changed = first.replace(" 三 ", " "), f"{second} 三"
    (said,) = broken(
        ledger,
        "DELETE FROM person_fts WHERE rowid IN (1, 2)",
        f"INSERT INTO person_fts (rowid, words) VALUES (1, '{changed[0]}'), (2, '{changed[1]}')",
    )
    assert "有 2 人" in said


def test_damage_inside_the_index_is_said_and_not_raised(ledger):
    said = broken(ledger, "UPDATE person_fts_data SET block = x'00' WHERE id > 10")
    assert any("linli verify --rebuild-index" in sentence for sentence in said)
    rebuild_index(ledger.context)
    assert verify(ledger.context).problems == ()


def test_making_the_index_anew_is_in_the_trail_and_is_no_undo_step(ledger):
    undo = ledger.history.state().undo
    rebuild_index(ledger.context)
    assert ledger.history.state().undo == undo
    assert ledger.history.events(1)[0].action == "重建查找索引"
