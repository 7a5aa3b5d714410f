"""The training ledger through the service: periods, sums, print, undo."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from support.cards import page_texts

from linli.domain.trainings import TrainingDraft, TrainingFilter, sums_text
from linli.errors import ConflictError, InvalidInput, NotFoundError

FIRE = TrainingDraft(
    day=date(2026, 3, 5),
    kind_code="01",
    topic="消防知识",
    headcount=126,
    place="党员活动室",
    teacher="刘教员",
)
TRIP = TrainingDraft(day=date(2026, 9, 1), kind_code="02", topic="参观敬老中心", headcount=30)
OLD = replace(TRIP, day=date(2025, 12, 31))


@pytest.fixture
def fire(services):
    for draft in (TRIP, OLD):
        services.trainings.add(draft)
    return services.trainings.add(FIRE)[0]


def topics(services, **conditions):
    found = services.trainings.list_all(TrainingFilter(**conditions))
    return [item.facts.topic for item in found]


def test_training_is_kept_whole(services, fire):
    assert services.trainings.get(fire).facts == FIRE


def test_both_ends_of_a_period_count(services, fire):
    year = {"since": date(2026, 1, 1), "until": date(2026, 12, 31)}
    assert topics(services, **year) == ["参观敬老中心", "消防知识"]
    assert topics(services, until=date(2025, 12, 31)) == ["参观敬老中心"]
    assert topics(services, since=date(2026, 9, 1)) == ["参观敬老中心"]
    assert topics(services, kind_code="01") == ["消防知识"]
    sums = services.trainings.sums(TrainingFilter(**year))
    assert sums_text(sums) == "培训班 1 次，外出参观 1 次，受教育 156 人次"


def test_future_training_is_refused(services):
    with pytest.raises(InvalidInput, match="还没有到"):
        services.trainings.add(replace(FIRE, day=date(2027, 1, 1)))


def test_change_is_one_step_and_an_old_form_does_not_overwrite(services, fire):
    item = services.trainings.get(fire)
    services.trainings.update(fire, replace(FIRE, headcount=127), version=item.version)
    with pytest.raises(ConflictError):
        services.trainings.update(fire, FIRE, version=item.version)
    services.history.undo()
    assert services.trainings.get(fire).facts == FIRE


def test_removed_training_is_gone(services, fire):
    services.trainings.remove(fire)
    with pytest.raises(NotFoundError):
        services.trainings.get(fire)


def test_places_and_teachers_are_offered(services, fire):
    assert services.trainings.suggestions("place", "党员") == ["党员活动室"]
    assert services.trainings.suggestions("teacher", "刘") == ["刘教员"]


def test_ledger_is_printed_and_written_with_its_sums(services, fire, tmp_path):
    register = services.trainings.register(TrainingFilter(), "培训和参观台账")
    assert [row[1] for row in register.groups[0].rows] == ["2025-12-31", "2026-03-05", "2026-09-01"]
    text = "".join(page_texts(services.registers.pdf(register, across=True)))
    assert "外出参观2次" in text.replace(" ", "")
    assert "受教育186人次" in text.replace(" ", "")
    path = tmp_path / "台账.xlsx"
    assert services.registers.workbook(register, path) == 3
    assert openpyxl.load_workbook(path).active.cell(3, 4).value == "消防知识"
