from dataclasses import replace

import pytest
from sqlalchemy import update
from support.cards import TEN
from support.homes import settle

from linli.domain.paper import BUSINESS
from linli.domain.values.addresses import Address
from linli.storage import card_issues, runs
from linli.storage.schema import CardIssueRecord

PLACE = Address(estate="幸福小区", building="3号楼")


@pytest.fixture
def run_id(services):
    """A run of four cards, printed on the slots 9 and 10 and the first two of a second sheet."""
    people = settle(services, ((f"孙{c}", replace(PLACE, room=c)) for c in "1234"))
    batch = services.cards.prepare(people, "resident")
    return services.cards.issue(batch, replace(TEN, start_slot=9), BUSINESS).run_id


def test_every_printing_knows_its_sheet_and_slot(context, run_id):
    with context.db.reading() as connection:
        layouts = connection.execute(
            CardIssueRecord.__table__.select().order_by(CardIssueRecord.id)
        ).all()
        last = runs.last_portion(connection, run_id, TEN)
    assert [card_issues.place_of(row.layout) for row in layouts] == [
        (TEN.sheet.id, slot) for slot in (9, 10, 1, 2)
    ]
    assert (last.sheet, last.first_slot, last.next_slot) == (TEN.sheet.id, 9, 3)
    assert not last.has_gaps


def test_printings_of_an_earlier_version_know_no_slot(context, run_id):
    with context.writing("试") as work:
        work.connection.execute(update(CardIssueRecord).values(layout=TEN.sheet.id))
    with context.db.reading() as connection:
        last = runs.last_portion(connection, run_id, TEN)
    assert card_issues.place_of("single") == ("single", None)
    assert (last.sheet, last.first_slot, last.next_slot) == (TEN.sheet.id, 1, 1)
