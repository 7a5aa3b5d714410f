import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

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


@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("text", "surface", 12),
        ("text", "accent_soft", 7),
        ("muted", "surface", 4.5),
        ("muted", "canvas", 4.5),
        ("surface", "accent", 4.5),
        ("surface", "accent_hover", 4.5),
        ("surface", "band", 7),
        ("band_muted", "band", 4.5),
        ("accent", "surface", 4.5),
        ("input_line", "surface", 3),
        ("good", "good_soft", 4.5),
        ("warn", "warn_soft", 4.5),
        ("bad", "bad_soft", 4.5),
        ("bad", "canvas", 4.5),
    ],
)
def test_colours_can_be_told_apart(ink, ground, least):
    colors = asdict(COLORS)
    assert contrast(colors[ink], colors[ground]) >= least


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
