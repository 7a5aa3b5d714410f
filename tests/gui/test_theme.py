import ast
import re
from dataclasses import asdict
from pathlib import Path

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTabBar,
    QTableWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

import linli.gui
from linli.gui.colors import COLORS_OF, CONTRAST, DARK, LIGHT, Look
from linli.gui.icons import icon
from linli.gui.theme import COLORS, ZOOM_STEPS, style_sheet
from linli.paths import resource


def luminance(color):
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in QColor(color).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


TEXT = (
    *("text/surface", "text/canvas", "text/hover", "text/accent_soft"),
    *("text/good_soft", "text/warn_soft", "text/bad_soft", "surface/text"),
    *("muted/surface", "muted/canvas", "muted/hover", "muted/accent_soft", "on_band/band"),
    *("on_accent/accent", "on_accent/accent_hover", "on_accent/accent_pressed", "band_muted/band"),
    *("accent/surface", "accent/canvas", "accent/hover", "accent/accent_soft"),
    *("good/surface", "good/canvas", "good/accent_soft"),
    *("warn/surface", "warn/canvas", "warn/accent_soft"),
    *("bad/surface", "bad/canvas", "bad/accent_soft"),
    *("icon/surface", "icon/canvas", "icon/hover"),
)
"""What is read: ink/ground, as the style sheet and the painting code pair them."""
CHIPS = ("good/good_soft", "warn/warn_soft", "bad/bad_soft", "accent/accent_soft", "muted/canvas")
BORDERS = ("input_line/surface", "input_line/canvas", "accent/surface", "mark_line/surface")
LOOKS = {
    Look.LIGHT: (4.5, 4.5, 3),
    Look.DARK: (4.5, 4.5, 3),
    Look.CONTRAST: (7, 7, 7),
}
"""The least ratios of texts, chips and borders (WCAG 2.2: 1.4.3, 1.4.6, 1.4.11)."""


@pytest.mark.parametrize("look", LOOKS)
def test_colours_can_be_told_apart(look):
    colors = asdict(COLORS_OF[look])
    for pairs, least in zip((TEXT, CHIPS, BORDERS), LOOKS[look], strict=True):
        ratios = {pair: contrast(*(colors[token] for token in pair.split("/"))) for pair in pairs}
        assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize(("look", "least"), [(Look.LIGHT, 15), (Look.DARK, 7), (Look.CONTRAST, 20)])
def test_what_is_written_on_pages_is_easy_to_read(look, least):
    colors = COLORS_OF[look]
    assert contrast(colors.text, colors.surface) >= least
    assert contrast(colors.text, colors.canvas) >= least
    assert colors.dark is (luminance(colors.surface) < luminance(colors.text))


@pytest.mark.parametrize("look", COLORS_OF)
def test_signs_of_the_style_sheet_wear_the_colours_of_their_look(look):
    colors = COLORS_OF[look]
    inks = {"check-on-accent": colors.on_accent, "check": colors.icon}
    for name in ("check", "check-on-accent", "chevron-down", "chevron-up"):
        drawn = resource(f"icons/{look.value}/{name}.svg").read_text(encoding="utf-8")
        assert f'stroke="{inks.get(name, colors.icon)}"' in drawn


def test_another_look_is_worn_at_once_and_told(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_look(Look.DARK)
    assert theme.look is theme.shown is Look.DARK
    assert COLORS == DARK
    assert qapp.palette().window().color().name().upper() == DARK.canvas
    assert DARK.surface in qapp.styleSheet()
    assert LIGHT.surface not in qapp.styleSheet()


def test_look_of_the_system_is_followed(theme, qtbot, monkeypatch):
    wanted = [Look.LIGHT]
    monkeypatch.setattr(theme._system, "look", lambda: wanted[0])
    theme.set_look(Look.SYSTEM)
    assert COLORS == LIGHT
    wanted[0] = Look.CONTRAST
    with qtbot.waitSignal(theme.changed):
        theme._system.changed.emit()
    assert COLORS == CONTRAST


def test_look_that_was_chosen_does_not_follow_the_system(theme, qtbot, monkeypatch):
    monkeypatch.setattr(theme._system, "look", lambda: Look.DARK)
    with qtbot.assertNotEmitted(theme.changed):
        theme._system.changed.emit()
    assert COLORS == LIGHT


def test_what_is_not_understood_of_a_look_stays_as_it_is(theme):
    theme.restore(120, "pink")
    assert (theme.zoom, theme.look) == (100, Look.LIGHT)
    theme.restore(80, "dark")
    assert (theme.zoom, theme.look) == (80, Look.DARK)


def test_icons_take_the_present_colours(theme):
    sign = icon("lock", "bad")
    theme.set_look(Look.DARK)
    assert DARK.bad.lower() in _inks(sign.pixmap(48, 48))
    theme.set_look(Look.LIGHT)
    assert LIGHT.bad.lower() in _inks(sign.pixmap(48, 48))


def _inks(picture):
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(*point).name() for point in points}


