import pytest

from linli.gui.plain_table import PlainTable

LONG = "身份证号码的校验码不对，有一位或几位填错了，请按证件核对。" * 2


@pytest.fixture
def table(theme, qtbot):
    table = PlainTable(["位置", "姓名", "为什么"], theme)
    qtbot.addWidget(table)
    table.resize(500, 300)
    table.show()
    return table


def is_filled(table):
    """Whether the columns go to the right edge, but for the ring of the focus."""
    return -4 <= table.horizontalHeader().length() - table.viewport().width() <= 0


def test_last_column_fills_the_rest(table, qtbot):
    table.set_lines([("1", "张三", "短")])
    qtbot.waitUntil(lambda: is_filled(table))


def test_long_text_is_never_cut_but_scrolls(table, qtbot):
    table.set_lines([("1", "张三", LONG)])
    assert table.columnWidth(2) >= table.fontMetrics().horizontalAdvance(LONG)
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)


def test_wider_table_takes_the_scroll_bar_away(table, qtbot):
    table.set_lines([("1", "张三", LONG)])
    qtbot.waitUntil(lambda: table.horizontalScrollBar().maximum() > 0)
    table.resize(2400, 300)
    qtbot.waitUntil(lambda: is_filled(table))
    assert table.horizontalScrollBar().maximum() == 0


def test_column_widened_by_hand_pushes_the_last_one(table):
    table.set_lines([("1", "张三", "身份证号码的校验码不对")])
    table.setColumnWidth(1, 420)
    need = table.fontMetrics().horizontalAdvance("身份证号码的校验码不对")
    assert table.columnWidth(2) >= need


def test_a_cut_column_gets_what_the_others_leave(table, qtbot):
    table.set_lines([("1", LONG, "短")])
    cut = table.columnWidth(1)
    need = table.fontMetrics().horizontalAdvance(LONG)
    assert cut < need
    table.resize(2400, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) >= need)
    qtbot.waitUntil(lambda: is_filled(table))
    table.resize(500, 300)
    qtbot.waitUntil(lambda: table.columnWidth(1) == cut)


def test_a_cut_column_stays_as_it_was_drawn_by_hand(table, qtbot):
    table.set_lines([("1", LONG, "短")])
    table.setColumnWidth(1, 90)
    table.resize(2400, 300)
    qtbot.waitUntil(lambda: is_filled(table))
    assert table.columnWidth(1) == 90


def test_lines_without_the_text_are_hidden_and_the_rest_counted(table):
    table.set_lines([("1", "张三", "甲"), ("2", "李四", "乙"), ("3", "张五", "甲")])
    assert table.show_with("张") == 2
    assert [table.isRowHidden(row) for row in range(3)] == [False, True, False]
    assert table.show_with("") == 3


def test_empty_table_has_nothing_to_fit(theme, qtbot):
    table = PlainTable([], theme)
    qtbot.addWidget(table)
    table.show()
    assert table.columnCount() == 0
