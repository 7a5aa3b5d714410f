from datetime import UTC, datetime

import pytest
from support.people import make_draft, make_phone

from linli.domain.residents import FloatingStay, HouseholdDraft
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.storage import residents
from linli.storage.bulk import BulkWriter

AT = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
HOME = Address(building="3号楼", unit="2单元", room="501")


@pytest.fixture
def writing(db, actor):
    return lambda: db.writing("批量", actor, AT)


def test_people_come_back_as_they_were_added(db, writing):
    draft = make_draft(
        phones=(make_phone(),),
        skills=("理发",),
        care_tags=("独居老人",),
        floating=FloatingStay(arrived=PartialDate(2025, 3), origin="甘肃省"),
    )
    with writing() as work:
        bulk = BulkWriter(work.connection, AT)
        dwelling_id = bulk.add_dwelling(HOME)
        household_id = bulk.add_household(HouseholdDraft(number="1", dwelling_id=dwelling_id))
        wanted = make_draft(
            **{
                field: getattr(draft, field)
                for field in ("documents", "phones", "skills", "care_tags", "floating")
            },
            household_id=household_id,
        )
        resident_id = bulk.add_resident(wanted)
        bulk.flush()
    with db.reading() as connection:
        resident = residents.get_resident(connection, resident_id)
    assert resident.facts == wanted
    assert resident.address == HOME
    assert resident.household_number == "1"


def test_bulk_work_is_journaled_like_any_other(db, writing):
    with writing() as work:
        bulk = BulkWriter(work.connection, AT)
        for sequence in range(101, 111):
            bulk.add_resident(make_draft(sequence=sequence))
        bulk.flush()
    with db.reading() as connection:
        journaled = connection.exec_driver_sql(
            "SELECT count(*) FROM journal_change WHERE table_name = 'resident' AND entry_id = ?",
            (work.entry_id,),
        ).scalar_one()
    assert journaled == 10


def test_ids_of_removed_rows_are_not_given_again(db, writing):
    with writing() as work:
        bulk = BulkWriter(work.connection, AT)
        first = bulk.add_resident(make_draft())
        bulk.flush()
        work.connection.exec_driver_sql("DELETE FROM resident")
        bulk = BulkWriter(work.connection, AT)
        assert bulk.add_resident(make_draft()) == first + 1
        bulk.flush()
