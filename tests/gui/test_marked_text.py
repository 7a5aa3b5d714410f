"""What was typed is marked under the right characters, however the text is drawn."""

import pytest
from PySide6.QtWidgets import QListWidget
from support.marked_pixels import ink, marked, picture, underlined
from support.people import make_draft

from linli.domain.jump import JumpEntry, JumpKind
from linli.domain.marking import marks_in_address, marks_in_name, marks_in_number
from linli.gui.jump import entry_line, marks_in_entry
from linli.gui.marked_text import MarkedDelegate, marks_in_parts
from linli.gui.picker import household_picker, resident_picker
from linli.gui.table import Column, TableModel
from linli.gui.table_view import TableView

BOXES = "口口口口"


class Lines(MarkedDelegate):
    """Marks the same spans in every line."""

    def __init__(self, theme, parent):
        super().__init__(theme, parent)
        self.all = []

    def spans(self, index):
        return self.all


@pytest.fixture
def lines(theme, qtbot):
    """A list of one line, as wide as asked, and the delegate that marks in it."""

    def show(text, width=400):
        view = QListWidget()
        qtbot.addWidget(view)
        delegate = Lines(theme, view)
        view.setItemDelegate(delegate)
        view.addItem(text)
        view.resize(width, 120)
        view.show()
        qtbot.waitExposed(view)
        return view, delegate

    return show


def drawn(view, delegate, spans):
    """Return the line's picture with these spans marked."""
    delegate.all = spans
    return picture(view, view.visualItemRect(view.item(0)))


def only_under(runs, chars):
    """Whether one run of columns covers the ink of these characters and touches no other's."""
    ((left, right),) = runs
    first, last = chars[0], chars[-1]
    return left <= first[0] and right >= last[1]


@pytest.mark.parametrize("zoom", [100, 125, 150, 200])
@pytest.mark.parametrize("span", [(0, 1), (1, 3), (3, 4), (0, 4)])
def test_mark_is_under_its_characters_at_every_zoom(lines, theme, zoom, span):
    theme.set_zoom(zoom)
    view, delegate = lines(BOXES)
    chars = ink(drawn(view, delegate, []))
    assert len(chars) == len(BOXES)
    image = drawn(view, delegate, [span])
    start, end = span
    for runs in (marked(image), underlined(image)):
        assert only_under(runs, chars[start:end])
        assert all(right <= runs[0][0] for _, right in chars[:start])
        assert all(left >= runs[0][1] for left, _ in chars[end:])


def test_ink_stays_where_it_is(lines):
    view, delegate = lines(BOXES)
    assert ink(drawn(view, delegate, [])) == ink(drawn(view, delegate, [(1, 3)]))


def test_nothing_is_marked_where_nothing_was_typed(lines):
    view, delegate = lines(BOXES)
    image = drawn(view, delegate, [])
    assert marked(image) == underlined(image) == []


def test_mark_is_seen_on_a_selected_line(lines):
    view, delegate = lines(BOXES)
    view.setCurrentRow(0)
    chars = ink(drawn(view, delegate, []))
    image = drawn(view, delegate, [(1, 2)])
    assert only_under(marked(image), chars[1:2])
    assert only_under(underlined(image), chars[1:2])


def test_rare_ideograph_before_the_mark_counts_as_one_character(lines):
    view, delegate = lines(f"\U0002a6a5　{BOXES}")
    chars = ink(drawn(view, delegate, []))[-4:]
    assert only_under(marked(drawn(view, delegate, [(3, 4)])), chars[1:2])


def test_several_marks_stand_side_by_side(lines):
    view, delegate = lines(BOXES)
    assert len(underlined(drawn(view, delegate, [(0, 1), (2, 3)]))) == 2


# ---- tables ----

COLUMNS = (
    Column(key="name", title="姓名", text=lambda _: BOXES, chars=8, marks=lambda t, s: [(1, 2)]),
    Column(key="age", title="年龄", text=lambda _: BOXES, chars=8, align_right=True,
           marks=lambda t, s: [(1, 2)]),
    Column(key="sex", title="性别", text=lambda _: BOXES, chars=8),
)  # fmt: skip


class Source:
    def list_ids(self, sort, *, descending):
        return [1, 2]

    def rows(self, ids):
        return list(ids)


@pytest.fixture
def table(theme, state, qtbot):
    model = TableModel(Source(), COLUMNS)
    model.reload()
    view = TableView(model, theme, state, "boxes")
    qtbot.addWidget(view)
    view.resize(900, 300)
    view.show()
    qtbot.waitExposed(view)
    return view


def cell(table, column):
    return picture(table, table.visualRect(table.model().index(0, column)))


@pytest.mark.parametrize("column", [0, 1])
def test_cell_is_marked_on_either_side_of_its_column(table, column):
    assert underlined(cell(table, column)) == []
    chars = ink(cell(table, column))
    table.mark("x")
    image = cell(table, column)
    assert only_under(marked(image), chars[1:2])
    assert only_under(underlined(image), chars[1:2])
    assert all(right <= marked(image)[0][0] for _, right in chars[:1])
    assert all(left >= marked(image)[0][1] for left, _ in chars[2:])


def test_what_is_cut_off_is_marked_in_the_dots(theme, state, qtbot):
    def marks(typed, shown):
        return [(1, 3)] if typed == "all" else [(30, 32)]

    columns = [Column(key="a", title="甲", text=lambda _: "口" * 40, chars=8, marks=marks)]
    model = TableModel(Source(), columns)
    model.reload()
    view = TableView(model, theme, state, "narrow")
    qtbot.addWidget(view)
    view.resize(200, 200)
    view.show()
    qtbot.waitExposed(view)
    whole = ink(cell(view, 0))
    view.mark("hidden")
    ((left, right),) = underlined(cell(view, 0))
    inside = [run for run in whole if run[0] >= left]
    assert inside
    assert inside[-1] == whole[-1]
    assert inside[-1][1] <= right
    assert all(run[1] - run[0] <= 3 for run in inside)  # dots
    view.mark("all")
    image = cell(view, 0)
    assert only_under(marked(image), whole[1:3])


