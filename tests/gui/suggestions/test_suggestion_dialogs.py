"""The dialogs of suggestions: entering one without a name, replying, the slip."""

from datetime import date

from PySide6.QtCore import Qt

from linli.domain.suggestions import Adoption, SuggestionDraft
from linli.gui.print_dialog import PrintDialog
from linli.gui.suggestions.dialog import SuggestionsDialog, open_suggestion
from linli.gui.suggestions.forms import ReplyForm, SuggestionForm
from linli.gui.void_form import VoidForm

DRAFT = SuggestionDraft(day=date(2026, 9, 18), content="巷口装一盏灯")


def texts(dialog, column):
    return [dialog.table.item(row, column).text() for row in range(dialog.table.rowCount())]


def press(button, qtbot):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_suggestion_needs_no_name(show, desk, qtbot):
    dialog = show(SuggestionsDialog(desk))
    dialog.new_button.click()
    form = dialog.findChild(SuggestionForm)
    press(form.save_button, qtbot)
    assert form.isVisible()  # nothing is suggested yet
    form.form.editor("content").set_value("巷口装一盏灯")
    press(form.save_button, qtbot)
    assert texts(dialog, 2) == ["（未署名）"]
    assert texts(dialog, 5) == ["待答复"]


def test_a_reply_is_entered_and_its_slip_printed(show, desk, qtbot):
    desk.services.suggestions.add(DRAFT)
    dialog = show(SuggestionsDialog(desk))
    assert texts(dialog, 4) == ["2026-10-15"]
    assert "过了期限还没有答复的 1 件" in dialog.summary.text()
    dialog.select([0])
    dialog.reply_button.click()
    form = dialog.findChild(ReplyForm)
    press(form.save_button, qtbot)
    assert form.isVisible()  # nothing is replied yet
    form.form.editor("text").set_value("年底前安装")
    form.form.editor("adoption").set_value(Adoption.PARTLY)
    press(form.save_button, qtbot)
    assert texts(dialog, 5) == []
    dialog.shown.set_value("all")
    assert texts(dialog, 5) == ["部分采纳"]
    dialog.select([0])
    for button in (dialog.slip_button, dialog.print_list_button):
        press(button, qtbot)
        qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is not None, timeout=10000)
        dialog.findChild(PrintDialog).reject()
        qtbot.waitUntil(lambda: dialog.findChild(PrintDialog) is None)


def test_a_wrong_entry_is_voided(show, desk, qtbot):
    suggestion_id, _ = desk.services.suggestions.add(DRAFT)
    dialog = show(SuggestionsDialog(desk))
    open_suggestion(desk, suggestion_id, dialog)
    assert dialog.findChild(SuggestionForm).form.value("content") == DRAFT.content
    dialog.select([0])
    dialog.void_button.click()
    form = dialog.findChild(VoidForm)
    form.form.editor("reason").set_value("重复登记")
    press(form.save_button, qtbot)
    assert texts(dialog, 0) == []
    dialog.shown.set_value("voided")
    assert texts(dialog, 5) == ["作废"]
