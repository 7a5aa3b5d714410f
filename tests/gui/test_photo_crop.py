import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid
from support.photos import picture

from linli.gui.photo_crop import PORTRAIT, Crop, crop_photo
from linli.gui.photo_frame import CORNERS, CropFrame

PICTURE = QSize(400, 300)


@pytest.fixture
def parent(theme, qtbot):
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    return parent


@pytest.fixture
def show(parent, qtbot):
    """Open the dialog on a picture and close it in the end."""
    dialogs = []

    def show(ratio=PORTRAIT, size=PICTURE, rect=None):
        dialog = crop_photo(picture(size.width(), size.height()), ratio, parent, rect)
        dialogs.append(dialog)
        qtbot.waitExposed(dialog)
        return dialog

    yield show
    for dialog in dialogs:
        if isValid(dialog):
            dialog.reject()


def chosen(dialog):
    return dialog.view.crop().rect


def on_view(dialog, x, y):
    return dialog.view.position_of(QPointF(x, y)).toPoint()


def inside(rect):
    return QRectF(QPointF(), PICTURE).adjusted(-0.01, -0.01, 0.01, 0.01).contains(rect)


def test_frame_begins_as_large_as_the_ratio_allows():
    assert CropFrame(PICTURE, PORTRAIT).rect == QRectF(87.5, 0, 225, 300)
    assert CropFrame(QSize(300, 1000), PORTRAIT).rect == QRectF(0, 200, 300, 400)
    assert CropFrame(PICTURE, None).rect == QRectF(0, 0, 400, 300)


def test_frame_stops_at_the_edges():
    frame = CropFrame(PICTURE, PORTRAIT)
    frame.scale(0.5)
    frame.move(1000, -1000)
    assert frame.rect.right() == pytest.approx(400)
    assert frame.rect.top() == 0


@pytest.mark.parametrize("ratio", [PORTRAIT, None])
@pytest.mark.parametrize("corner", CORNERS)
@pytest.mark.parametrize("point", [(-50, -50), (200, 150), (390, 10), (10, 290), (1000, 1000)])
def test_dragged_corner_keeps_the_opposite_one_and_the_ratio(ratio, corner, point):
    frame = CropFrame(PICTURE, ratio)
    frame.place(QRectF(150, 100, 90, 120))
    opposite = CORNERS[3 - CORNERS.index(corner)]
    before = frame.corner(opposite)
    frame.drag(corner, QPointF(*point))
    after = frame.corner(opposite)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))
    assert inside(frame.rect)
    assert min(frame.rect.width(), frame.rect.height()) >= 32
    if ratio is not None:
        assert frame.rect.width() / frame.rect.height() == pytest.approx(ratio)


def test_frame_never_vanishes_and_never_outgrows_the_picture():
    frame = CropFrame(PICTURE, PORTRAIT)
    frame.scale(0.0001)
    assert frame.rect.width() >= 32
    frame.scale(1000)
    assert frame.rect.size().toSize() == QSize(225, 300)
    assert inside(frame.rect)


def test_picture_smaller_than_the_smallest_frame_is_taken_whole():
    frame = CropFrame(QSize(12, 16), PORTRAIT)
    frame.scale(0.5)
    assert frame.rect == QRectF(0, 0, 12, 16)


def test_choice_is_told_with_the_picture(show, qtbot):
    dialog = show()
    with qtbot.waitSignal(dialog.cropped) as told:
        dialog.use_button.click()
    crop = told.args[0]
    assert crop.image().size() == crop.rect.size()
    assert (crop.rect.width(), crop.rect.height()) == (225, 300)


def test_large_choice_is_kept_small():
    crop = Crop(picture=picture(2000, 2000), rect=QRect(0, 0, 1500, 2000))
    assert crop.image().size() == QSize(900, 1200)


def test_arrows_move_the_frame(show, qtbot):
    dialog = show()
    before = chosen(dialog)
    qtbot.keyClick(dialog.view, Qt.Key.Key_Right)
    assert chosen(dialog).left() == before.left() + 4
    qtbot.keyClick(dialog.view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert chosen(dialog).left() == before.left() + 3


def test_plus_minus_and_wheel_size_the_frame(show, qtbot):
    dialog = show()
    qtbot.keyClick(dialog.view, Qt.Key.Key_Minus)
    smaller = chosen(dialog).width()
    assert smaller < 225
    turn(dialog.view, -120)
    assert chosen(dialog).width() < smaller
    qtbot.keyClick(dialog.view, Qt.Key.Key_Plus)
    assert chosen(dialog).width() == smaller


def test_r_turns_the_picture_to_the_right(show, qtbot):
    dialog = show()
    qtbot.keyClick(dialog.view, Qt.Key.Key_R)
    turned = dialog.view.crop().picture
    assert turned.size() == QSize(300, 400)
    assert turned.pixelColor(10, 10).name() == "#0000ff"  # what was below is left
    assert chosen(dialog) == QRect(0, 0, 300, 400)


def test_enter_takes_what_is_in_the_frame(show, qtbot):
    dialog = show()
    with qtbot.waitSignal(dialog.cropped):
        qtbot.keyClick(dialog.view, Qt.Key.Key_Return)


def test_frame_is_dragged_with_the_mouse(show, qtbot):
    dialog = show(rect=QRect(100, 50, 90, 120))
    drag(dialog, (140, 100), (170, 140), qtbot)
    assert close_to(chosen(dialog), QRect(130, 90, 90, 120))


def test_corner_is_dragged_with_the_mouse(show, qtbot):
    dialog = show(rect=QRect(100, 50, 90, 120))
    drag(dialog, (190, 170), (250, 250), qtbot)
    assert close_to(chosen(dialog), QRect(100, 50, 150, 200))


def test_press_beside_the_frame_moves_nothing(show, qtbot):
    dialog = show(rect=QRect(100, 50, 90, 120))
    drag(dialog, (20, 20), (80, 80), qtbot)
    assert chosen(dialog) == QRect(100, 50, 90, 120)


def test_only_emblems_are_taken_whole(show):
    assert show(ratio=PORTRAIT).whole_button.isHidden()
    emblem = show(ratio=None, rect=QRect(10, 10, 50, 50))
    emblem.whole_button.click()
    assert chosen(emblem) == QRect(0, 0, 400, 300)


def test_too_small_a_choice_is_warned_of(show):
    dialog = show(size=QSize(1200, 1600))
    assert "模糊" not in dialog.figures.text()
    for _ in range(60):
        dialog.smaller_button.click()
    assert "模糊" in dialog.figures.text()


def drag(dialog, start, end, qtbot):
    view = dialog.view
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=on_view(dialog, *start))
    qtbot.mouseMove(view, on_view(dialog, *end))
    QApplication.processEvents()
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=on_view(dialog, *end))


def close_to(rect, wanted):
    """Whether two rectangles are the same but for a pixel of the screen."""
    pairs = zip(rect.getRect(), wanted.getRect(), strict=True)
    return all(abs(one - other) <= 2 for one, other in pairs)


def turn(view, steps):
    middle = QPointF(view.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(view.mapToGlobal(middle)),
        QPoint(),
        QPoint(0, steps),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)
