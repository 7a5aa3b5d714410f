import pytest
from PySide6.QtGui import QImage, QPainter
from support.people import make_draft
from support.tiny_font import write_font

import linli.gui.fonts
from linli.gui.fonts import ScreenFonts, interface_families

UNKNOWN = "\ue5e5"
RARE = "\U000323af"  # the last point of extension H


def test_a_good_system_font_is_used_as_it_is(monkeypatch):
    monkeypatch.setattr(
        linli.gui.fonts.QFontDatabase, "families", lambda: ["DejaVu Sans", "Noto Sans CJK SC"]
    )
    assert interface_families() == ["Noto Sans CJK SC"]


def test_without_one_the_shipped_font_is_registered(qapp, monkeypatch):
    monkeypatch.setattr(linli.gui.fonts.QFontDatabase, "families", lambda: ["WenQuanYi Zen Hei"])
    assert interface_families() == ["Noto Sans SC"]


@pytest.fixture
def screen_fonts(desk, qapp):
    """The fonts of the desk's ledger on the screen."""
    fonts = ScreenFonts(desk.theme, qapp)
    fonts.follow(desk)
    yield fonts
    fonts.deleteLater()


def ink(theme, text):
    """Return where a text has ink on the screen."""
    image = QImage(60, 60, QImage.Format.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    font = theme.font(40)
    painter.setFont(font)
    painter.drawText(5, 45, text)
    painter.end()
    return {
        (x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y).lightness() < 128
    }


def test_a_drawn_character_shows_at_once_and_after_it_was_drawn_anew(screen_fonts, desk, services):
    person, _ = services.residents.add(make_draft(f"刘{UNKNOWN}"))
    desk.bus.publish(services.names.keep_glyph(person, UNKNOWN, (((0.1, 0.2), (0.9, 0.2)),)))
    own = services.residents.get(person).facts.name[1]
    high = [y for _, y in ink(desk.theme, own)]
    assert max(high) - min(high) <= 4
    assert sum(high) / len(high) == pytest.approx(45 - 40 * 0.68, abs=2)
    desk.bus.publish(services.names.keep_glyph(person, own, (((0.1, 0.8), (0.9, 0.8)),)))
    low = [y for _, y in ink(desk.theme, own)]
    assert sum(low) / len(low) == pytest.approx(45 - 40 * 0.08, abs=2)


def test_an_added_font_shows_on_the_screen_until_it_is_removed(
    screen_fonts, desk, services, tmp_path
):
    before = desk.theme.font().families()
    added, changes = services.fonts.add(write_font(tmp_path, "Rarest.ttf", RARE))
    desk.bus.publish(changes)
    assert len(desk.theme.font().families()) == len(before) + 1
    assert len(ink(desk.theme, RARE)) > 600  # a square
    desk.bus.publish(services.fonts.remove(added.file))
    assert desk.theme.font().families() == before