RINGED = (QPushButton, QToolButton, QLineEdit, QPlainTextEdit, QComboBox, QSpinBox, QCheckBox)
RINGED += (QRadioButton, QListWidget, QTableWidget, QTabBar)


@pytest.mark.parametrize("look", COLORS_OF)
@pytest.mark.parametrize("kind", RINGED)
def test_focus_is_seen_as_a_ring_of_two_pixels(look, kind, theme, qtbot):
    theme.set_look(look)
    page = QWidget()
    qtbot.addWidget(page)
    page.setObjectName("page")
    column = QVBoxLayout(page)
    other, widget = QPushButton("别处", page), kind(page)
    if isinstance(widget, QTabBar):
        widget.addTab("一")
    elif hasattr(widget, "setText"):
        widget.setText("一")
    for each in (other, widget):
        column.addWidget(each)
    page.show()
    page.activateWindow()
    other.setFocus()
    qtbot.waitUntil(other.hasFocus)
    before = widget.grab().toImage()
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)
    after = widget.grab().toImage()
    accent = QColor(COLORS.accent).rgb()
    columns = [
        sum(image.pixel(x, y) == accent for y in range(image.height()))
        for image in (before, after)
        for x in (0, 1)
    ]
    least = widget.height() // 2
    assert max(columns[:2]) < least <= min(columns[2:])


@pytest.mark.parametrize("zoom", ZOOM_STEPS)
def test_style_sheet_has_no_unfilled_token(zoom):
    sheet = style_sheet(zoom)
    assert "$" not in sheet
    assert not re.search(r"\d+u\b", sheet)


def test_sizes_grow_with_the_zoom():
    assert "border-radius: 4px" in style_sheet(100)
    assert "border-radius: 8px" in style_sheet(200)


def test_style_sheet_names_only_icons_that_are_shipped():
    names = re.findall(r"url\(icons:([^)]+)\)", style_sheet(100))
    assert names
    for name in names:
        assert resource(f"icons/{name}").is_file()


def test_zoom_changes_font_and_tells(theme, qapp, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_zoom(150)
    assert theme.px(40) == 60
    assert qapp.font().pixelSize() == theme.px(15)


def test_zoom_stops_at_the_ends(theme):
    theme.step_zoom(9)
    assert theme.zoom == 200
    theme.step_zoom(-9)
    assert theme.zoom == 80


def test_the_same_zoom_again_tells_nobody(theme, qtbot):
    with qtbot.assertNotEmitted(theme.changed):
        theme.set_zoom(100)


def test_unknown_zoom_is_refused(theme):
    with pytest.raises(ValueError, match="120"):
        theme.set_zoom(120)


def test_no_module_keeps_a_colour_from_before_the_look_was_chosen():
    kept = []
    for path in Path(linli.gui.__path__[0]).rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        early = [each for each in tree.body if isinstance(each, (ast.Assign, ast.AnnAssign))]
        for each in ast.walk(tree):
            if isinstance(each, ast.ClassDef):
                early += [
                    line for line in each.body if isinstance(line, (ast.Assign, ast.AnnAssign))
                ]
            elif isinstance(each, (ast.FunctionDef, ast.Lambda)):
                early += [it for it in (*each.args.defaults, *each.args.kw_defaults) if it]
        kept += [
            f"{path.name}:{used.lineno}"
            for each in early
            for used in ast.walk(each)
            if isinstance(used, ast.Attribute) and getattr(used.value, "id", "") == "COLORS"
        ]
    assert not kept
