"""Imposition: where cards lie on paper. Pure geometry, millimetres from the top left corner."""

import math
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.cards import CardLayout
from linli.errors import UserError

A4 = (210.0, 297.0)
_COLUMNS, _ROWS = 2, 5
_MARK_GAP = 2.0  # mm between trim and crop mark
_MARK_LENGTH = 4.0  # mm; standards.md 6: 3 to 5 mm, outside the trim


class Side(StrEnum):
    """A side of the card."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """A sheet that holds `columns` × `rows` cards at a pitch; all in mm."""

    width: float
    height: float
    columns: int
    rows: int
    left: float
    top: float
    card_width: float
    card_height: float
    pitch_x: float
    pitch_y: float
    crop_marks: bool

    @property
    def slots(self) -> int:
        """How many cards the sheet holds."""
        return self.columns * self.rows

    def corner(self, slot: int, side: Side) -> tuple[float, float]:
        """Return the top left corner of a slot, counted along the rows of the front.

        On the back the columns are mirrored, so that turning the sheet over its long edge brings
        each back behind its front (standards.md 6).
        """
        row, column = divmod(slot, self.columns)
        if side is Side.BACK:
            column = self.columns - 1 - column
        x = self.left + column * self.pitch_x
        return x, self.top + row * self.pitch_y

    def marks(self) -> list[tuple[float, float, float, float]]:
        """Return the crop marks as lines (x1, y1, x2, y2), all outside the trim."""
        if not self.crop_marks:
            return []
        right = self.left + (self.columns - 1) * self.pitch_x + self.card_width
        bottom = self.top + (self.rows - 1) * self.pitch_y + self.card_height
        xs = {self.left + c * self.pitch_x for c in range(self.columns)} | {right}
        ys = {self.top + r * self.pitch_y for r in range(self.rows)} | {bottom}
        near, far = _MARK_GAP, _MARK_GAP + _MARK_LENGTH
        return [
            *((x, self.top - far, x, self.top - near) for x in sorted(xs)),
            *((x, bottom + near, x, bottom + far) for x in sorted(xs)),
            *((self.left - far, y, self.left - near, y) for y in sorted(ys)),
            *((right + near, y, right + far, y) for y in sorted(ys)),
        ]


def sheet_for(layout: CardLayout, width: float, height: float) -> Sheet:
    """Return the sheet for cards of `width` × `height` mm.

    Raises:
        UserError: ten such cards do not fit on A4.
    """
    if layout is CardLayout.SINGLE:
        return Sheet(
            width=width, height=height, columns=1, rows=1, left=0, top=0, card_width=width,
            card_height=height, pitch_x=width, pitch_y=height, crop_marks=False,
        )  # fmt: skip
    pitch_y = math.ceil(height)  # ID-1 (53.98 mm) lies on a pitch of 54 mm
    left, top = (A4[0] - _COLUMNS * width) / 2, (A4[1] - _ROWS * pitch_y) / 2
    if min(left, top) < _MARK_GAP + _MARK_LENGTH:
        raise UserError(
            f"{width:g}×{height:g} 毫米的卡片在一张 A4 纸上排不下十张，请改用“每页一张”。",
            field="layout",
        )
    return Sheet(
        width=A4[0], height=A4[1], columns=_COLUMNS, rows=_ROWS, left=left, top=top,
        card_width=width, card_height=height, pitch_x=width, pitch_y=pitch_y, crop_marks=True,
    )  # fmt: skip
