"""Two sheets by hand: what the clerk sees decides turn and order."""

import pytest
from PySide6.QtCore import Qt
from support.mnemonics import taken_twice
from support.window import opened

from linli.domain.paper import Duplex, PrinterProfile
from linli.gui.paper.turn_test import TurnTestDialog

PROFILE = PrinterProfile(name="大厅打印机", printer="Office")


@pytest.fixture
def dialog(desk, window, office):
    desk.services.paper.save_profile(PROFILE)
    TurnTestDialog(desk, PROFILE, window).open()
    return opened(TurnTestDialog)


def answer(dialog, settled, *, white=True, backwards=False, turned=False):
    for name, value in (("white", white), ("reversed", backwards), ("turned", turned)):
        dialog.form.editor(name).set_value(value)
    dialog.save_button.click()
    settled()


def test_fronts_and_backs_go_to_the_printer_one_after_the_other(dialog, office, qtbot, settled):
    for row in (dialog.fronts, dialog.backs):
        qtbot.mouseClick(row.print_button, Qt.MouseButton.LeftButton)
        settled()
    fronts, backs = (sent.content for sent in office.sent)
    assert fronts != backs
    assert not taken_twice(dialog)


@pytest.mark.parametrize(
    ("backwards", "turned", "profile"),
    [
        (True, False, (Duplex.LONG, True)),
        (False, True, (Duplex.SHORT, False)),
        (True, True, (Duplex.SHORT, True)),
    ],
)
def test_what_came_out_wrong_is_put_right(
    dialog, services, office, settled, backwards, turned, profile
):
    dialog.backs.print_button.click()
    settled()
    answer(dialog, settled, backwards=backwards, turned=turned)
    saved = services.paper.profile(PROFILE.name)
    assert (saved.turn, saved.backs_reversed) == profile
    assert "再试两张" in dialog.outcome.text()
    assert ("像翻挂历一样" in dialog.picture.words.text()) is turned
    dialog.backs.print_button.click()
    settled()
    assert office.sent[0].content != office.sent[1].content


def test_second_trial_takes_a_wrong_answer_back(dialog, services, settled):
    answer(dialog, settled, backwards=True)
    answer(dialog, settled, backwards=True)
    assert services.paper.profile(PROFILE.name) == PROFILE


def test_all_right_changes_nothing(dialog, services, settled):
    before = services.history.state().undo
    answer(dialog, settled)
    assert "都对了" in dialog.outcome.text()
    assert services.history.state().undo == before


def test_printing_on_the_written_side_is_no_matter_of_settings(dialog, services, settled):
    dialog.form.editor("white").set_value(False)
    assert dialog.form.field("turned").isHidden()
    answer(dialog, settled, white=False, backwards=True)
    assert "翻个面" in dialog.outcome.text()
    assert services.paper.profile(PROFILE.name) == PROFILE


def test_unanswered_question_is_asked_for(dialog, services, settled):
    answer(dialog, settled, turned=None, backwards=True)
    assert "还没有答完" in dialog.problems.text
    assert services.paper.profile(PROFILE.name) == PROFILE


def test_cursor_stands_on_what_can_be_done(desk, window, office, dialog):
    assert dialog.focusWidget() is dialog.fronts.print_button
    dialog.reject()
    office.here = False
    TurnTestDialog(desk, PROFILE, window).open()
    other = opened(TurnTestDialog)
    assert other.focusWidget() is other.fronts.save_button
