from contextlib import contextmanager

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from linli.errors import UserError
from linli.gui import print_dialog
from linli.gui.print_dialog import PrintDialog, PrinterInput, Saving
from linli.gui.printer import PrinterChoice

OFFICE = PrinterChoice(name="Office", label="办公室打印机", is_default=True)
HALL = PrinterChoice(name="Hall", label="大厅打印机", is_default=False)


@pytest.fixture
def content(tmp_path):
    """A PDF of two pages."""
    with pypdfium2.PdfDocument.new() as document:
        for _ in range(2):
            document.new_page(595, 842).close()
        document.save(tmp_path / "two.pdf")
    return (tmp_path / "two.pdf").read_bytes()


@pytest.fixture
def open_dialog(theme, jobs, qtbot, content, monkeypatch, recording):
    def start(*found):
        monkeypatch.setattr(print_dialog, "printers", lambda: list(found))
        dialog = PrintDialog(content, "打印通知", theme, jobs, recording=recording)
        dialog.open()
        return dialog

    return start


@pytest.fixture
def recording():
    """Takes down what the dialog records: title, printer, and whether the printer took it."""
    records = []

    @contextmanager
    def record(title, *, printer):
        try:
            yield
        except UserError:
            records.append((title, printer, False))
            raise
        records.append((title, printer, True))

    record.records = records
    return record


def test_every_page_is_shown_and_counted(open_dialog):
    dialog = open_dialog(OFFICE)
    assert dialog.preview.page_label.text() == "第 1 页，共 2 页"
    dialog.preview.view.go_to(1)
    assert dialog.preview.page_label.text() == "第 2 页，共 2 页"
    dialog.close()


def test_chosen_printer_gets_the_very_bytes(open_dialog, content, monkeypatch, qtbot, recording):
    sent = []
    monkeypatch.setattr(
        print_dialog,
        "print_pdf",
        lambda sheet, *, printer, title, progress: sent.append((sheet, printer, title)),
    )
    dialog = open_dialog(OFFICE, HALL)
    dialog.printer.set_value("Hall")
    dialog.print_button.click()
    qtbot.waitUntil(lambda: not dialog.progress.isHidden())
    assert sent == [(content, "Hall", "打印通知")]
    assert recording.records == [("打印通知", "Hall", True)]
    dialog.close()


class Device:
    """A printer as the system's dialog gives it back."""

    def printerName(self):  # noqa: N802 - Qt's own
        return "Hall"


def test_systems_dialog_prints_with_what_was_set_there(open_dialog, monkeypatch, qtbot, recording):
    sent, device = [], Device()
    monkeypatch.setattr(print_dialog, "has_system_dialog", lambda: True)
    monkeypatch.setattr(print_dialog, "ask_system", lambda _printer, _parent: device)
    monkeypatch.setattr(print_dialog, "print_pdf", lambda _content, **how: sent.append(how))
    dialog = open_dialog(OFFICE)
    assert dialog.system_button.isVisible()
    dialog.system_button.click()
    qtbot.waitUntil(lambda: not dialog.progress.isHidden())
    assert (sent[0]["printer"], sent[0]["device"]) == ("Hall", device)
    assert recording.records == [("打印通知", "Hall", True)]
    dialog.close()


def test_systems_dialog_that_is_called_off_prints_nothing(open_dialog, monkeypatch, recording):
    monkeypatch.setattr(print_dialog, "has_system_dialog", lambda: True)
    monkeypatch.setattr(print_dialog, "ask_system", lambda _printer, _parent: None)
    dialog = open_dialog(OFFICE)
    dialog.system_button.click()
    assert recording.records == []
    dialog.close()


def test_printer_that_went_away_is_said_instead_of_the_systems_dialog(open_dialog, monkeypatch):
    def refuse(_printer, _parent):
        raise UserError("找不到打印机。")

    monkeypatch.setattr(print_dialog, "has_system_dialog", lambda: True)
    monkeypatch.setattr(print_dialog, "ask_system", refuse)
    dialog = open_dialog(OFFICE)
    dialog.system_button.click()
    assert dialog.problems.text == "找不到打印机。"
    dialog.close()