def test_column_in_which_nothing_is_found_is_not_marked(table):
    table.mark("x")
    assert underlined(cell(table, 2)) == []


def test_marks_go_with_the_typed_text(table):
    table.mark("x")
    table.mark("")
    assert underlined(cell(table, 0)) == []


def test_only_cells_in_view_are_worked_out_and_each_text_once(theme, state, qtbot):
    asked = []

    class Many(Source):
        def list_ids(self, sort, *, descending):
            return list(range(5000))

    def marks(typed, shown):
        asked.append(shown)
        return [(0, 1)]

    columns = [Column(key="a", title="甲", text=lambda n: f"口{n // 2}", chars=8, marks=marks)]
    model = TableModel(Many(), columns)
    model.reload()
    view = TableView(model, theme, state, "many")
    qtbot.addWidget(view)
    view.resize(300, 300)
    view.show()
    qtbot.waitExposed(view)
    view.mark("x")
    view.viewport().grab()
    view.viewport().grab()
    assert 0 < len(asked) <= 10
    assert len(asked) == len(set(asked))


# ---- lists of what was found ----


def test_parts_of_a_line_are_marked_each_in_its_way():
    line = "张三丰 · 652328********0101 · 3号楼2单元501室"
    parts = [
        ("张三丰", marks_in_name),
        ("652328********0101", marks_in_number),
        ("3号楼2单元501室", marks_in_address),
    ]

    def words(typed):
        return [line[start:end] for start, end in marks_in_parts(typed, line, parts)]

    assert words("zs") == ["张三"]
    assert words("0101") == ["0101"]
    assert words("zs 3-2-501") == ["张三", "3号楼2单元501室"]
    assert words("") == []


@pytest.mark.parametrize(
    ("kind", "title", "detail", "typed", "words"),
    [
        (JumpKind.RESIDENT, "单雄信", "男 66 岁 · 3号楼2单元501室", "shan", ["单"]),
        (JumpKind.RESIDENT, "单雄信", "男 66 岁 · 3号楼2单元501室", "3-2", ["3号楼2单元"]),
        (JumpKind.RESIDENT, "单雄信", "男 66 岁 · 3号楼2单元501室", "66", []),
        (JumpKind.BUILDING, "幸福小区3号楼", "24 户室", "3号楼", ["3号楼"]),
        (JumpKind.ORGANISATION, "西河小学", "学校 · 建设路12号 · 张三", "xhxx", ["西河小学"]),
        (JumpKind.ORGANISATION, "西河小学", "学校 · 建设路12号 · 张三", "张三", ["张三"]),
        (JumpKind.COMMAND, "导出名册", "Ctrl+Shift+E", "dcmc", ["导出名册"]),
        (JumpKind.CARD, "LX-00012", "联系卡 · 张三", "00012", ["00012"]),
    ],
)
def test_entry_to_jump_to_is_marked_by_what_it_was_found_by(kind, title, detail, typed, words):
    entry = JumpEntry(kind=kind, key=1, title=title, detail=detail)
    line = entry_line(entry)
    assert [line[start:end] for start, end in marks_in_entry(typed, entry)] == words


def test_picker_marks_while_the_clerk_types(desk, services, main_window, qtbot):
    services.residents.add(make_draft("张口丰"))
    picker = resident_picker(desk, main_window)
    picker.open()
    qtbot.waitExposed(picker)
    place = lambda: picker.list.visualItemRect(picker.list.item(0))  # noqa: E731
    qtbot.keyClicks(picker.line, "zk")
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    image = picture(picker.list, place())
    assert len(underlined(image)) == 1
    qtbot.keyClicks(picker.line, "f")
    qtbot.waitUntil(lambda: underlined(picture(picker.list, place())) != underlined(image))
    picker.reject()


def test_household_is_marked_by_its_number(desk, services, main_window, qtbot):
    from linli.domain.residents import HouseholdDraft

    household, _ = services.households.add(HouseholdDraft(number="A0012"))
    services.residents.add(make_draft("张三丰", household_id=household))
    picker = household_picker(desk, main_window)
    picker.open()
    qtbot.keyClicks(picker.line, "A0012")
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    line = picker.list.item(0).text()
    found = picker.marks_of(picker.list.item(0).data(0x0100))
    assert [line[start:end] for start, end in found] == ["A0012"]
    picker.reject()


def test_residents_table_marks_what_stands_in_the_find_box(main_window, desk, services, qtbot):
    _, changes = services.residents.add(make_draft("张三丰"))
    desk.bus.publish(changes)
    tab = main_window.current_tab
    qtbot.waitUntil(lambda: tab.table.model().rowCount() == 1)
    name = lambda: picture(tab.table, tab.table.visualRect(tab.table.model().index(0, 0)))  # noqa: E731
    assert underlined(name()) == []
    tab.focus_search()
    qtbot.keyClicks(tab.find_box, "zs")
    qtbot.waitUntil(lambda: underlined(name()) != [])
    ((left, right),) = underlined(name())
    font = tab.table.fontMetrics()
    assert abs((right - left) - font.horizontalAdvance("张三")) <= 2
    tab.find_box.clear()
    qtbot.waitUntil(lambda: underlined(name()) == [])
