import pypdfium2
import pytest

from linli.errors import UserError
from linli.gui import print_dialog
from linli.gui.print_dialog import PrintDialog
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
def open_dialog(theme, jobs, qtbot, content, monkeypatch):
    def start(*found):
        monkeypatch.setattr(print_dialog, "printers", lambda: list(found))
        dialog = PrintDialog(content, "打印通知", theme, jobs)
        dialog.open()
        return dialog

    return start


def test_every_page_is_shown_and_counted(open_dialog):
    dialog = open_dialog(OFFICE)
    assert dialog.preview.page_label.text() == "第 1 页，共 2 页"
    dialog.preview.view.go_to(1)
    assert dialog.preview.page_label.text() == "第 2 页，共 2 页"
    dialog.close()


def test_chosen_printer_gets_the_very_bytes(open_dialog, content, monkeypatch, qtbot):
    sent = []
    monkeypatch.setattr(
        print_dialog,
        "print_pdf",
        lambda sheet, *, printer, title, progress: sent.append((sheet, printer, title)),
    )
    dialog = open_dialog(OFFICE, HALL)
    dialog.printer.set_value("Hall")
    dialog.print_button.click()
    qtbot.waitUntil(lambda: not dialog.notes.isHidden())
    assert sent == [(content, "Hall", "打印通知")]
    dialog.close()


def test_printer_that_refuses_is_said_over_the_preview(open_dialog, monkeypatch, qtbot):
    def refuse(*_, **__):
        raise UserError("打印机没有纸。")

    monkeypatch.setattr(print_dialog, "print_pdf", refuse)
    dialog = open_dialog(OFFICE)
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(dialog.problems.text))
    assert dialog.problems.text == "打印机没有纸。"
    assert dialog.notes.isHidden()
    dialog.close()


def test_without_a_printer_it_says_so(open_dialog, assert_freed):
    dialog = open_dialog()
    assert not dialog.print_button.isEnabled()
    assert dialog.printer.currentText() == "没有找到打印机"
    dialog.close_button.click()
    assert_freed(dialog)
