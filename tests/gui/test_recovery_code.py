import pypdfium2
import pytest
from PySide6.QtWidgets import QWidget
from support.cards import page_texts
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.window import opened

from linli.errors import StorageProblem
from linli.gui import print_dialog, recovery_code
from linli.gui.print_dialog import PrintDialog
from linli.gui.printer import PrinterChoice
from linli.gui.recovery_code import CodeDialog, RecoveryPage, RenewCodeDialog, ask_about_code
from linli.services.ledger import create_ledger, recovery_code_is_kept


@pytest.fixture
def created(data_dir):
    created = create_ledger(
        data_dir, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    yield created
    created.context.db.close()


@pytest.fixture
def page(created, theme, ask, jobs, qtbot):
    page = RecoveryPage(created.context, created.recovery_code, "进入(&G)", theme, ask, jobs)
    qtbot.addWidget(page)
    page.show()
    return page


@pytest.fixture
def window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def test_code_is_shown_and_going_on_needs_the_tick(page, created, qtbot):
    assert page.code.text() == created.recovery_code
    assert not page.go_button.isEnabled()
    page.tick.click()
    assert not recovery_code_is_kept(created.context)
    with qtbot.waitSignal(page.kept):
        page.go_button.click()
    assert recovery_code_is_kept(created.context)


def test_going_on_waits_until_the_ledger_knows(page, monkeypatch, qtbot):
    def refuse(_context):
        raise StorageProblem("磁盘满了。", "请清理磁盘。")

    monkeypatch.setattr(recovery_code, "confirm_recovery_code", refuse)
    page.tick.click()
    with qtbot.assertNotEmitted(page.kept):
        page.go_button.click()
    assert "磁盘满了" in page.problems.text


def test_sheet_is_a_pdf_with_the_code(page, created, ask, tmp_path, qtbot):
    target = tmp_path / "恢复码.pdf"
    ask.expect("save_file", target)
    ask.expect("tell")
    page.save_button.click()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=20000)
    (text,) = page_texts(target.read_bytes())
    assert created.recovery_code.split("-")[0] in text
    assert COMMUNITY in text


def test_sheet_that_cannot_be_written_is_said(page, ask, tmp_path, qtbot):
    ask.expect("save_file", tmp_path / "missing" / "code.pdf")
    ask.expect("warn")
    page.save_button.click()
    qtbot.waitUntil(lambda: not ask.waiting, timeout=20000)
    assert "换一个地方" in ask.last


def test_sheet_goes_to_the_printer_without_a_file(page, created, monkeypatch, qtbot):
    sheets = []
    office = PrinterChoice(name="Office", label="办公室打印机", is_default=True)
    monkeypatch.setattr(print_dialog, "printers", lambda: [office])
    monkeypatch.setattr(
        print_dialog, "print_pdf", lambda content, **how: sheets.append((content, how["printer"]))
    )
    page.print_button.click()
    qtbot.waitUntil(lambda: page.findChild(PrintDialog) is not None, timeout=20000)
    page.findChild(PrintDialog).print_button.click()
    qtbot.waitUntil(lambda: bool(sheets), timeout=20000)
    ((content, printer),) = sheets
    assert printer == "Office"
    with pypdfium2.PdfDocument(content) as document:
        assert len(document) == 1
    qtbot.waitUntil(lambda: not page.findChild(PrintDialog).progress.isHidden())
    page.findChild(PrintDialog).close_button.click()


def test_new_code_is_shown_until_it_is_kept(desk, window, services):
    dialog = RenewCodeDialog(desk, window)
    dialog.open()
    dialog.form.load(password=PASSWORD)
    dialog.accept()
    shown = opened(CodeDialog)
    assert shown.page.code.text().count("-") > 3
    assert not recovery_code_is_kept(services.context)
    shown.page.tick.click()
    shown.page.go_button.click()
    assert not shown.isVisible()
    assert recovery_code_is_kept(services.context)


def test_wrong_password_changes_no_code(desk, window, services):
    before = services.context.data_dir.keyring.read_bytes()
    dialog = RenewCodeDialog(desk, window)
    dialog.open()
    dialog.form.load(password="not-the-password")
    dialog.accept()
    assert "密码不对" in dialog.form.field("password").error
    dialog.close()
    assert services.context.data_dir.keyring.read_bytes() == before


@pytest.mark.parametrize(("answer", "kept"), [(1, True), (None, False)])
def test_question_about_the_code_takes_yes_or_later(desk, window, services, ask, answer, kept):
    ask.expect("choose", answer)
    ask_about_code(desk, window)
    assert recovery_code_is_kept(services.context) is kept


def test_question_about_the_code_leads_to_a_new_one(desk, window, ask):
    ask.expect("choose", 0)
    ask_about_code(desk, window)
    opened(RenewCodeDialog).close()
