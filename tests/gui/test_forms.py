import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QLabel

from linli.errors import FieldProblem
from linli.gui.forms import Form, ProblemBand
from linli.gui.inputs import LineInput, date_input


@pytest.fixture
def form(theme, qtbot):
    form = Form(theme, columns=2)
    qtbot.addWidget(form)
    form.add("name", "姓名(&N)", LineInput())
    form.add("day", "日期(&D)", date_input(), hint="如 2026-11-23")
    form.add("note", "备注(&O)", LineInput(), wide=True)
    form.resize(900, 300)
    form.show()
    qtbot.waitExposed(form)
    return form


def top(form, name):
    return form.field(name).y()


def test_loading_is_no_change_of_the_clerk(form):
    form.load(name="张三", note=None)
    assert not form.modified
    assert form.value("name") == "张三"


def test_typing_is(form, qtbot):
    form.load(name="张三")
    with qtbot.waitSignal(form.edited):
        form.editor("name").setText("李四")
    assert form.modified


def test_labels_belong_to_their_inputs(form):
    for label in form.findChildren(QLabel):
        if label.buddy() is not None:
            assert label.buddy().accessibleName() in label.text()
    assert form.editor("name").accessibleName() == "姓名"


def test_errors_stand_beside_their_fields_and_the_first_gets_the_cursor(form, qtbot):
    form.activateWindow()
    rest = form.show_problems(
        [
            FieldProblem(field="day", message="日期不对。"),
            FieldProblem(field="day.month", message="没有 13 月。"),
            FieldProblem(field="elsewhere", message="别处的问题。"),
        ]
    )
    assert form.field("day").error == "日期不对。；没有 13 月。"
    assert form.field("name").error == ""
    assert [problem.message for problem in rest] == ["别处的问题。"]
    assert form.editor("day").property("invalid") is True
    assert form.editor("day").accessibleDescription().startswith(form.field("day").error)
    assert form.focusWidget() is form.editor("day")


def test_cleared_errors_leave_no_trace(form):
    form.show_problems([FieldProblem(field="name", message="没有姓名。")])
    form.clear_problems()
    assert form.field("name").error == ""
    assert form.editor("name").property("invalid") is False


def test_check_names_what_was_typed_wrong(form):
    form.editor("day").setText("昨天")
    (problem,) = form.check()
    assert problem.field == "day"
    assert "昨天" in problem.message


def test_a_wide_field_takes_the_whole_next_row(form, qtbot):
    qtbot.waitUntil(lambda: top(form, "note") > top(form, "day"))
    name, day, note = (form.field(key).geometry() for key in ("name", "day", "note"))
    assert day.left() > name.right()
    assert (note.left(), note.right()) == (name.left(), day.right())


def test_a_heading_begins_a_row_at_the_left_edge(theme, qtbot):
    form = Form(theme, columns=2)
    qtbot.addWidget(form)
    form.add("name", "姓名(&N)", LineInput())
    form.add_section("其他")
    form.add("day", "日期(&D)", date_input())
    form.resize(900, 300)
    form.show()
    heading = form.findChild(QLabel, "section")
    qtbot.waitUntil(lambda: top(form, "name") < heading.y() < top(form, "day"))
    assert heading.x() < form.field("name").x() == form.field("day").x()


def test_two_columns_become_one_when_it_is_narrow(form, qtbot):
    assert top(form, "name") == top(form, "day")
    form.resize(500, 300)
    qtbot.waitUntil(lambda: top(form, "day") > top(form, "name"))
    assert form.field("name").width() > 300


def test_large_type_needs_one_column_earlier(form, theme, qtbot):
    theme.set_zoom(200)
    form.resize(901, 300)
    qtbot.waitUntil(lambda: top(form, "day") > top(form, "name"))


def test_first_field_takes_the_cursor(form):
    form.editor("name").setEnabled(False)
    form.focus_first()
    assert form.focusWidget() is form.editor("day")


def test_band_shows_and_hides_its_sentence(theme, qtbot):
    band = ProblemBand(theme)
    qtbot.addWidget(band)
    assert band.text == ""
    band.say("磁盘满了。")
    assert band.text == "磁盘满了。"
    band.resize(400, 80)
    band.show()
    (words,) = (label for label in band.findChildren(QLabel) if label.text() == "磁盘满了。")
    assert words.width() > 200
    band.say("")
    assert band.isHidden()


def test_input_stays_beside_its_label_when_the_neighbour_says_more(theme, qtbot):
    form = Form(theme, columns=2)
    qtbot.addWidget(form)
    form.add("name", "姓名(&N)", LineInput())
    form.add("post", "职务(&P)", LineInput())
    form.resize(900, 300)
    form.show()
    form.show_problems([FieldProblem(field="name", message="没有填写姓名，请填写。")])
    qtbot.waitUntil(lambda: form.field("name").height() > form.editor("name").height())
    tops = [form.editor(name).mapTo(form, QPoint(0, 0)).y() for name in ("name", "post")]
    assert tops[0] == tops[1]
