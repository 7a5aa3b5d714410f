"""A few people with everything that can be attached to a person, and the ledger as plain rows."""

from dataclasses import replace

from support.cards import TEN
from support.people import make_document, make_draft, make_phone

from linli.domain.party import PartyMembership
from linli.domain.residents import (
    FloatingStay,
    HomeDraft,
    HouseholdDraft,
    RentalDraft,
    ResidentDraft,
    Tenancy,
)
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.storage.journal import columns_of
from linli.storage.merge_rows import tables

HOME = Address(estate="西河小区", building="3号楼", unit="2单元", room="501")
LEFT_OUT = {"updated_at"}
OWN_RECORDS = {"merge", "merge_step"}


def add(services, draft, home=None):
    return services.residents.add(draft, home)[0]


def house(number, room):
    address = replace(HOME, room=room)
    return HomeDraft(address=address, new_household=HouseholdDraft(number=number))


def make_people(services):
    """Add eight people, most of them heads; all are of one sex and born in one year."""
    people = [
        add(
            services,
            ResidentDraft(
                name=name,
                birth=PartialDate(1960) if place % 2 else PartialDate(1960, 5, 1),
                phones=(make_phone(f"1380000000{place}"), make_phone("13900001111")),
                skills=("水电维修", f"手艺{place}"),
                relation_code="02",
                note=f"备注{place}",
                occupation=f"职业{place}" if place % 3 else None,
                floating=FloatingStay(origin=f"县{place}") if place in (1, 2, 5) else None,
                party=PartyMembership(branch=f"第{place}支部") if place in (2, 3) else None,
            ),
            house(f"000{place}", f"{place}01"),
        )
        for place, name in enumerate(["王伟", "王玮", "王炜", "王纬", "王维", "王薇"])
    ]
    first = services.residents.get(people[0]).facts.household_id
    people.append(add(services, ResidentDraft(name="王卫", household_id=first, relation_code="20")))
    people.append(add(services, make_draft("王未", documents=(make_document(sequence=201),))))
    return people


def attach_all(services, people):
    """Attach to people whatever can be, and tell two pairs apart."""
    get = services.residents.get
    dwelling = services.dwellings.get(
        services.households.get(get(people[0]).facts.household_id).facts.dwelling_id
    )
    services.dwellings.set_rental(
        dwelling.id,
        RentalDraft(tenancies=(Tenancy(name="王玮", resident_id=people[1]),)),
        version=dwelling.version,
    )
    batch = services.cards.prepare(people[:3], "resident")
    services.cards.issue(batch, TEN)
    with services.context.writing("登记") as work:
        for person in people[:6]:
            for sql in _ROWS:
                household = get(people[(person + 1) % 5]).facts.household_id
                work.connection.exec_driver_sql(
                    sql, {"person": person, "other": people[2], "household": household}
                )
    services.doubles.not_same(people[0], people[4])
    services.doubles.not_same(people[1], people[4])


_ROWS = (
    """INSERT INTO entitlement (version, resident_id, kind_code, number)
    VALUES (1, :person, CASE :person % 2 WHEN 0 THEN '01' ELSE '99' END, 'D' || :person)""",
    """INSERT INTO visit (version, day, kind_code, resident_id)
    VALUES (1, '2026-10-01', '01', :person)""",
    """INSERT INTO visit (version, day, kind_code, household_id)
    VALUES (1, '2026-10-02', '01', :household)""",
    """INSERT INTO bed (version, facility, number) VALUES (1, '养老院', :person)""",
    """INSERT INTO bed_stay (version, bed_id, resident_id, name, since, until)
    SELECT 1, max(id), :person, 'x', '2026-01-01', CASE WHEN :person > 2 THEN '2026-02-01' END
    FROM bed""",
    """INSERT INTO neighbour (version, resident_id, neighbour_id, name, holds_key, call_first)
    SELECT 1, :person, :other, 'x', 0, :person % 2 WHERE :person <> :other""",
    """INSERT INTO neighbour (version, resident_id, neighbour_id, name, holds_key, call_first)
    SELECT 1, :other, :person, 'x', 0, 0 WHERE :person % 2""",
    """INSERT INTO pairing (version, household_id, resident_id, name)
    VALUES (1, :household, :person, 'x')""",
    """INSERT INTO drawn_glyph (character, strokes, width, resident_id)
    VALUES (char(59000 + :person), '[]', 1.0, :person)""",
    """INSERT INTO card (number, kind, resident_id)
    VALUES ('9' || :person, 'k' || :person % 2, :person)""",
)


def everything(services):
    """Return every journaled row of the ledger, save versions, times of change and the merges."""
    found = {}
    with services.context.db.reading() as connection:
        for name, table in tables().items():
            if name in OWN_RECORDS:
                continue
            columns = [column for column in columns_of(table) if column not in LEFT_OUT]
            rows = connection.exec_driver_sql(f"SELECT {', '.join(columns)} FROM {name}")
            found[name] = {tuple(row) for row in rows}
    return found


def differences(before, after):
    """Return what two states differ in, for the message of a failing test."""
    return {
        name: (before[name] - after[name], after[name] - before[name])
        for name in before
        if before[name] != after[name]
    }
