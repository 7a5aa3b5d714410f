"""The colour tokens of each look (外观): light, dark, and high contrast."""

from dataclasses import dataclass, fields
from enum import Enum


class Look(Enum):
    """Which colours the window wears (外观)."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


@dataclass(kw_only=True)
class Colors:
    """Colour tokens; `tests/gui/test_theme.py` holds what must be told apart, and how well.

    Attributes:
        dark: whether light ink stands on dark ground.
        on_band: ink on `band`, and `band_muted` for what matters less there.
        on_accent: ink on `accent`, such as the words of a primary button.
        mark: multiplied into the ground of a text that was typed; screened where `dark`.
    """

    dark: bool
    band: str
    on_band: str
    band_muted: str
    accent: str
    on_accent: str
    accent_hover: str
    accent_pressed: str
    accent_soft: str
    hover: str
    canvas: str
    surface: str
    line: str
    input_line: str
    text: str
    muted: str
    disabled: str
    icon: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    mark: str
    mark_line: str

    def become(self, other: "Colors") -> None:
        """Take all tokens of another set."""
        for field in fields(other):
            setattr(self, field.name, getattr(other, field.name))


LIGHT = Colors(
    dark=False,
    band="#123A66",
    on_band="#FFFFFF",
    band_muted="#C3D5EA",
    accent="#1F5FA8",
    on_accent="#FFFFFF",
    accent_hover="#1A5192",
    accent_pressed="#154278",
    accent_soft="#DCE9F8",
    hover="#EDF2F8",
    canvas="#F3F5F8",
    surface="#FFFFFF",
    line="#D9DEE5",
    input_line="#818B99",
    text="#16202C",
    muted="#566171",
    disabled="#8A93A0",
    icon="#3B4654",
    good="#17663A",
    good_soft="#E2F3E8",
    warn="#865000",
    warn_soft="#FFF0D4",
    bad="#B02418",
    bad_soft="#FCE8E5",
    mark="#FFE7A0",
    mark_line="#B25E00",
)
DARK = Colors(
    dark=True,
    band="#11161D",
    on_band="#F1F5F9",
    band_muted="#B4C2D1",
    accent="#6CB0FF",
    on_accent="#0A1622",
    accent_hover="#8AC1FF",
    accent_pressed="#549CEE",
    accent_soft="#1F3E63",
    hover="#2C3641",
    canvas="#181D24",
    surface="#212830",
    line="#3A444F",
    input_line="#7F8B99",
    text="#EEF2F6",
    muted="#B3BECA",
    disabled="#7C8794",
    icon="#C9D2DC",
    good="#7FDBA4",
    good_soft="#17392A",
    warn="#F4C56B",
    warn_soft="#40310F",
    bad="#FFA59B",
    bad_soft="#4C2123",
    mark="#4D3F08",
    mark_line="#E9AA3B",
)
CONTRAST = Colors(
    dark=True,
    band="#000000",
    on_band="#FFFFFF",
    band_muted="#FFFFFF",
    accent="#FFD84A",
    on_accent="#000000",
    accent_hover="#FFE88C",
    accent_pressed="#FFFFFF",
    accent_soft="#0A3179",
    hover="#2B2B2B",
    canvas="#000000",
    surface="#000000",
    line="#B8B8B8",
    input_line="#FFFFFF",
    text="#FFFFFF",
    muted="#EDEDED",
    disabled="#A3A3A3",
    icon="#FFFFFF",
    good="#7DFFB0",
    good_soft="#00331A",
    warn="#FFD27A",
    warn_soft="#3A2800",
    bad="#FFC0BA",
    bad_soft="#4A0D0D",
    mark="#5A4A00",
    mark_line="#FFD84A",
)
COLORS_OF = {Look.LIGHT: LIGHT, Look.DARK: DARK, Look.CONTRAST: CONTRAST}
