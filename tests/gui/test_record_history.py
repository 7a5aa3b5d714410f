"""The history of every record is one click, one key or one right click away."""

import pytest
from support.window import opened

from linli.domain.staff import StaffDraft
from linli.gui.history_dialog import HistoryDialog
from linli.gui.list_dialog import ListDialog
from linli.gui.paper.sheets import SheetsDialog
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.trainings import TrainingsDialog
from linli.gui.staff.people import StaffDialog


@pytest.fixture
def staff(desk, services, show):
    services.staff.add(StaffDraft(name="刘敏", post="网格员"))
    return show(StaffDialog(desk, None))


def fields(dialog):
    table = dialog.table
    return [table.item(row, 3).text() for row in range(table.rowCount())]


def test_a_button_leads_to_the_history_of_the_selected_line(staff, qtbot):
    staff.changes_button.click()
    history = opened(HistoryDialog)
    assert history.heading.text() == "刘敏的历史"
    assert "职务" in fields(history)
    history.reject()


def test_the_same_is_offered_by_a_right_click(staff):
    (action,) = [a for a in staff.table.actions() if a.text() == "历史"]
    action.trigger()
    opened(HistoryDialog).reject()


def test_without_a_line_there_is_no_history(desk, show):
    empty = show(TrainingsDialog(desk, None))
    assert not empty.changes_button.isEnabled()


def test_what_is_kept_as_a_setting_has_its_history_too(desk, show):
    sheets = show(SheetsDialog(desk, None))
    (button,) = [b for b in sheets.action_buttons if b.text() == "历史"]
    button.click()
    history = opened(HistoryDialog)
    assert history.heading.text() == "纸张的历史"
    history.reject()


def test_every_register_of_records_offers_it() -> None:
    def below(cls: type[ListDialog]) -> set[type]:
        return {one for sub in cls.__subclasses__() for one in ({sub} | below(sub))}

    without = {
        cls.__name__
        for cls in below(RegisterDialog)
        if not cls.history_table and not cls.__subclasses__()
    }
    assert without <= {"BoardsDialog", "SurveyPapers", "MissingDialog", "RetentionDialog"}
