import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QIcon

import linli.gui
from linli.gui.icons import icon, pixmap
from linli.gui.theme import COLORS
from linli.paths import resource

SOURCES = "\n".join(
    path.read_text(encoding="utf-8") for path in Path(linli.gui.__path__[0]).rglob("*.py")
) + resource("style.qss").read_text(encoding="utf-8")
SHIPPED = sorted(path.stem for path in resource("icons").glob("*.svg"))


def test_every_icon_that_the_code_names_is_shipped():
    named = set(re.findall(r'(?:icon|pixmap)\(\s*"([a-z0-9-]+)"', SOURCES))
    named |= set(re.findall(r'icon_name(?:: ClassVar\[str\])? ?= ?"([a-z0-9-]+)"', SOURCES))
    assert named
    assert named <= set(SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_every_icon_is_used(name):
    assert f'"{name}"' in SOURCES or f"icons:{name}.svg" in SOURCES


@pytest.mark.parametrize("name", SHIPPED)
def test_every_icon_draws_something(name, qapp):
    image = pixmap(name, "#ff0000", 32).toImage()
    inked = [image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)]
    assert max(inked) > 100


def colours_of(picture):
    image = picture.toImage()
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    solid = (image.pixelColor(*point) for point in points)
    return {color.name() for color in solid if color.alpha() == 255}


def test_icon_takes_the_colour_asked_for(qapp):
    assert colours_of(pixmap("plus", "#123456", 24)) == {"#123456"}


def test_disabled_icon_is_grey(qapp):
    picture = icon("plus").pixmap(36, 36, QIcon.Mode.Disabled)
    assert colours_of(picture) == {QColor(COLORS.disabled).name()}


def test_unknown_icon_is_a_defect(qapp):
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")
