import pytest
import shiboken6
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from linli.errors import ConflictError, FieldProblem, InvalidInput
from linli.gui.ask import SaveChoice
from linli.gui.fitting import fit_to_screen
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.inputs import LineInput, date_input


class Dialog(FormDialog):
    """Saves a name, or refuses as the test wants."""

    def __init__(self, theme, ask, **options):
        super().__init__("登记", theme, ask, **options)
        self.refusal = None
        self.form.add("name", "姓名(&N)", LineInput())
        self.form.add("day", "日期(&D)", date_input())
        self.form.load(name="张三")

    def save(self):
        if self.refusal is not None:
            raise self.refusal
        return self.form.value("name")


@pytest.fixture(autouse=True)
def nothing_is_left(qapp):
    """Delete what a test leaves open: else it goes while a later one styles all widgets."""
    yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, Dialog):
            shiboken6.delete(window)


@pytest.fixture
def dialog(theme, ask, qtbot):
    dialog = Dialog(theme, ask)
    dialog.open()
    qtbot.waitExposed(dialog)
    return dialog


def test_ctrl_s_saves_from_any_field(dialog, qtbot):
    dialog.form.editor("name").setText("李四")
    dialog.form.editor("day").setFocus()
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert saved.args == ["李四"]


def test_enter_saves_and_the_dialog_is_gone(dialog, qtbot, assert_freed):
    dialog.form.editor("name").setText("李四")
    with qtbot.waitSignal(dialog.saved) as saved:
        qtbot.keyClick(dialog.form.editor("name"), Qt.Key.Key_Return)
    assert saved.args == ["李四"]
    assert_freed(dialog)


def test_dialog_is_shut_when_others_hear_that_it_is_saved(dialog):
    shown = []
    dialog.saved.connect(lambda _: shown.append(dialog.isVisible()))
    dialog.accept()
    assert shown == [False]


def test_escape_leaves_an_untouched_form_at_once(dialog, qtbot, assert_freed):
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert_freed(dialog)


def test_unsaved_changes_can_be_kept(dialog, ask, qtbot):
    dialog.form.editor("name").setText("李四")
    ask.expect("save_changes", SaveChoice.STAY)
    dialog.reject()
    assert dialog.isVisible()
    dialog.form.modified = False
    dialog.close()


def test_unsaved_changes_can_be_dropped(dialog, ask, qtbot, assert_freed):
    dialog.form.editor("name").setText("李四")
    ask.expect("save_changes", SaveChoice.DISCARD)
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.reject()
    assert_freed(dialog)


def test_unsaved_changes_can_be_saved_on_the_way_out(dialog, ask, qtbot, assert_freed):
    dialog.form.editor("name").setText("李四")
    ask.expect("save_changes", SaveChoice.SAVE)
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.close()
    assert saved.args == ["李四"]
    assert_freed(dialog)


def test_two_columns_open_no_higher_than_they_need(theme, ask, qtbot):
    dialog = Dialog(theme, ask, columns=2)
    bar = QWidget(dialog.form)
    flow = FlowLayout(bar)
    for text in ("选择文件", "粘贴", "重新裁剪", "去掉"):
        flow.addWidget(QPushButton(text))
    dialog.form.add_widget(bar)
    dialog.open()
    qtbot.waitExposed(dialog)
    assert dialog.form.height() - bar.geometry().bottom() < theme.px(16)
    dialog.close()


def test_window_grows_for_what_is_said_under_a_field(dialog, qtbot):
    before = dialog.height()
    dialog.refusal = InvalidInput([FieldProblem(field="day", message="这一天还没有到，请改。")])
    dialog.accept()
    qtbot.waitUntil(lambda: dialog.height() > before)
    words = dialog.form.field("day")
    bottom = words.mapTo(dialog, words.rect().bottomLeft()).y()
    qtbot.waitUntil(lambda: bottom < dialog.buttons.y())


def test_what_is_said_under_a_far_field_is_scrolled_to(dialog, qtbot):
    for number in range(40):
        dialog.form.add(f"more{number}", f"其他{number}", LineInput())
    dialog.fit()
    dialog.refusal = InvalidInput([FieldProblem(field="more39", message="太长了，请写短一点。")])
    dialog.accept()
    words = dialog.form.field("more39")

    def is_seen():
        bottom = words.mapTo(dialog, words.rect().bottomLeft()).y()
        return 0 < bottom < dialog.buttons.y()

    qtbot.waitUntil(is_seen)


def test_a_far_field_that_its_letter_leads_to_is_scrolled_to(theme, ask, qtbot):
    dialog = Dialog(theme, ask)
    for number in range(40):
        dialog.form.add(f"more{number}", f"其他{number}", LineInput())
    dialog.form.add("far", "远处(&Y)", LineInput())
    dialog.open()
    qtbot.waitExposed(dialog)
    far = dialog.form.editor("far")
    qtbot.waitUntil(dialog.isActiveWindow)
    assert far.visibleRegion().isEmpty()
    QTest.keySequence(dialog.focusWidget(), QKeySequence("Alt+Y"))
    qtbot.waitUntil(lambda: far.visibleRegion().boundingRect() == far.rect())
    assert dialog.focusWidget() is far
    dialog.close()


def test_what_is_typed_wrong_is_not_saved(dialog, qtbot):
    dialog.form.editor("day").setText("明天")
    with qtbot.assertNotEmitted(dialog.saved):
        dialog.accept()
    assert "明天" in dialog.form.field("day").error
    assert dialog.isVisible()
    dialog.form.modified = False
    dialog.close()


def test_refusal_of_the_service_stands_beside_its_field(dialog):
    dialog.refusal = InvalidInput(
        [
            FieldProblem(field="name", message="姓名太长。"),
            FieldProblem(field="other", message="没有这一栏。"),
        ]
    )
    dialog.accept()
    assert dialog.form.field("name").error == "姓名太长。"
    assert dialog.problems.text == "没有这一栏。"
    dialog.close()


def test_conflict_is_said_over_the_form_and_goes_when_it_is_saved(dialog, qtbot):
    dialog.refusal = ConflictError("这位居民刚才被改过。")
    dialog.accept()
    assert dialog.problems.text == "这位居民刚才被改过。"
    dialog.refusal = None
    with qtbot.waitSignal(dialog.saved):
        dialog.accept()


def test_the_cursor_starts_in_the_first_field(dialog):
    assert dialog.focusWidget() is dialog.form.editor("name")


def test_no_window_is_larger_than_its_screen(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    fit_to_screen(window, QSize(9000, 9000))
    room = window.screen().availableGeometry()
    assert window.width() < room.width()
    assert window.height() < room.height()


def test_dialog_fits_a_low_screen_even_with_the_largest_type(dialog, theme):
    theme.set_zoom(200)
    assert dialog.minimumSizeHint().height() <= 600
    dialog.close()


def test_large_type_on_a_short_screen_leaves_lines_to_the_form(dialog, theme):
    assert dialog.heading.isVisible()
    dialog.hide()
    theme.set_zoom(200)
    dialog.show()
    assert not dialog.heading.isVisible()
