import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTabWidget
from support.people import make_id

from linli.domain.imports import Choice, LedgerField, LedgerShape
from linli.domain.residents import ResidentFilter
from linli.gui.importing.dialog import ImportDialog, import_ledger
from linli.gui.inputs import ChoiceInput

GOOD = make_id(sequence=121)
HEADS = ["姓名", "身份证号码", "电话", "楼栋", "房号", "喜欢的茶"]


@pytest.fixture
def ledger(tmp_path):
    """Write a small ledger and return its path."""

    def write(*rows, heads=HEADS, name="台账.xlsx"):
        path = tmp_path / name
        book = xlsxwriter.Workbook(str(path))
        sheet = book.add_worksheet("第一网格")
        for line, cells in enumerate([heads, *rows]):
            for column, cell in enumerate(cells):
                sheet.write_string(line, column, cell)
        book.close()
        return path

    return write


@pytest.fixture
def open_dialog(desk, qtbot):
    """Open the import of a file as the command does, the file being chosen already."""

    def start(path):
        service = desk.services.imports
        source = service.open(path)
        dialog = ImportDialog(desk, source, service.plan(source))
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        return dialog

    return start


def press(dialog, qtbot):
    qtbot.mouseClick(dialog.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)


def column_choice(dialog, head):
    """Return the input that says what a column of the ledger means."""
    wanted = f"“{head}”登记为"
    return [c for c in dialog.findChildren(ChoiceInput) if c.accessibleName() == wanted][-1]


def names(services):
    ids = services.residents.list_ids(ResidentFilter())
    return [row.name for row in services.residents.rows(ids)]


def test_import_enters_nobody_before_the_second_step(ledger, open_dialog, qtbot, services):
    dialog = open_dialog(ledger(["张桂兰", GOOD, "13909940001", "3号楼", "501", "红茶"]))
    press(dialog, qtbot)
    assert names(services) == []
    press(dialog, qtbot)
    assert names(services) == ["张桂兰"]


def test_views_hear_of_the_import(ledger, open_dialog, qtbot, desk):
    heard = []
    desk.bus.changed.connect(heard.append)
    dialog = open_dialog(ledger(["张桂兰", GOOD, "", "3号楼", "501", ""]))
    press(dialog, qtbot)
    assert heard == []
    press(dialog, qtbot)
    assert len(heard) == 1


def test_column_that_is_not_known_goes_into_the_note_unless_the_clerk_says_else(
    ledger, open_dialog, qtbot, services
):
    path = ledger(["张桂兰", GOOD, "", "3号楼", "501", "红茶"])
    dialog = open_dialog(path)
    choice = column_choice(dialog, "喜欢的茶")
    assert choice.value() is None
    choice.set_value(LedgerField.SKILLS)
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)
    press(dialog, qtbot)
    press(dialog, qtbot)
    (one,) = services.residents.list_ids(ResidentFilter())
    assert services.residents.get(one).facts.skills == ("红茶",)


def test_rows_that_are_set_aside_are_listed_with_the_reason(ledger, open_dialog, qtbot):
    dialog = open_dialog(ledger(["李明", "6.52328E+17", "", "3号楼", "501", ""]))
    press(dialog, qtbot)
    lists = dialog.outcome.findChild(QTabWidget)
    assert lists.tabText(0) == "退回的行（1）"
    assert "李明" in lists.widget(0).item(0, 1).text()


def test_differing_value_is_asked_about_and_taken_when_chosen(ledger, open_dialog, qtbot, services):
    first = open_dialog(ledger(["张桂兰", GOOD, "", "3号楼", "501", ""]))
    press(first, qtbot)
    press(first, qtbot)
    heads = ["姓名", "身份证号码", "文化程度"]
    second = open_dialog(ledger(["张桂兰", GOOD, "小学"], heads=heads, name="二.xlsx"))
    press(second, qtbot)
    press(second, qtbot)
    third = open_dialog(ledger(["张桂兰", GOOD, "高中"], heads=heads, name="三.xlsx"))
    press(third, qtbot)
    assert set(third.outcome.decisions.values()) == {Choice.OURS}
    for choice in third.outcome.findChildren(ChoiceInput):
        choice.set_value(Choice.THEIRS)
    press(third, qtbot)
    (one,) = services.residents.list_ids(ResidentFilter())
    assert services.residents.get(one).facts.education_code == "60"


def test_report_of_rows_set_aside_is_saved_where_the_clerk_says(
    ledger, open_dialog, qtbot, ask, tmp_path
):
    dialog = open_dialog(ledger(["李明", "6.52328E+17", "", "", "", ""]))
    press(dialog, qtbot)
    press(dialog, qtbot)
    ask.expect("save_file", tmp_path / "退回.xlsx")
    ask.expect("tell")
    qtbot.mouseClick(dialog.done_page.report_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)
    assert (tmp_path / "退回.xlsx").stat().st_size > 0


def test_sheet_that_is_left_out_leaves_nothing_to_try(ledger, open_dialog):
    dialog = open_dialog(ledger(["张桂兰", GOOD, "", "3号楼", "501", ""]))
    dialog.mapping._included.setChecked(False)
    assert not dialog.next_button.isEnabled()


def test_ledger_of_one_sheet_does_not_ask_which(ledger, open_dialog):
    dialog = open_dialog(ledger(["张桂兰", GOOD, "", "3号楼", "501", ""]))
    labels = [label for label in dialog.findChildren(QLabel) if "工作表" in label.text()]
    assert labels
    assert not any(label.isVisible() for label in labels)


def test_other_kind_of_ledger_changes_what_columns_can_mean(ledger, open_dialog):
    dialog = open_dialog(ledger(["张桂兰", GOOD, "", "3号楼", "501", ""]))
    dialog.mapping._shape.set_value(LedgerShape.RENTALS)
    assert dialog.mapping.plan.sheets[0].shape is LedgerShape.RENTALS
    choice = column_choice(dialog, "喜欢的茶")
    choice.set_value(LedgerField.ROOMS)
    assert choice.value() is LedgerField.ROOMS


def test_file_that_is_no_ledger_is_refused_with_a_sentence(desk, ask, qtbot, tmp_path):
    path = tmp_path / "坏.xlsx"
    path.write_bytes(b"\x00\x01\x02 nothing")
    window = dialog_parent(qtbot)
    ask.expect("open_file", path)
    ask.expect("warn")
    import_ledger(desk, window)
    qtbot.waitUntil(lambda: not desk.jobs.busy)


def dialog_parent(qtbot):
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    qtbot.addWidget(widget)
    return widget
