from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from support.cards import position_of
from support.editor import at, click, drag, middle, settled
from support.people import make_draft
from support.templates import CODE, LABEL, NAME, OFFICERS
from support.window import settle

from linli.domain.changes import Kind
from linli.domain.faces import FontStyle, ServingFont
from linli.domain.paper import A5, BUSINESS, PaperSetup, Side, single_sheet
from linli.domain.staff import StaffDraft
from linli.domain.templates.blank import NewElement
from linli.domain.templates.edit import Align, Anchor, Level, Order
from linli.domain.templates.elements import (
    ImageElement,
    LineElement,
    ListElement,
    QrElement,
    RectElement,
    TextElement,
)
from linli.gui.ask import SaveChoice
from linli.gui.editor import inputs
from linli.gui.editor.card_form import CardForm

SHEET = PaperSetup(sheet=single_sheet(BUSINESS))


def field(editor, name):
    return editor.panel.form.editor(name)


def only(editor):
    (element,) = editor.model.selected
    return element


def save(editor):
    QTest.mouseClick(editor.save_button, Qt.MouseButton.LeftButton)


def test_text_moved_with_mouse_and_keys_is_printed_at_its_new_place(editor, services, qtbot, desk):
    cast = settle(services)
    heard = []
    desk.bus.changed.connect(heard.append)
    drag(editor, middle(editor, 0), (8, 12))
    for _ in range(5):
        QTest.keyClick(editor.canvas, Qt.Key.Key_Right)
    box = editor.model.box(0)
    settled(editor, qtbot)
    assert editor.save_button.isEnabled()
    save(editor)
    assert not editor.model.modified
    assert [changes.kinds for changes in heard] == [{Kind.TEMPLATES}]
    batch = services.cards.prepare([cast.head], editor.model.template.kind.id)
    printed = services.cards.preview(batch, SHEET)
    ((left, _),) = position_of(printed.content, 0, "张建国")
    assert left == pytest.approx(box.x, abs=0.6)
    assert box.x == pytest.approx(13.5, abs=0.3)


def ink_in(image, editor, box):
    """Count dark pixels of the picture inside a box of mm."""
    scale = image.width() / editor.model.size.width
    area = range(round(box.x * scale), round((box.x + box.w) * scale), 2)
    rows = range(round(box.y * scale), round((box.y + box.h) * scale), 2)
    return sum(QColor(image.pixel(x, y)).lightness() < 128 for x in area for y in rows)


def test_picture_behind_the_boxes_is_the_card_as_it_prints(editor, qtbot):
    before = editor.model.box(0)
    image = editor.live.image(8)
    assert ink_in(image, editor, before) > 50
    editor.model.select([0])
    editor.model.move(0, 30)
    settled(editor, qtbot)
    image = editor.live.image(8)
    assert ink_in(image, editor, editor.model.box(0)) > 50
    assert ink_in(image, editor, replace(before, h=4)) == 0


def test_picture_follows_within_the_blink_of_an_eye(editor, qtbot):
    from time import perf_counter

    editor.model.select([0])
    start = perf_counter()
    with qtbot.waitSignal(editor.live.drawn, timeout=5000):
        editor.model.move(0, 1)
    assert perf_counter() - start < 1.5  # 0.15 s on a machine of its own


def test_residents_facts_take_the_place_of_the_sample(editor, services, qtbot):
    cast = settle(services)
    assert editor.live.card.facts.holder == "张桂兰"
    row = services.residents.find("张建国")[0]
    editor.data.take(row)
    settled(editor, qtbot)
    assert editor.live.card.facts.holder == "张建国"
    assert editor.data.currentText() == "张建国"
    assert row.id == cast.head


def test_who_gets_no_card_is_told_and_the_sample_stays(editor, services, qtbot, ask):
    lost, _ = services.residents.add(make_draft("赵去", sequence=41))
    services.residents.recycle([lost])
    ask.expect("warn")
    editor.data.chosen.emit(lost)
    settled(editor, qtbot)
    assert "回收站" in ask.last
    assert editor.live.card.facts.holder == "张桂兰"


