"""The check of names: the list, and each of the ways to mend one."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QPixmap, QPointingDevice, QTabletEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from support.keys import type_chinese
from support.people import make_draft
from support.tiny_font import write_font
from support.window import opened

from linli.domain.glyphs import PEN
from linli.gui.names.canvas import Canvas
from linli.gui.names.character_picker import CharacterPicker
from linli.gui.names.check_dialog import NameCheckDialog, open_name_check
from linli.gui.names.drawing import DrawingDialog
from linli.gui.resident_form import ResidentForm
from linli.printing import fonts as printing_fonts

KNOWN = "\ue863"  # 䶮 in GBK
UNKNOWN = "\ue5e5"
RARE = "\U000323af"  # the last point of extension H: no shipped font has it


@pytest.fixture(autouse=True)
def _no_installed_fonts(monkeypatch):
    """Only the shipped fonts, whatever this machine has."""
    monkeypatch.setattr(printing_fonts, "system_font_folders", lambda: ())
    printing_fonts.library_for.cache_clear()
    yield
    printing_fonts.library_for.cache_clear()


@pytest.fixture
def add(services):
    """Register somebody of that name and return the id."""
    count = iter(range(100, 900))
    return lambda name: services.residents.add(make_draft(name, sequence=next(count)))[0]


@pytest.fixture
def show(desk, window, qtbot):
    """Open the check and close it in the end."""
    dialogs = []

    def make(ids=None):
        dialog = open_name_check(desk, window, ids)
        assert isinstance(dialog, NameCheckDialog)
        dialogs.append(dialog)
        qtbot.waitExposed(dialog)
        settled(desk, qtbot)
        return dialog

    yield make
    for dialog in dialogs:
        dialog.close()


def settled(desk, qtbot):
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


def press(dialog, qtbot, *keys):
    press_in(dialog, qtbot, *keys)
    settled(dialog.desk, qtbot)


def lines(dialog):
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def name_of(services, resident_id):
    return services.residents.get(resident_id).facts.name


def test_a_sound_ledger_says_so_and_offers_nothing(add, show):
    add("张三")
    dialog = show()
    assert dialog.summary.text() == "所有姓名都印得出来。"
    assert not dialog.panel.isVisible()
    assert not dialog.pick_button.isEnabled()


def test_a_trouble_shows_a_gap_the_code_and_the_reason(add, show):
    add(f"刘{KNOWN}")
    dialog = show()
    assert lines(dialog) == [["刘□", "居民", "U+E863", "旧系统自造字", ""]]
    assert dialog.panel.new_sign.text() == "䶮"


def test_only_those_who_were_asked_for_are_listed(add, show):
    add(f"刘{KNOWN}")
    second = add(f"王{KNOWN}")
    assert [line[0] for line in lines(show([second]))] == ["王□"]


def test_enter_takes_the_standard_character_and_the_rest_is_counted(add, show, services, qtbot):
    first, second = add(f"刘{KNOWN}"), add(f"王{UNKNOWN}")
    dialog = show()
    assert "还有 2 处" in dialog.summary.text()
    press(dialog, qtbot, Qt.Key.Key_Return)
    assert name_of(services, first) == "刘䶮"
    assert "还有 1 处" in dialog.summary.text()
    assert [line[0] for line in lines(dialog)] == ["王□"]
    assert name_of(services, second) == f"王{UNKNOWN}"
    assert not dialog.use_button.isVisible()


def test_a_standard_code_is_replaced_everywhere_unless_the_clerk_says_no(
    add, show, services, qtbot
):
    people = [add(f"刘{KNOWN}"), add(f"王{KNOWN}")]
    dialog = show()
    assert "有 2 处" in dialog.panel.everywhere_box.text()
    dialog.panel.everywhere_box.setChecked(False)
    dialog.use_button.click()
    settled(dialog.desk, qtbot)
    assert [name_of(services, person) for person in people] == ["刘䶮", f"王{KNOWN}"]
    assert dialog.panel.everywhere
    dialog.use_button.click()
    settled(dialog.desk, qtbot)
    assert name_of(services, people[1]) == "王䶮"
    assert name_of(services, add(f"赵{KNOWN}")) == "赵䶮"


def test_the_right_character_is_found_and_chosen_by_keys_alone(add, show, services, qtbot):
    person = add(f"刘{UNKNOWN}")
    dialog = show()
    press(dialog, qtbot, Qt.Key.Key_Return)
    picker = opened(CharacterPicker)
    type_chinese(picker.line, "王 君")
    press_in(picker, qtbot, Qt.Key.Key_Return)
    settled(dialog.desk, qtbot)
    assert name_of(services, person) == "刘珺"
    assert dialog.summary.text() == "所有姓名都印得出来。"


def press_in(dialog, qtbot, *keys):
    for key in keys:
        qtbot.keyClick(dialog.focusWidget(), key)


def test_a_character_is_drawn_with_the_mouse_and_kept_with_the_name(add, show, services, qtbot):
    person = add(f"刘{UNKNOWN}")
    dialog = show()
    dialog.draw_button.click()
    drawing = opened(DrawingDialog)
    assert not drawing.save_button.isEnabled()
    drag(drawing.canvas, (0.2, 0.5), (0.5, 0.5), (0.8, 0.5))
    drag(drawing.canvas, (0.5, 0.2), (0.5, 0.8))
    drawing.save_button.click()
    settled(dialog.desk, qtbot)
    (kept,) = services.names.glyphs()
    assert name_of(services, person) == f"刘{kept.glyph.character}"
    assert kept.resident_id == person
    across, down = kept.glyph.strokes
    assert across == (
        (pytest.approx(0.2, abs=0.01), pytest.approx(0.5, abs=0.01)),
        (pytest.approx(0.8, abs=0.01), pytest.approx(0.5, abs=0.01)),
    )
    assert len(down) == 2
    assert dialog.summary.text() == "所有姓名都印得出来。"


def test_cursor_goes_back_to_the_list_for_the_next_name(add, show, qtbot):
    add(f"刘{KNOWN}")
    add(f"李{UNKNOWN}")
    dialog = show()
    (row,) = (r for r in range(2) if dialog.table.item(r, 0).text().startswith("刘"))
    dialog.table.selectRow(row)
    dialog.use_button.setFocus()
    dialog.use_button.click()
    settled(dialog.desk, qtbot)
    assert not dialog.use_button.isVisible()
    assert dialog.focusWidget() is dialog.table


def place(canvas, part):
    square = canvas._square()
    return QPoint(
        round(square.left() + part[0] * square.width()),
        round(square.top() + part[1] * square.height()),
    )


def drag(canvas, first, *parts):
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(canvas, button, pos=place(canvas, first))
    for part in parts:
        QTest.mouseMove(canvas, place(canvas, part))
    QTest.mouseRelease(canvas, button, pos=place(canvas, parts[-1]))


def test_a_drawing_for_the_code_itself_serves_everybody(add, show, services, qtbot):
    people = [add(f"刘{UNKNOWN}"), add(f"王{UNKNOWN}")]
    dialog = show()
    dialog.panel.everywhere_box.setChecked(True)
    dialog.draw_button.click()
    drawing = opened(DrawingDialog)
    drag(drawing.canvas, (0.2, 0.5), (0.8, 0.5))
    drawing.save_button.click()
    settled(dialog.desk, qtbot)
    assert len({name_of(services, person)[1] for person in people}) == 1
    assert lines(dialog) == []


def test_a_drawn_character_can_be_chosen_for_another_name(add, show, services, qtbot):
    first, second = add(f"刘{UNKNOWN}"), add(f"王{UNKNOWN}")
    services.names.keep_glyph(first, UNKNOWN, (((0.1, 0.1), (0.9, 0.9)),))
    dialog = show()
    dialog.pick_button.click()
    picker = opened(CharacterPicker)
    assert "刘" in picker.detail.text()
    picker.choose_button.click()
    settled(dialog.desk, qtbot)
    assert name_of(services, second)[1] == name_of(services, first)[1]


def test_an_added_font_helps_and_one_without_the_character_is_told(add, show, ask, qtbot, tmp_path):
    add(f"刘{RARE}")
    dialog = show()
    assert lines(dialog)[0][3] == "没有字体"
    ask.expect("open_file", write_font(tmp_path, "a.ttf", "张"))
    ask.expect("tell")
    dialog.font_button.click()
    settled(dialog.desk, qtbot)
    assert "没有这个字" in ask.last
    ask.expect("open_file", write_font(tmp_path, "b.ttf", RARE))
    dialog.font_button.click()
    settled(dialog.desk, qtbot)
    assert lines(dialog) == []


def test_a_file_that_is_no_font_is_refused(add, show, ask, qtbot, tmp_path):
    add(f"刘{RARE}")
    dialog = show()
    (tmp_path / "a.ttf").write_bytes(b"nothing")
    ask.expect("open_file", tmp_path / "a.ttf")
    ask.expect("warn")
    dialog.font_button.click()
    settled(dialog.desk, qtbot)
    assert "损坏" in ask.last


def test_a_code_offers_no_font_because_no_font_can_know_it(add, show):
    add(f"刘{UNKNOWN}")
    assert not show().font_button.isVisible()


def test_the_record_can_be_opened_and_put_right_there(add, show, services, qtbot):
    person = add("ئابلىز")
    dialog = show()
    dialog.open_button.click()
    form = opened(ResidentForm)
    form.form.editor("name").set_value("阿布力孜")
    form.accept()
    settled(dialog.desk, qtbot)
    assert name_of(services, person) == "阿布力孜"
    assert lines(dialog) == []


def test_what_is_skipped_goes_from_the_list_and_is_counted(add, show):
    add(f"刘{UNKNOWN}")
    add(f"王{UNKNOWN}")
    dialog = show()
    dialog.skip_button.click()
    assert [line[0] for line in lines(dialog)] == ["王□"]
    dialog.skip_button.click()
    assert "略过 2 处" in dialog.summary.text()
    assert not dialog.skip_button.isEnabled()


@pytest.fixture
def canvas(theme, qtbot):
    widget = Canvas(theme)
    qtbot.addWidget(widget)
    widget.resize(302, 302)
    widget.show()
    return widget


def test_keys_draw_too(canvas, qtbot):
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Space, *[Qt.Key.Key_Down] * 5, Qt.Key.Key_Space):
        qtbot.keyClick(canvas, key)
    assert canvas.strokes == (((0.48, 0.5), (0.48, 0.6)),)
    qtbot.keyClick(canvas, Qt.Key.Key_Backspace)
    assert canvas.strokes == ()


def test_a_tablet_s_pen_draws(canvas):
    def send(kind, part):
        where = QPointF(place(canvas, part))
        nothing = Qt.KeyboardModifier.NoModifier
        left = Qt.MouseButton.LeftButton
        event = QTabletEvent(
            kind,
            QPointingDevice.primaryPointingDevice(),
            where,
            where,
            *(0.5, 0.0, 0.0, 0.0, 0.0, 0.0),
            nothing,
            left,
            left,
        )
        QApplication.sendEvent(canvas, event)
        assert event.isAccepted()

    send(QEvent.Type.TabletPress, (0.2, 0.2))
    send(QEvent.Type.TabletMove, (0.6, 0.6))
    send(QEvent.Type.TabletRelease, (0.6, 0.6))
    ((start, end),) = canvas.strokes
    assert start == pytest.approx((0.2, 0.2), abs=0.01)
    assert end == pytest.approx((0.6, 0.6), abs=0.01)


def test_a_stroke_beyond_the_square_ends_at_its_edge(canvas):
    drag(canvas, (0.5, 0.5), (1.4, 0.5))
    assert canvas.strokes[0][-1][0] == 1.0


def test_strokes_are_taken_back_one_by_one_and_all_at_once(canvas):
    for y in (0.2, 0.4, 0.6):
        drag(canvas, (0.2, y), (0.8, y))
    canvas.take_back()
    assert len(canvas.strokes) == 2
    canvas.clear()
    assert canvas.strokes == ()


def test_the_ink_is_where_it_was_drawn_and_the_picture_is_faint(canvas):
    picture = QPixmap(10, 10)
    picture.fill(Qt.GlobalColor.black)
    canvas.set_picture(picture)
    drag(canvas, (0.2, 0.3), (0.8, 0.3))
    seen = canvas.grab().toImage()
    ink = seen.pixelColor(place(canvas, (0.4, 0.3))).lightness()
    ghost = seen.pixelColor(place(canvas, (0.4, 0.7))).lightness()
    assert ink < 60 < ghost < 220


@pytest.fixture
def drawing(desk, window, qtbot):
    """A drawing dialog whose result is kept in a list."""
    kept = []
    dialog = DrawingDialog(
        desk, "刘□明", "□", lambda strokes, width: kept.append((strokes, width)), window
    )
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog, kept


def test_the_width_of_the_pen_is_kept(drawing):
    dialog, kept = drawing
    dialog.width_slider.setValue(12)
    drag(dialog.canvas, (0.2, 0.3), (0.8, 0.3))
    dialog.accept()
    assert kept[0][1] == 0.12


def test_leaving_a_drawing_asks_first(drawing, ask):
    dialog, kept = drawing
    drag(dialog.canvas, (0.2, 0.3), (0.8, 0.3))
    ask.expect("confirm", False)
    dialog.reject()
    assert dialog.isVisible()
    ask.expect("confirm", True)
    dialog.reject()
    assert kept == []


def test_an_earlier_drawing_can_be_gone_on_with(drawing):
    dialog, kept = drawing
    dialog.show_drawing((((0.1, 0.1), (0.9, 0.1)),), PEN)
    drag(dialog.canvas, (0.2, 0.3), (0.8, 0.3))
    dialog.accept()
    assert len(kept[0][0]) == 2


def test_a_picture_that_cannot_be_read_is_told(drawing, ask, tmp_path):
    dialog, _ = drawing
    (tmp_path / "x.png").write_bytes(b"nothing")
    ask.expect("open_file", tmp_path / "x.png")
    dialog.picture_button.click()
    assert "x.png" in dialog.problems.text
    dialog.reject()
