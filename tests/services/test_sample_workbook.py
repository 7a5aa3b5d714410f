"""The workbook that the demo imports keeps its promise: typical dirt, and nothing lost."""

import pytest

from linli.domain.residents import ResidentFilter, ResidentSort
from linli.paths import resource

WORKBOOK = resource("sample/居民台账示例.xlsx")


@pytest.fixture
def outcome(services):
    source = services.imports.open(WORKBOOK)
    done, _ = services.imports.run(source, services.imports.plan(source))
    return done


def test_every_row_is_accounted_for(outcome, services):
    assert outcome.rows == outcome.added + outcome.joined + outcome.set_aside
    assert outcome.rows == 58
    assert services.residents.counts().residents == outcome.added


def test_the_three_wrong_numbers_are_set_aside_and_the_repeat_is_joined(outcome):
    assert outcome.reasons == {"check digit": 1, "length": 1, "scientific": 1}
    assert outcome.joined == 1


def test_households_and_floating_people_are_recognised(outcome, services):
    counts = services.residents.counts()
    assert counts.households == 16
    assert counts.floating == 8


def test_people_are_found_by_name_pinyin_and_address(outcome, services):
    for typed in ("诸葛涓", "zhugejuan", "zgj", "幸福巷12号"):
        assert services.residents.find(typed), typed


def test_names_come_out_right_rare_characters_and_dots_too(outcome, services):
    rows = services.residents.rows(services.residents.list_ids(ResidentFilter(), ResidentSort.NAME))
    names = [row.name for row in rows]
    assert any(ord(char) > 0xFFFF for name in names for char in name)
    assert any("\u00b7" in name for name in names)
    assert not any("•" in name or " " in name for name in names)
