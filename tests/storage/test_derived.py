"""The index after any work holds the same as one made anew."""

from dataclasses import replace

import pytest
from sqlalchemy import insert
from support.ledgers import resident_row
from support.people import make_draft, make_phone

from linli.domain.residents import HomeDraft, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.storage import derived
from linli.storage.schema import PhoneRecord, ResidentRecord


def contents(db) -> tuple[list[tuple], list[tuple]]:
    """What the index holds, as (word, person), and where people live."""
    with db.writing("看", *_who(db)) as work:
        connection = work.connection
        connection.exec_driver_sql(
            "CREATE VIRTUAL TABLE temp.words USING fts5vocab('main', 'person_fts', 'instance')"
        )
        words = connection.exec_driver_sql("SELECT term, doc FROM temp.words ORDER BY 1, 2").all()
        connection.exec_driver_sql("DROP TABLE temp.words")
        homes = connection.exec_driver_sql("SELECT id, home_id FROM resident").all()
    return [tuple(row) for row in words], [tuple(row) for row in homes]


def _who(db):
    from support.ledgers import ACTOR, FixedClock

    return ACTOR, FixedClock()()


def rebuilt(db) -> tuple[list[tuple], list[tuple]]:
    with db.writing("重建", *_who(db)) as work:
        derived.rebuild(work.connection)
    return contents(db)


@pytest.fixture
def worked(services):
    """A ledger in which everything the index depends on came, changed, went and came back."""
    ids = []
    for i, name in enumerate(("单雄信", "吕布", "买买提·艾山", "张三")):
        home = HomeDraft(
            address=Address(building="3号楼", room="501"),
            new_household=HouseholdDraft(number=str(i)),
        )
        draft = make_draft(name, sequence=i, phones=(make_phone(f"1380000000{i}"),))
        ids.append(services.residents.add(draft, home)[0])
    services.residents.update(
        ids[0],
        make_draft("单信", sequence=0, former_name="解小明", phones=(make_phone("13999999999"),)),
        version=1,
    )
    household = services.residents.get(ids[1]).facts.household_id
    dwelling, _ = services.dwellings.find_or_add(Address(estate="幸福巷", building="12号"))
    services.households.move_to(household, dwelling)
    services.residents.add(make_draft("错登", sequence=77))
    services.history.undo()
    services.residents.update(ids[3], make_draft("李四", sequence=3), version=1)
    services.history.undo()
    services.history.redo()
    facts = services.residents.get(ids[2]).facts
    for version, changed in enumerate(
        (
            replace(facts, former_name="解小明"),
            replace(facts, former_name="解小明", phones=(make_phone("13712345678"),)),
            replace(facts, former_name="解小明", dwelling_id=dwelling),
        ),
        1,
    ):
        services.residents.update(ids[2], changed, version=version)
    services.residents.recycle([ids[2]])
    services.dwellings.update(dwelling, Address(estate="幸福里", building="12号"), None, version=1)
    return services


def test_every_kind_of_work_leaves_the_index_as_if_made_anew(worked):
    db = worked.context.db
    assert all(contents(db))
    assert contents(db) == rebuilt(db)


def test_an_entry_whose_changes_are_looked_at_part_by_part_is_found_whole(services, monkeypatch):
    monkeypatch.setattr(derived, "_CHANGES_AT_ONCE", 2)
    home = HomeDraft(address=Address(building="3号楼", room="501"), new_household=HouseholdDraft())
    person, _ = services.residents.add(
        make_draft("张三", phones=(make_phone("13712345678"),)), home
    )
    with services.context.writing("改") as work:
        rows = [resident_row(name, name_pinyin="") for name in ("甲一", "甲二", "甲三")]
        work.connection.execute(insert(ResidentRecord), rows)
        work.connection.exec_driver_sql("UPDATE dwelling SET room = '601', address_key = '|3||601'")
        work.connection.exec_driver_sql("UPDATE resident SET occupation = '电工'")

    db = services.context.db
    assert services.residents.find_ids("3-601") == [person]
    assert contents(db) == rebuilt(db)


def test_who_lives_elsewhere_than_the_household_lives_there_until_coming_back(services):
    home = HomeDraft(address=Address(building="3号楼", room="501"), new_household=HouseholdDraft())
    person, _ = services.residents.add(make_draft("张三"), home)
    flat, _ = services.dwellings.find_or_add(Address(building="8号楼", room="101"))
    facts = services.residents.get(person).facts
    services.residents.update(person, replace(facts, dwelling_id=flat), version=1)
    assert services.residents.find_ids("8号楼") == [person]
    assert services.residents.find_ids("3号楼") == []
    services.residents.update(person, facts, version=2)
    assert services.residents.find_ids("3号楼") == [person]


