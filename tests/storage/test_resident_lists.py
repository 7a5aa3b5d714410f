"""The residents table's lists: their order, their first pages, and the plans that read them."""

import random
from collections.abc import Iterator
from datetime import date
from functools import partial
from itertools import product
from typing import Any

import pytest
from sqlalchemy import insert
from support.ledgers import ACTOR, FixedClock

from linli.domain.pinyin import sort_pinyin
from linli.domain.residents import ResidentFilter, ResidentSort, ResidentStatus, Sex
from linli.domain.values.addresses import Address
from linli.storage import resident_lists
from linli.storage.database import Database
from linli.storage.dwellings import dwelling_values
from linli.storage.resident_conditions import conditions
from linli.storage.resident_order import sorted_query, walked
from linli.storage.schema import (
    DwellingRecord,
    GridRecord,
    HouseholdRecord,
    ResidentRecord,
    ResidentTagRecord,
)

TODAY = date(2026, 11, 23)
EVERYBODY = ResidentFilter(statuses=frozenset(ResidentStatus))
_MOMENT = "2026-11-23T01:00:00.000+00:00"
_SORTS = [sort for sort in ResidentSort if sort is not ResidentSort.MATCH]
_WAYS = (False, True)
_OF_FEW = {
    "tag": ResidentFilter(care_tags=("低保",)),
    "text": ResidentFilter(text="张建国"),
    "bin": ResidentFilter(recycled=True),
}


def _dwellings(rng: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, 61):
        place = Address(
            building=f"{rng.randrange(1, 13)}号楼", unit="1单元", room=f"{number}0{number % 3}"
        )
        grid = rng.choice((1, 2, 3, None))
        yield {"id": number, "grid_id": grid, **dwelling_values(place), "note": None}


def _residents(rng: random.Random) -> Iterator[dict[str, Any]]:
    for number in range(1, 401):
        name = rng.choice("王李张刘单曾") + rng.choice(("伟", "芳", "建国"))
        yield {
            "id": number,
            "name": name,
            "name_pinyin": sort_pinyin(name),
            "sex": rng.choice("12"),
            "birth": rng.choice((None, f"{rng.randrange(1940, 1960)}", "1988-04-12")),
            "household_id": rng.choice((None, *range(1, 41))),
            "dwelling_id": rng.choice((None, None, *range(1, 61))),
            "relation_code": rng.choice((None, "02", "10", "20")),
            "status": rng.choice(("present", "present", "moved_out", "deceased")),
            "recycled_at": rng.choice((None, None, None, _MOMENT)),
            "created_at": _MOMENT,
            "updated_at": _MOMENT,
        }


@pytest.fixture
def street(db: Database) -> Database:
    """Four hundred people with everything that can be missing, in any order."""
    rng = random.Random(11)
    grids = [
        {"id": 1, "number": "10", "name": "十"},
        {"id": 2, "number": "2", "name": "二"},
        {"id": 3, "number": "东", "name": "东"},
    ]
    households = [
        {
            "id": number,
            "number": rng.choice((None, str(number * 7))),
            "kind": "family",
            "dwelling_id": rng.choice((None, *range(1, 61))),
        }
        for number in range(1, 41)
    ]
    tags = [
        {"resident_id": number, "position": 0, "kind": "care", "text": "低保"}
        for number in range(1, 401, 9)
    ]
    with db.writing("导入", ACTOR, FixedClock()()) as work:
        for record, rows in (
            (GridRecord, grids),
            (DwellingRecord, list(_dwellings(rng))),
            (HouseholdRecord, households),
            (ResidentRecord, list(_residents(rng))),
            (ResidentTagRecord, tags),
        ):
            work.connection.execute(insert(record), rows)
    return db


def _plan(connection: Any, query: Any) -> str:
    compiled = query.compile(connection, compile_kwargs={"literal_binds": True})
    rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {compiled}")
    return "\n".join(row.detail for row in rows)


