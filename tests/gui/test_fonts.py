import linli.gui.fonts
from linli.gui.fonts import interface_families


def test_a_good_system_font_is_used_as_it_is(monkeypatch):
    monkeypatch.setattr(
        linli.gui.fonts.QFontDatabase, "families", lambda: ["DejaVu Sans", "Noto Sans CJK SC"]
    )
    assert interface_families() == ["Noto Sans CJK SC"]


def test_without_one_the_shipped_font_is_registered(qapp, monkeypatch):
    monkeypatch.setattr(linli.gui.fonts.QFontDatabase, "families", lambda: ["WenQuanYi Zen Hei"])
    assert interface_families() == ["Noto Sans SC"]