def test_an_index_that_was_lost_is_made_anew(worked):
    db = worked.context.db
    before = contents(db)
    with db.writing("丢失", *_who(db)) as work:
        work.connection.exec_driver_sql("INSERT INTO person_fts (person_fts) VALUES ('delete-all')")
    assert contents(db) != before
    assert rebuilt(db) == before


def test_bulk_inserts_are_found_and_undo_forgets_them(services):
    with services.context.writing("导入") as work:
        rows = [
            resident_row(name, id=i, name_pinyin="") for i, name in enumerate(("甲一", "甲二"), 1)
        ]
        work.connection.execute(insert(ResidentRecord), rows)
        phone = {"resident_id": 2, "position": 0, "kind": "mobile", "number": "13812345678"}
        work.connection.execute(insert(PhoneRecord), [phone | {"tail": "5678", "note": None}])
    assert sorted(services.residents.find_ids("jia")) == [1, 2]
    assert services.residents.find_ids("甲") == [1, 2]
    assert services.residents.find_ids("1234") == [2]
    services.history.undo()
    assert services.residents.find_ids("甲") == []
    assert services.residents.find_ids("1234") == []
    db = services.context.db
    assert contents(db) == rebuilt(db)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO resident_tag (resident_id, position, kind, text) VALUES (1, 0, 'care', '孤')",
        "UPDATE resident_tag SET text = '残疾人' WHERE resident_id = 2",
        "UPDATE resident_tag SET resident_id = 1 WHERE resident_id = 2",
        "DELETE FROM resident_tag",
        "UPDATE phone SET resident_id = 1",
        "UPDATE phone SET number = '13999999999', tail = '9999' WHERE resident_id = 2",
        "UPDATE identity_document SET resident_id = 2",
        "INSERT INTO floating_stay (resident_id) VALUES (1)",
        "DELETE FROM floating_stay",
        "INSERT INTO party_membership (resident_id, difficulty) VALUES (1, 1)",
        "UPDATE party_membership SET management = 'entrust'",
        "UPDATE party_membership SET resident_id = 1",
        "INSERT INTO entitlement (version, resident_id, kind_code) VALUES (1, 1, '02')",
        "UPDATE entitlement SET kind_code = '04'",
        "UPDATE entitlement SET resident_id = 1",
        "DELETE FROM entitlement",
        "INSERT INTO rental (dwelling_id) VALUES (1)",
        "DELETE FROM rental",
        "UPDATE household SET number = 'X-9' WHERE id = 1",
        "UPDATE household SET dwelling_id = 2",
        "UPDATE dwelling SET estate = '光明里', address_key = id || '光明里|3|2|501'",
        "UPDATE resident SET status = 'moved_out'",
        "UPDATE resident SET recycled_at = '2026-11-23T01:00:00.000+00:00' WHERE id = 1",
        "UPDATE resident SET birth = '1950-01', occupation = '教师', employer = '一中'",
        "UPDATE resident SET relation_code = '02', politics_code = '01', origin_village = '李家庄'",
        "UPDATE resident SET returned = 1, native_name = 'Ali'",
    ],
)
def test_whatever_changes_in_any_table_the_index_follows(services, statement):
    home = HomeDraft(address=Address(building="3号楼", room="501"), new_household=HouseholdDraft())
    services.residents.add(make_draft("张三", phones=(make_phone("13700000001"),)), home)
    other = HomeDraft(address=Address(building="4号楼", room="401"), new_household=HouseholdDraft())
    draft = make_draft("李四", sequence=5, phones=(make_phone("13700000002"),), care_tags=("独居",))
    services.residents.add(draft, other)
    with services.context.writing("登记") as work:
        for row in (
            "INSERT INTO floating_stay (resident_id) VALUES (2)",
            "INSERT INTO party_membership (resident_id, difficulty) VALUES (2, 0)",
            "INSERT INTO entitlement (version, resident_id, kind_code) VALUES (1, 2, '01')",
            "INSERT INTO rental (dwelling_id) VALUES (2)",
        ):
            work.connection.exec_driver_sql(row)
    before = contents(services.context.db)
    with services.context.writing("改动") as work:
        work.connection.exec_driver_sql(statement)
    assert contents(services.context.db) != before
    assert services.context.db.index_problems() == []
    services.history.undo()
    assert contents(services.context.db) == before
