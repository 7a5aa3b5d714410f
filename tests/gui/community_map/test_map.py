"""The picture of the community by mouse and keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from support.homes import settle
from support.roles import as_role
from support.window import opened

from linli.domain.accounts import Role
from linli.domain.community_map import Box, Figure, LabelDraft, LabelKind
from linli.domain.grids import GridDraft
from linli.domain.values.addresses import Address
from linli.gui.community_map.label_form import LabelForm
from linli.gui.community_map.page import MapDialog
from linli.gui.elevation.dialog import ElevationDialog
from linli.gui.grid_form import GridForm
from linli.gui.grids.tab import GridsTab
from linli.gui.print_dialog import PrintDialog

LEFT = Qt.MouseButton.LeftButton
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def homes(services):
    for number, name in enumerate(("第一网格", "第二网格")):
        buildings = tuple(Address(building=f"{number * 4 + k}号楼") for k in range(1, 5))
        services.grids.add(GridDraft(number=str(number + 1), name=name, buildings=buildings))
    at = Address(building="1号楼", unit="1单元", room="101")
    return settle(services, [("张一", at), ("李一", Address(building="2号楼", room="101"))])


@pytest.fixture
def dialog(desk, homes, show):
    return show(MapDialog(desk))


@pytest.fixture
def page(dialog):
    return dialog.page


@pytest.fixture
def arranging(page):
    page.arrange_button.click()
    return page


def key(services, title):
    return next(b.key for b in services.community_map.get().buildings if b.title == title)


def middle(page, item):
    return page.picture.rect_of(item).center().toPoint()


def box(services, title):
    return services.community_map.get().boxes[key(services, title)]


def legend(page):
    return [label.text() for label in page.legend.findChildren(QLabel) if label.isVisible()]


def side_words(page):
    return [label.text() for label in page.side.findChildren(QLabel) if label.isVisible()]


def drag(qtbot, picture, start, cells, held=Qt.KeyboardModifier.NoModifier):
    cell = picture._paint.cell
    end = start + QPoint(round(cells[0] * cell), round(cells[1] * cell))
    qtbot.mousePress(picture, LEFT, held, start)
    qtbot.mouseMove(picture, end)
    qtbot.mouseRelease(picture, LEFT, held, end)


def test_the_legend_says_the_bounds_and_the_side_the_figures(page):
    assert legend(page) == ["0 人：6 处", "1 人：2 处"]
    assert page.side.title.text() == "1号楼"
    assert "第一网格" in side_words(page)
    page.figure.set_value(Figure.CARDLESS)
    assert legend(page) == ["0 户：6 处", "1 户：2 处"]
    page.figure.set_value(Figure.PLAIN)
    assert legend(page) == []


def test_a_click_opens_the_picture_of_the_building(page, services, qtbot):
    qtbot.mouseClick(page.picture, LEFT, pos=middle(page, key(services, "2号楼")))
    seen = opened(ElevationDialog)
    assert seen.place.title == "2号楼"
    seen.reject()


def test_arrows_and_enter_go_to_a_building(page, services, qtbot):
    qtbot.keyClick(page.picture, Qt.Key.Key_Right)
    assert page.picture.current.title == "2号楼"
    qtbot.keyClick(page.picture, Qt.Key.Key_Down)
    assert page.picture.current.title == "4号楼"
    qtbot.keyClick(page.picture, Qt.Key.Key_End)
    assert page.picture.current.title == "8号楼"
    qtbot.keyClick(page.picture, Qt.Key.Key_Home)
    qtbot.keyClick(page.picture, Qt.Key.Key_Return)
    opened(ElevationDialog).reject()


def test_a_building_nobody_lives_in_has_no_picture(page, services, ask, qtbot):
    ask.expect("tell")
    qtbot.mouseClick(page.picture, LEFT, pos=middle(page, key(services, "3号楼")))
    assert "“3号楼”还没有登记住址" in ask.last


def test_while_looking_nothing_is_moved(page, services, qtbot):
    before = box(services, "3号楼")
    drag(qtbot, page.picture, middle(page, key(services, "3号楼")), (4, 4))
    qtbot.keyClick(page.picture, Qt.Key.Key_Left, CONTROL)
    assert box(services, "3号楼") == before


def test_dragging_moves_by_whole_cells_and_is_one_step(arranging, services, qtbot):
    before = box(services, "3号楼")
    drag(qtbot, arranging.picture, middle(arranging, key(services, "3号楼")), (-3.3, 7.2))
    assert box(services, "3号楼") == before.moved(-3, 7)
    arranging.undo()
    assert box(services, "3号楼") == before
    assert not services.community_map.get().is_laid_out


def test_a_rubber_band_chooses_several_that_move_together(arranging, services, qtbot):
    picture = arranging.picture
    before = services.community_map.get().boxes
    first = picture.rect_of(key(services, "1号楼")).topLeft().toPoint() - QPoint(4, 4)
    last = picture.rect_of(key(services, "4号楼")).bottomRight().toPoint() + QPoint(4, 4)
    qtbot.mousePress(picture, LEFT, pos=first)
    qtbot.mouseMove(picture, last)
    qtbot.mouseRelease(picture, LEFT, pos=last)
    drag(qtbot, picture, middle(arranging, key(services, "1号楼")), (0, 20))
    after = services.community_map.get().boxes
    moved = {key(services, f"{n}号楼") for n in (1, 2, 3, 4)}
    assert {k for k in after if after[k] == before[k].moved(0, 20)} == moved
    assert services.history.state().undo.action == "调整社区图"
    services.history.undo()
    assert services.community_map.get().boxes == before


def test_the_keyboard_moves_and_makes_larger_in_one_step_each(arranging, services, qtbot):
    before = box(services, "1号楼")
    for _ in range(3):
        qtbot.keyPress(arranging.picture, Qt.Key.Key_Up, CONTROL)
    assert box(services, "1号楼") == before
    qtbot.keyRelease(arranging.picture, Qt.Key.Key_Up, CONTROL)
    assert box(services, "1号楼") == before.moved(0, -3)
    qtbot.keyClick(arranging.picture, Qt.Key.Key_Right, SHIFT)
    assert box(services, "1号楼") == before.moved(0, -3).resized(1, 0)
    arranging.undo()
    assert box(services, "1号楼") == before.moved(0, -3)


def test_the_corner_makes_a_building_larger(arranging, services, qtbot):
    before = box(services, "3号楼")
    corner = arranging.picture.rect_of(key(services, "3号楼")).bottomRight().toPoint()
    drag(qtbot, arranging.picture, corner - QPoint(3, 3), (2, 1))
    assert box(services, "3号楼") == before.resized(2, 1)


def test_buildings_on_each_other_are_said_to_be(arranging, services, qtbot):
    drag(qtbot, arranging.picture, middle(arranging, key(services, "1号楼")), (5, 0))
    assert "有 2 处楼栋重叠" in arranging.line.text()
    assert len(arranging.picture.overlaps()) == 2


def test_arranging_anew_asks_first(arranging, services, ask, qtbot):
    before = services.community_map.get().boxes
    drag(qtbot, arranging.picture, middle(arranging, key(services, "1号楼")), (0, 30))
    ask.expect("confirm", False)
    arranging.anew_button.click()
    assert services.community_map.get().is_laid_out
    ask.expect("confirm", True)
    arranging.anew_button.click()
    assert services.community_map.get().boxes == before


def test_a_label_is_added_moved_changed_and_removed(arranging, services, ask, qtbot):
    arranging.label_button.click()
    form = opened(LabelForm)
    form.form.editor("text").setText("幸福路")
    form.save_button.click()
    (label,) = services.community_map.get().labels
    assert (label.facts.kind, label.facts.text) == (LabelKind.ROAD, "幸福路")
    services.community_map.move({}, {label.id: Box(x=2, y=30, width=12, height=2)})
    arranging.refresh()
    drag(qtbot, arranging.picture, middle(arranging, label.id), (0, 4))
    assert services.community_map.get().labels[0].facts.box.y == 34
    ask.expect("confirm", True)
    qtbot.keyClick(arranging.picture, Qt.Key.Key_Delete)
    assert "选中的 1 处标注" in ask.last
    assert services.community_map.get().labels == ()


def test_only_what_was_done_here_is_taken_back(page, ask):
    ask.expect("tell")
    page.undo()
    assert "没有可以撤销" in ask.last


def test_zoom_and_fit(page, qtbot):
    before = page.picture.width()
    qtbot.keyClick(page.picture, Qt.Key.Key_Plus)
    assert page.picture.width() > before
    qtbot.keyClick(page.picture, Qt.Key.Key_0)
    assert page.picture.width() == before
    assert page.picture.width() <= page.area.maximumViewportSize().width()
    assert page.picture.height() <= page.area.maximumViewportSize().height()


def test_a_double_click_on_the_ground_opens_the_grid(page, services, qtbot):
    corner = page.picture.rect_of(key(services, "1号楼")).topLeft().toPoint()
    qtbot.mouseDClick(page.picture, LEFT, pos=corner - QPoint(5, 5))
    form = opened(GridForm)
    assert form.form.value("name") == "第一网格"
    form.reject()


def test_it_prints_a3_and_refuses_the_wall_what_is_nobodys_business(page, ask, qtbot):
    large, _, wall = page.print_button.menu().actions()
    page.figure.set_value(Figure.ALONE)
    ask.expect("tell")
    wall.trigger()
    assert "不适合上墙" in ask.last
    large.trigger()
    qtbot.waitUntil(lambda: bool(page.findChildren(PrintDialog)), timeout=20_000)
    opened(PrintDialog).reject()


def test_a_reader_looks_and_moves_nothing(desk, homes, show, services):
    seen = show(MapDialog(replace(desk, services=as_role(services, Role.READER))))
    assert not seen.page.arrange_button.isEnabled()
    assert not seen.page.print_button.isEnabled()
    assert seen.page.picture.current is not None


def test_an_empty_ledger_says_where_buildings_come_from(desk, show):
    seen = show(MapDialog(desk))
    assert "还没有楼栋" in seen.page.line.text()
    assert not seen.page.print_button.isEnabled()


def test_the_tab_shows_the_picture_and_goes_to_a_grid_of_it(desk, homes, qtbot):
    tab = GridsTab(desk)
    qtbot.addWidget(tab)
    tab.show()
    tab.map_button.click()
    assert tab.map_page.isVisible()
    assert tab.map_page.picture.current.title == "1号楼"
    tab.map_page.picture.grid_opened.emit(tab.map_page._shown.grids[1].id)
    assert not tab.map_page.isVisible()
    assert tab.tree.current().label == "第二网格"


def test_what_changes_elsewhere_is_shown(page, desk, services):
    changes = services.community_map.save_label(
        None, LabelDraft(kind=LabelKind.HALL, text="大厅", box=Box(x=0, y=0, width=4, height=3))
    )
    desk.bus.publish(changes)
    assert page._shown.labels[0].facts.text == "大厅"