def test_walking_the_indexes_gives_the_order_of_sorting(street):
    with street.reading() as connection:
        for wanted, sort, descending in product((ResidentFilter(), EVERYBODY), _SORTS, _WAYS):
            asked = conditions(connection, wanted, TODAY)
            parts = [
                connection.execute(query).scalars().all()
                for query in walked(asked, sort, descending=descending)
            ]
            whole = connection.execute(sorted_query(asked, sort, descending=descending))
            walk = [number for part in parts for number in part]
            assert walk == whole.scalars().all(), (sort, descending)
            assert len(walk) > 100


def test_the_first_page_is_the_head_of_the_whole_list(street):
    filters = (ResidentFilter(), EVERYBODY, *_OF_FEW.values())
    with street.reading() as connection:
        read = partial(resident_lists.list_ids, connection, today=TODAY)
        for wanted, sort, descending in product(filters, _SORTS, _WAYS):
            whole = read(wanted, sort, descending=descending)
            for limit in (1, 7, 150):
                first = read(wanted, sort, descending=descending, limit=limit)
                assert first == whole[:limit], (wanted, sort, descending)


@pytest.mark.parametrize("sort", _SORTS)
def test_a_list_that_only_the_standing_narrows_is_not_sorted(street, sort):
    with street.reading() as connection:
        for wanted, descending in product((ResidentFilter(), EVERYBODY), _WAYS):
            asked = conditions(connection, wanted, TODAY)
            for query in walked(asked, sort, descending=descending):
                plan = _plan(connection, query)
                assert "TEMP B-TREE" not in plan
                if sort is not ResidentSort.ENTERED:
                    assert all("COVERING INDEX" in line for line in plan.splitlines()), plan


@pytest.mark.parametrize("wanted", _OF_FEW.values(), ids=_OF_FEW)
def test_a_list_of_few_is_not_looked_for_among_all(street, wanted):
    with street.reading() as connection:
        for sort in _SORTS:
            asked = conditions(connection, wanted, TODAY)
            first = _plan(connection, sorted_query(asked, sort, descending=False)).splitlines()[0]
            assert first.startswith("SEARCH resident"), sort


def test_best_matches_come_first_and_the_rest_follows_by_address(street, monkeypatch):
    monkeypatch.setattr(resident_lists, "_BEST", 10)
    wanted = ResidentFilter(text="王")
    with street.reading() as connection:
        best = resident_lists.list_ids(
            connection, wanted, ResidentSort.MATCH, today=TODAY, limit=10
        )
        everybody = resident_lists.list_ids(connection, wanted, ResidentSort.MATCH, today=TODAY)
        by_address = resident_lists.list_ids(connection, wanted, ResidentSort.ADDRESS, today=TODAY)
    assert everybody[:10] == best
    assert list(everybody[10:]) == [number for number in by_address if number not in best]


def test_best_matches_that_a_filter_leaves_out_make_room_for_the_next(street):
    wanted = ResidentFilter(text="王", care_tags=("低保",), statuses=frozenset(ResidentStatus))
    with street.reading() as connection:
        everybody = resident_lists.list_ids(connection, wanted, ResidentSort.MATCH, today=TODAY)
        few = resident_lists.list_ids(connection, wanted, ResidentSort.MATCH, today=TODAY, limit=2)
    assert few == everybody[:2]
    assert len(everybody) > 2


def test_text_that_says_nothing_lists_everybody_by_address(street):
    with street.reading() as connection:
        nothing = resident_lists.list_ids(
            connection, ResidentFilter(text="、"), ResidentSort.MATCH, today=TODAY
        )
        everybody = resident_lists.list_ids(
            connection, ResidentFilter(), ResidentSort.ADDRESS, today=TODAY
        )
    assert nothing == everybody


def test_picking_many_out_of_a_walk_gives_the_order_of_sorting_them(street, monkeypatch):
    wanted = ResidentFilter(sex=Sex.FEMALE, statuses=frozenset(ResidentStatus))
    with street.reading() as connection:
        read = partial(resident_lists.list_ids, connection, wanted, today=TODAY)
        for sort, descending in product(_SORTS, _WAYS):
            few = read(sort, descending=descending)
            with monkeypatch.context() as patched:
                patched.setattr(resident_lists, "_FEW", 0)
                assert read(sort, descending=descending) == few, (sort, descending)
                assert read(sort, descending=descending, limit=7) == few[:7]
            assert len(few) > 50
