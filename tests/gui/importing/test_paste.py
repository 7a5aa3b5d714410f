"""A block of cells copied in a spreadsheet and pasted into the window, by keyboard."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from support.people import make_id

from linli.domain.imports import NO_HEAD, LedgerField
from linli.domain.residents import ResidentFilter
from linli.gui.importing.dialog import ImportDialog
from linli.gui.inputs import ChoiceInput
from linli.gui.table_copy import table_mime

ROWS = [
    ("张三丰", "男", make_id(sequence=121), "13909940001", "红茶"),
    ("李四", "女", make_id(sequence=242), "13909940002", "绿茶"),
]
HEADS = ("姓名", "性别", "身份证号", "电话", "喜欢的茶")
BLOCK = "".join("\t".join(row) + "\r\n" for row in ROWS)


@pytest.fixture
def window(main_window, desk, qtbot):
    """The main window, in front, at rest."""
    main_window.activateWindow()
    qtbot.waitUntil(main_window.isActiveWindow)
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    yield main_window
    QGuiApplication.clipboard().clear()


@pytest.fixture
def paste(window, desk, qtbot):
    """Put something into the clipboard, press Ctrl+V in the table and wait for what comes."""

    def press(content):
        if isinstance(content, str):
            QGuiApplication.clipboard().setText(content)
        else:
            QGuiApplication.clipboard().setMimeData(content)
        table = window.current_tab.table
        table.setFocus()
        qtbot.keyClick(table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not desk.jobs.busy)
        dialog = QApplication.activeModalWidget()
        return dialog if isinstance(dialog, ImportDialog) else None

    return press


def go_on(dialog, qtbot):
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)


def names(services):
    ids = services.residents.list_ids(ResidentFilter())
    return sorted(row.name for row in services.residents.rows(ids))


def test_block_without_heads_is_led_through_and_can_be_taken_back(
    paste, window, services, qtbot, desk
):
    dialog = paste(BLOCK)
    (sheet,) = dialog.mapping.plan.sheets
    assert [column.field for column in sheet.columns] == [
        LedgerField.NAME,
        LedgerField.SEX,
        LedgerField.DOCUMENT,
        LedgerField.PHONE,
        None,
    ]
    assert "没有列名" in dialog.mapping._remark.text()
    assert dialog.mapping._head_first.text() == "无"
    assert "来自剪贴板" in dialog._hint.text()
    go_on(dialog, qtbot)
    assert names(services) == []
    go_on(dialog, qtbot)
    assert names(services) == ["张三丰", "李四"]
    go_on(dialog, qtbot)
    window.commands.undo.trigger()
    qtbot.waitUntil(lambda: not desk.jobs.busy)
    assert names(services) == []


def test_clerk_names_a_column_that_is_not_plain(paste, services, qtbot):
    dialog = paste(BLOCK)
    choice = [c for c in dialog.findChildren(ChoiceInput) if c.accessibleName() == "“第5列”登记为"][
        -1
    ]
    choice.set_value(LedgerField.SKILLS)
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)
    for _ in range(3):
        go_on(dialog, qtbot)
    (one,) = services.residents.list_ids(ResidentFilter(text="张三丰"))
    assert services.residents.get(one).facts.skills == ("红茶",)


def test_block_with_heads_is_read_by_them(paste, qtbot):
    dialog = paste("\t".join(HEADS) + "\r\n" + BLOCK)
    (sheet,) = dialog.mapping.plan.sheets
    assert (sheet.head_first, sheet.columns[0].head) == (0, "姓名")
    dialog.reject()


def test_first_row_can_be_named_as_the_head_and_not(paste, qtbot):
    dialog = paste("谁\t哪个号\r\n" + BLOCK)
    box = dialog.mapping._head_first
    assert box.value() == NO_HEAD + 1
    box.stepUp()
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)
    assert dialog.mapping.plan.sheets[0].columns[0].head == "谁"
    box.stepDown()
    qtbot.waitUntil(lambda: not dialog._desk.jobs.busy)
    assert dialog.mapping.plan.sheets[0].head_last == NO_HEAD
    dialog.reject()


def test_what_the_table_copies_can_be_pasted(paste, qtbot):
    dialog = paste(table_mime(HEADS, ROWS))
    assert dialog.mapping.plan.sheets[0].last_row == len(ROWS)
    dialog.reject()


def test_many_rows_are_taken(paste, qtbot):
    row = "\t".join(ROWS[0]) + "\r\n"
    dialog = paste(row * 5000)
    assert dialog.mapping.plan.sheets[0].last_row == 4999
    dialog.reject()


@pytest.mark.parametrize(
    ("text", "said"),
    [("张三", "一个格子"), ("张三\r\n李四", "只有一列"), ("姓名\t身份证号\t性别", "只有列名")],
)
def test_text_that_is_no_table_is_told(paste, ask, text, said):
    ask.expect("warn")
    assert paste(text) is None
    assert said in ask.last


def test_image_and_files_are_told(paste, ask, tmp_path):
    image, files = QMimeData(), QMimeData()
    image.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    files.setUrls([QUrl.fromLocalFile(str(tmp_path / "台账.xlsx"))])
    for content, said in ((image, "图片"), (files, "复制的文件")):
        ask.expect("tell")
        assert paste(content) is None
        assert said in ask.last


def test_empty_clipboard_is_told(paste, ask):
    ask.expect("warn")
    assert paste(QMimeData()) is None
    assert "剪贴板是空的" in ask.last


def test_in_the_find_box_it_is_an_ordinary_paste(window, qtbot):
    QGuiApplication.clipboard().setText("张三")
    box = window.current_tab.find_box
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert box.text() == "张三"
    assert QApplication.activeModalWidget() is None


def test_menu_offers_it_beside_the_import_of_a_file(window):
    menu = window.commands.menu
    assert menu.index(window.commands.paste) == menu.index(window.commands.import_ledger) + 1
