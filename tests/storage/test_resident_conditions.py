"""How filters are looked up: no condition reads the records of everybody."""

from datetime import date

import pytest
from sqlalchemy import func, select

from linli.domain.party import PartyBelonging
from linli.domain.residents import (
    HouseholdKind,
    ManagementClass,
    MissingFact,
    ResidentFilter,
    ResidentStatus,
    Sex,
)
from linli.domain.values.addresses import Address
from linli.storage.resident_conditions import conditions
from linli.storage.schema import ResidentRecord

TODAY = date(2026, 11, 23)
EACH = {
    "sex": ResidentFilter(sex=Sex.FEMALE),
    "age": ResidentFilter(age_from=60, age_to=79),
    "alone": ResidentFilter(alone=True),
    "not alone": ResidentFilter(alone=False),
    "elders alone": ResidentFilter(age_from=60, alone=True),
    "no head": ResidentFilter(is_head=False),
    "collective": ResidentFilter(household_kind=HouseholdKind.COLLECTIVE),
    "education": ResidentFilter(education_codes=("20",)),
    "marriage": ResidentFilter(marriage_codes=("20",)),
    "entered": ResidentFilter(entered_since=date(2026, 11, 1)),
    "grids": ResidentFilter(grid_ids=(1, 2), without_grid=True),
    "estate": ResidentFilter(buildings=(Address(estate="西河小区"),)),
    "rented": ResidentFilter(rented=True),
    "not rented": ResidentFilter(rented=False),
    "floating": ResidentFilter(floating=True),
    "not floating": ResidentFilter(floating=False),
    "management": ResidentFilter(management=(ManagementClass.KEY,)),
    "permit": ResidentFilter(permit_within=30),
    "not returned": ResidentFilter(returned=False),
    "politics": ResidentFilter(politics_codes=("01",)),
    "belonging": ResidentFilter(party_belonging=PartyBelonging.OTHER),
    "entitlement": ResidentFilter(entitlements=("01",)),
    "tags": ResidentFilter(care_tags=("低保户", "独居老人"), all_care_tags=True),
    "card": ResidentFilter(has_card=True),
    "no card": ResidentFilter(has_card=False),
    "away": ResidentFilter(statuses=frozenset({ResidentStatus.MOVED_OUT})),
} | {f"no {fact.value}": ResidentFilter(missing=(fact,)) for fact in MissingFact}


@pytest.mark.parametrize("wanted", EACH.values(), ids=EACH)
def test_no_filter_reads_the_record_of_everybody(db, wanted):
    person = ResidentRecord
    counted = func.count(), func.count(person.household_id.distinct())
    with db.reading() as connection:
        asked = conditions(connection, wanted, TODAY)
        for columns in (counted, (person.id,)):
            query = select(*columns).where(*asked)
            compiled = query.compile(connection, compile_kwargs={"render_postcompile": True})
            values = tuple(compiled.params[name] for name in compiled.positiontup)
            plan = [
                row.detail
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}", values)
            ]
            scans = [line for line in plan if line.startswith("SCAN resident")]
            assert all("COVERING INDEX" in line for line in scans), plan