def test_plates_are_shown_with_a_member_of_staff(desk, services, window, qtbot):
    from linli.domain.cards import CardSource
    from linli.gui.editor.editor import TemplateEditor

    staff, _ = services.staff.add(StaffDraft(name="刘敏", post="书记"))
    kind_id, _ = services.templates.new(CardSource.STAFF, A5, "台签", two_sided=False)
    editor = TemplateEditor(desk, services.templates.draft(kind_id), window)
    editor.open()
    editor.data.setCurrentIndex(1)
    editor.data.activated.emit(1)
    settled(editor, qtbot)
    assert editor.live.card.facts.staff.post == "书记"
    assert staff == editor.data.value()
    assert not editor.side_buttons[Side.FRONT].isVisible()
    editor.reject()


def test_problems_are_listed_as_they_arise_and_keep_it_from_being_saved(editor, qtbot):
    assert editor.problems.isHidden()
    editor.model.select([0])
    editor.model.move(-4, 0)
    settled(editor, qtbot)
    assert editor.problems.count() == 1
    assert "安全区" in editor.problems.item(0).text()
    assert not editor.save_button.isEnabled()
    editor.model.undo()
    settled(editor, qtbot)
    assert editor.problems.isHidden()


def test_click_on_a_problem_selects_its_element(editor, qtbot):
    editor.model.show_side(Side.BACK)
    editor.model.enter(0)
    editor.model.select([0])
    editor.model.move(90, 0)
    editor.model.show_side(Side.FRONT)
    settled(editor, qtbot)
    rect = editor.problems.visualItemRect(editor.problems.item(0))
    QTest.mouseClick(editor.problems.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    assert editor.model.level == Level(Side.BACK, 0)
    assert editor.model.selection == (0,)


def test_text_that_is_cut_is_told_and_does_not_hinder(open_editor, qtbot):
    editor = open_editor(replace(LABEL, text="一二三四五六七八九十" * 9, w=20))
    assert any("太长" in editor.problems.item(n).text() for n in range(editor.problems.count()))
    assert editor.model.problems == ()


def test_card_that_cannot_be_printed_is_told(open_editor):
    editor = open_editor(replace(LABEL, text="一二三四五六七八九十" * 9, w=20, refuse_cut=True))
    assert "印不出来" in editor.problems.item(0).text()


def test_template_changed_elsewhere_is_refused_over_the_canvas(editor, services, qtbot):
    theirs = services.templates.draft(editor.model.template.kind.id)
    services.templates.save(replace(theirs, sides={Side.FRONT: (NAME,)}), theirs)
    editor.model.select([0])
    editor.model.move(1, 0)
    settled(editor, qtbot)
    save(editor)
    assert "别处改过" in editor.band.text
    assert editor.model.modified


@pytest.mark.parametrize("is_removed", [False, True])
def test_work_on_a_template_that_is_another_by_now_goes_on_as_a_new_one(
    is_removed, editor, services, qtbot
):
    theirs = services.templates.draft(editor.model.template.kind.id)
    if is_removed:
        services.templates.remove(theirs.kind.id)
    else:
        services.templates.save(replace(theirs, sides={Side.FRONT: (NAME,)}), theirs)
    editor.model.select([0])
    editor.model.move(1, 0)
    settled(editor, qtbot)
    assert editor.save_as_button.isHidden()
    save(editor)
    QTest.mouseClick(editor.save_as_button, Qt.MouseButton.LeftButton)
    assert editor.save_as_button.isHidden()
    assert editor.band.text == ""
    mine = editor.model.template
    assert mine.kind.id != theirs.kind.id
    assert services.templates.get(mine.kind.id) == mine
    assert not editor.model.modified
    editor.model.select([0])
    editor.model.move(1, 0)
    settled(editor, qtbot)
    save(editor)
    assert services.templates.get(mine.kind.id) == editor.model.template


def test_ctrl_s_keeps_the_template(editor, services, qtbot):
    editor.model.select([0])
    editor.model.move(1, 0)
    settled(editor, qtbot)
    qtbot.keyClick(editor.canvas, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert services.templates.get(editor.model.template.kind.id) == editor.model.template


def test_unsaved_work_is_asked_about(editor, ask, assert_freed, services, qtbot):
    editor.model.select([0])
    editor.model.move(1, 0)
    settled(editor, qtbot)
    ask.expect("save_changes", SaveChoice.STAY)
    editor.close()
    assert editor.isVisible()
    ask.expect("save_changes", SaveChoice.SAVE)
    editor.close()
    kind_id = editor.model.template.kind.id
    assert_freed(editor)
    assert services.templates.get(kind_id).sides[Side.FRONT][0].x == 6


def test_nothing_is_asked_where_nothing_was_changed(editor, assert_freed):
    QTest.mouseClick(editor.close_button, Qt.MouseButton.LeftButton)
    assert_freed(editor)


def test_enter_in_a_field_closes_nothing(editor):
    click(editor, at(editor, 1, 1))
    title = field(editor, "title")
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_Return)
    assert editor.isVisible()


def test_everything_that_can_be_added_is_added_in_the_middle_and_selected(
    editor, qtbot, ask, tmp_path
):
    kinds = {
        NewElement.TEXT: TextElement,
        NewElement.FIELD: TextElement,
        NewElement.PHOTO: ImageElement,
        NewElement.CODE: QrElement,
        NewElement.LINE: LineElement,
        NewElement.RECTANGLE: RectElement,
        NewElement.LIST: ListElement,
    }
    for new, kind in kinds.items():
        editor.commands.new[new].trigger()
        assert type(only(editor)) is kind
        assert editor.panel.form.has("x")
    settled(editor, qtbot)
    assert editor.model.problems == ()


def test_picture_from_a_file_becomes_the_templates_own(editor, qtbot, ask, tmp_path, services):
    from PIL import Image

    path = tmp_path / "徽标.png"
    Image.new("RGB", (60, 60), "red").save(path)
    ask.expect("open_file", path)
    editor.commands.new[NewElement.PICTURE].trigger()
    qtbot.waitUntil(lambda: len(editor.model.elements) == 4)
    assert services.settings.photo(only(editor).own_picture)
    settled(editor, qtbot)
    save(editor)
    assert services.templates.get(editor.model.template.kind.id).own_pictures()


def test_file_that_is_no_picture_is_refused(editor, qtbot, ask, tmp_path):
    path = tmp_path / "坏.png"
    path.write_bytes(b"nothing")
    ask.expect("open_file", path)
    ask.expect("warn")
    editor.commands.new[NewElement.PICTURE].trigger()
    qtbot.waitUntil(lambda: not ask.waiting)
    assert len(editor.model.elements) == 3


def test_words_and_facts_are_changed_in_the_panel(editor):
    editor.model.select([1])
    text = field(editor, "text")
    assert text.text.toPlainText() == "卡号 「卡号」"
    text.text.selectAll()
    QTest.keyClicks(text.text, "tel: ")
    text.insert("hotline")
    assert only(editor).text == "tel: {hotline}"
    assert text.text.toPlainText() == "tel: 「服务热线」"
    QTest.keyClick(text.text, Qt.Key.Key_Backspace)
    assert only(editor).text == "tel: "
    editor.model.undo()
    assert only(editor).text == LABEL.text
    assert text.text.toPlainText() == "卡号 「卡号」"


def test_menu_of_facts_holds_all_texts_of_the_card(editor):
    editor.model.select([1])
    names = [name for group in field(editor, "text").offered.values() for name in group]
    assert {"holder", "hotline", "helper_name"} <= set(names)
    assert "emblem" not in names
    assert len(names) == len(set(names)) > 20
    menu = field(editor, "text").menu
    assert [action.text() for action in menu.actions()] == ["持卡人和住处", "大厅和网格"]


PLAIN = {
    "face": FontStyle.SONG,
    "bold": True,
    "size": 12.5,
    "min_size": 6,
    "colour": "accent",
    "align": "right",
    "valign": "top",
    "lines": 2,
    "leading": 1.5,
    "refuse_cut": True,
    "whole_parts": True,
    "when": ("emblem",),
    "unless": ("hotline",),
    "turned": True,
}


@pytest.mark.parametrize("name", PLAIN)
def test_property_of_a_text_is_changed_in_the_panel_and_undone(editor, name):
    editor.model.select([1])
    source = field(editor, name)
    source.set_value(PLAIN[name])
    source.edited.emit()
    assert getattr(only(editor), name) == PLAIN[name]
    editor.model.undo()
    assert only(editor) == LABEL
    assert field(editor, name).value() == getattr(LABEL, name)


def test_place_is_typed_in_mm(editor):
    editor.model.select([0])
    for name, value in (("x", 7.3), ("w", 40), ("h", 9.5)):
        field(editor, name).setValue(value)
    box = editor.model.box(0)
    assert (box.x, box.y, box.w, box.h) == pytest.approx((7.3, 6, 40, 9.5))
    assert only(editor).right == pytest.approx(90 - 47.3)


def test_edge_on_which_it_hangs_is_chosen(editor):
    editor.model.select([0])
    assert field(editor, "across").value() is Anchor.BOTH
    field(editor, "across").set_value(Anchor.END)
    assert (only(editor).x, only(editor).right, only(editor).w) == (None, 30, 55)
    assert editor.model.box(0).x == 5


def test_several_texts_get_the_same_look(editor):
    editor.model.select([0, 1])
    field(editor, "size").setValue(9)
    assert [element.size for element in editor.model.selected] == [9, 9]
    assert [element.text for element in editor.model.selected] == [NAME.text, LABEL.text]


def test_note_says_which_face_stands_in(editor):
    kai = FontStyle.KAI
    stand_in = ServingFont(style=kai, font="宋体", file="x.ttf", stand_in=FontStyle.SONG)
    editor.panel.show_faces({kai: stand_in})
    editor.model.select([1])
    assert editor.panel.form.field("face").hint == ""
    field(editor, "face").set_value(kai)
    assert "用宋体代替" in editor.panel.form.field("face").hint


def test_colour_is_chosen_from_the_palette_or_freely(editor, monkeypatch):
    editor.model.select([1])
    colour = field(editor, "colour")
    words = [colour.choice.itemText(place) for place in range(colour.choice.count())]
    assert words == ["正文", "说明", "线条", "主色", "浅底", "白色", "其他颜色…"]
    colour.choice.setCurrentIndex(3)
    colour.choice.activated.emit(3)
    assert only(editor).colour == "accent"
    colour._take(QColor("#ff8800"))
    assert only(editor).colour == "#ff8800"
    dialog = inputs.ask_colour("#ff8800", colour)
    assert dialog.currentColor().name() == "#ff8800"
    dialog.close()


def test_palette_recolours_the_whole_card(editor):
    click(editor, at(editor, 1, 1))
    form = editor.panel.form
    assert isinstance(form, CardForm)
    form.colours._take("accent", QColor("#aa0000"))
    assert editor.model.template.colours["accent"] == "#aa0000"
    form.colours._take("自选 7", QColor("#00aa00"))
    assert "自选 7" in form.colours.buttons
    form.colours._remove("ink")
    assert editor.model.elements[0].colour == "#1a2330"
    for _ in range(3):
        editor.model.undo()
    assert editor.model.template == editor.model.saved


def test_title_sizes_and_back_belong_to_the_whole_card(editor, qtbot):
    click(editor, at(editor, 1, 1))
    field(editor, "title").setText("新名称")
    field(editor, "two_sided").click()
    sizes = field(editor, "sizes")
    assert [size.id for size in sizes.value()] == ["90x54", "id1"]
    sizes._checks[A5].click()
    kind = editor.model.template.kind
    assert (kind.title, kind.two_sided, kind.sizes[-1]) == ("新名称", False, A5)
    assert Side.BACK not in editor.model.template.sides
    settled(editor, qtbot)
    save(editor)
    assert "新名称" in editor.windowTitle()


def test_last_size_cannot_be_taken_away(editor):
    click(editor, at(editor, 1, 1))
    sizes = field(editor, "sizes")
    for size in sizes.value()[1:]:
        sizes._checks[size].click()
    assert len(sizes.value()) == 1
    assert not sizes._checks[sizes.value()[0]].isEnabled()


def test_list_shows_other_rows_with_cells_for_them(editor, qtbot):
    editor.side_buttons[Side.BACK].click()
    editor.model.select([0])
    field(editor, "items").set_value("members")
    assert only(editor).items == "members"
    assert only(editor).elements[0].text == "{item.name}"
    field(editor, "columns").setValue(2)
    settled(editor, qtbot)
    assert editor.model.problems != ()  # the cells are half as wide now


def test_more_of_a_list_is_switched_on_and_edited(editor, qtbot):
    editor.model.show_side(Side.BACK)
    editor.model.select([0])
    more = field(editor, "more")
    more.click()
    assert only(editor).more is None
    assert not editor.panel.form.more_button.isEnabled()
    more.click()
    editor.panel.form.more_button.click()
    assert editor.model.level == Level(Side.BACK, 0, more=True)
    editor.model.select([0])
    assert field(editor, "text").text.toPlainText() == "另有 「其余个数」 人"
    assert not editor.commands.new[NewElement.TEXT].isEnabled()


def test_cell_offers_the_facts_of_its_row_first(editor):
    editor.model.show_side(Side.BACK)
    editor.model.enter(0)
    editor.model.select([0])
    first = next(iter(field(editor, "text").offered.values()))
    assert first == ["item.role", "item.name", "item.phone"]


def test_picture_of_the_card_is_another_fact(open_editor):
    editor = open_editor(ImageElement(source="emblem", x=5, w=10, y=5, h=10))
    editor.model.select([0])
    source = field(editor, "source")
    source.set_value("worker_photo")
    assert only(editor).source == "worker_photo"


def test_alignment_and_order_are_in_the_menu(editor):
    editor.model.select([0, 1])
    editor.commands.align[Align.RIGHT].trigger()
    assert editor.model.box(0).x + editor.model.box(0).w == pytest.approx(
        editor.model.box(1).x + editor.model.box(1).w
    )
    assert not editor.commands.spread[True].isEnabled()
    editor.model.select([0])
    editor.commands.order[Order.FRONT].trigger()
    assert editor.model.selection == (2,)
    assert only(editor).text == NAME.text


def test_conditions_are_chosen_in_a_check_list(editor):
    editor.model.select([1])
    when = field(editor, "when")
    when.button.click()
    (dialog,) = when.findChildren(inputs.FieldsDialog)
    names = [dialog.list.item(row).text() for row in range(dialog.list.count())]
    dialog.list.item(names.index("徽标")).setCheckState(Qt.CheckState.Checked)
    dialog.accept()
    assert only(editor).when == ("emblem",)
    assert when.words.text() == "徽标"


def test_level_taken_away_by_undo_leads_back_to_the_card(editor):
    editor.commands.new[NewElement.LIST].trigger()
    editor.model.enter(3)
    editor.model.select([0])
    editor.model.undo()
    assert editor.model.level == Level(Side.FRONT)
    assert editor.model.selection == ()


@pytest.mark.parametrize("zoom", [150, 200])
def test_small_screen_and_large_type_cut_nothing(open_editor, desk, zoom, qtbot):
    desk.theme.set_zoom(zoom)
    editor = open_editor(NAME, LABEL, CODE, back=[OFFICERS])
    editor.resize(1366, 720)
    assert editor.width() <= 1366
    assert editor.height() <= 768
    for button in (editor.save_button, editor.close_button, editor.new_button):
        corner = button.mapTo(editor, QPoint(button.width(), button.height()))
        assert editor.rect().contains(corner - QPoint(1, 1))
        assert button.width() >= button.sizeHint().width()


def test_each_letter_with_alt_means_one_thing(editor):
    editor.model.show_side(Side.BACK)
    editor.model.enter(0)
    editor.model.select([0])
    buttons = [b for b in editor.findChildren(QAbstractButton) if b.isVisible()]
    keys = [QKeySequence.mnemonic(button.text()).toString() for button in buttons]
    taken = [key for key in keys if key]
    assert len(taken) == len(set(taken)) > 5
