"""Archiving in the window: the file is bound beside it, and what it lacks is said."""

from datetime import date

import pytest
from support.cases import accepted, put_in, take

from linli.domain.case_flow import Stage, Step
from linli.gui.mediation.archive_form import ArchiveForm
from linli.gui.mediation.steps import step_form


@pytest.fixture
def case(services):
    return take(services, accepted(services), Step.DECLINE, date(2026, 8, 9), reason="不愿调解")


def test_a_complete_file_is_bound_and_the_form_shuts(desk, services, case, show, qtbot):
    put_in(services, case)
    form = show(step_form(desk, case, Step.ARCHIVE, None))
    assert isinstance(form, ArchiveForm)
    with qtbot.waitSignal(form.saved):
        form.save_button.click()
    assert services.cases.get(case.id).stage is Stage.ARCHIVED
    assert len(services.case_files.volumes(case.id)) == 1


def test_what_the_file_lacks_is_said_over_the_form(desk, services, case, show, qtbot):
    form = show(step_form(desk, case, Step.ARCHIVE, None))
    form.save_button.click()
    qtbot.waitUntil(lambda: "当事人身份证明" in form.problems.text)
    assert form.isVisible()
    assert services.cases.get(case.id).stage is Stage.DECLINED


def test_a_day_that_cannot_be_stays_beside_its_field(desk, services, case, show, qtbot):
    put_in(services, case)
    form = show(step_form(desk, case, Step.ARCHIVE, None))
    form.form.load(day=date(2026, 8, 1))
    form.save_button.click()
    qtbot.waitUntil(lambda: bool(form.form.field("day").error))
    assert services.cases.get(case.id).stage is Stage.DECLINED