def test_printer_that_refuses_is_said_over_the_preview(open_dialog, monkeypatch, qtbot, recording):
    def refuse(*_, **__):
        raise UserError("打印机没有纸。")

    monkeypatch.setattr(print_dialog, "print_pdf", refuse)
    dialog = open_dialog(OFFICE)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(dialog.problems.text))
    assert dialog.problems.text == "打印机没有纸。"
    assert recording.records == [("打印通知", OFFICE.name, False)]
    assert dialog.progress.isHidden()
    dialog.close()


def test_pdf_is_saved_where_the_clerk_says(
    theme, jobs, ask, content, tmp_path, monkeypatch, qtbot, recording
):
    monkeypatch.setattr(print_dialog, "printers", list)
    path = tmp_path / "通知.pdf"
    saving = Saving(ask=ask, write=lambda sheet, where, _title: where.write_bytes(sheet))
    dialog = PrintDialog(content, "打印通知", theme, jobs, recording=recording, saving=saving)
    dialog.open()
    ask.expect("save_file", path)
    ask.expect("tell", None)
    dialog.save_button.click()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert path.read_bytes() == content
    dialog.close()


def test_file_that_cannot_be_written_is_said_over_the_preview(
    theme, jobs, ask, content, tmp_path, monkeypatch, qtbot, recording
):
    def refuse(*_):
        raise UserError("磁盘满了。")

    monkeypatch.setattr(print_dialog, "printers", list)
    saving = Saving(ask=ask, write=refuse)
    dialog = PrintDialog(content, "打印通知", theme, jobs, recording=recording, saving=saving)
    dialog.open()
    ask.expect("save_file", tmp_path / "通知.pdf")
    dialog.save_button.click()
    qtbot.waitUntil(lambda: dialog.problems.text == "磁盘满了。")
    dialog.close()


def test_what_must_not_lie_in_a_file_cannot_be_saved(open_dialog):
    dialog = open_dialog(OFFICE)
    assert dialog.save_button.isHidden()
    dialog.close()


def test_without_a_printer_it_says_so(open_dialog, assert_freed):
    dialog = open_dialog()
    assert not dialog.print_button.isEnabled()
    assert dialog.printer.choice.currentText() == "没有找到打印机"
    dialog.close_button.click()
    assert_freed(dialog)


class Socket:
    """The printers that are switched on."""

    def __init__(self, *found):
        self.found = list(found)


@pytest.fixture
def socket(monkeypatch):
    socket = Socket(OFFICE, HALL)
    monkeypatch.setattr(print_dialog, "printers", lambda: list(socket.found))
    return socket


@pytest.fixture
def make_input(socket, state, qtbot):
    def make():
        made = PrinterInput(state=state)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_printer_switched_on_meanwhile_is_found_by_the_button(make_input, socket, qtbot):
    socket.found = []
    printer = make_input()
    assert (printer.value(), printer.choice.isEnabled()) == (None, False)
    socket.found = [HALL]
    with qtbot.waitSignal(printer.edited):
        printer.refresh_button.click()
    assert (printer.value(), printer.choice.isEnabled()) == ("Hall", True)


def test_f5_looks_again_and_keeps_the_choice(make_input, socket, qtbot):
    printer = make_input()
    printer.set_value("Hall")
    socket.found = [PrinterChoice(name="New", label="新打印机", is_default=True), OFFICE, HALL]
    with qtbot.assertNotEmitted(printer.edited):
        qtbot.keyClick(printer.choice, Qt.Key.Key_F5)
    assert printer.choice.count() == 3
    assert printer.value() == "Hall"


def test_printer_switched_off_meanwhile_is_no_longer_chosen(make_input, socket, qtbot):
    printer = make_input()
    socket.found = [HALL]
    with qtbot.waitSignal(printer.edited):
        printer.refresh()
    assert printer.value() == "Hall"


def test_printer_chosen_last_is_offered_the_next_time(make_input):
    make_input().set_value("Hall")
    assert make_input().value() == "Hall"


def test_usual_printer_is_offered_while_the_last_one_is_off(make_input, socket):
    make_input().set_value("Hall")
    socket.found = [OFFICE]
    printer = make_input()
    assert printer.value() == "Office"
    socket.found = [OFFICE, HALL]
    assert make_input().value() == "Hall"


def test_dialog_can_print_as_soon_as_a_printer_is_there(open_dialog, monkeypatch):
    dialog = open_dialog()
    monkeypatch.setattr(print_dialog, "printers", lambda: [OFFICE])
    dialog.printer.refresh_button.click()
    assert dialog.print_button.isEnabled()
    dialog.close()
