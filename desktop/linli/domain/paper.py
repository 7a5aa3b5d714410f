"""Paper: sheets that hold cards (排版纸), how they are turned, and what a printer gets wrong.

All lengths are mm from the paper's top left corner, y downwards.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from linli.errors import FieldProblem, InvalidInput, UserError

ROUNDING = 1e-6
"""mm: what floating point may add to a sum of lengths."""
_MARK_GAP = 2.0  # mm between trim and crop mark
_MARK_LENGTH = 4.0  # mm; standards.md 6: 3 to 5 mm, outside the trim
_SMALLEST_CARD = 10.0  # mm
_SHORTEST_MARK = 1.0  # mm
_ONE_CUT = 0.5  # mm between cells that are parted by one cut
_FILLS = 0.7  # of a cell's width and height
_LARGEST_PAPER = 1000.0  # mm
_MOST_CARDS = 200  # on a sheet

Affine = tuple[float, float, float, float, float, float]
"""(a, b, c, d, e, f): x' = a x + c y + e and y' = b x + d y + f."""


def compose(outer: Affine, inner: Affine) -> Affine:
    """Return the map that does `inner` first, then `outer`."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j,
        a * k + c * m + e, b * k + d * m + f,
    )  # fmt: skip


class Side(StrEnum):
    """A side of the card."""

    FRONT = "front"
    BACK = "back"


class Duplex(StrEnum):
    """How a sheet is turned over for its backs."""

    LONG = "long"  # by the printer, over the long edge
    SHORT = "short"  # by the printer, over the short edge
    MANUAL = "manual"  # by hand: all fronts, then the stack is put back for the backs


class Pass(StrEnum):
    """Which sides are printed now."""

    BOTH = "both"
    FRONTS = "fronts"
    BACKS = "backs"


@dataclass(frozen=True, kw_only=True)
class CardSize:
    """The trimmed size of a card, mm."""

    width: float
    height: float

    @property
    def id(self) -> str:
        """How templates and commands call the size: `90x54`, `id1`, `63.5x38.1`."""
        return _SIZE_IDS.get(self) or f"{self.width:g}x{self.height:g}"

    @property
    def label(self) -> str:
        """How menus call the size."""
        name = _SIZE_NAMES.get(self, "")
        return f"{name} {self.width:g}×{self.height:g} 毫米".strip()

    @classmethod
    def parse(cls, text: str) -> "CardSize":
        """Read an id.

        Raises:
            ValueError: it is none.
        """
        for size, known in _SIZE_IDS.items():
            if text == known:
                return size
        width, _, height = text.partition("x")
        size = cls(width=float(width), height=float(height))
        if not (0 < size.width < _LARGEST_PAPER and 0 < size.height < _LARGEST_PAPER):
            raise ValueError(text)
        return size


BUSINESS = CardSize(width=90, height=54)
ID_1 = CardSize(width=85.6, height=53.98)  # GB/T 14916, ISO/IEC 7810
A5 = CardSize(width=148, height=210)
A4 = CardSize(width=210, height=297)
A3 = CardSize(width=297, height=420)
_SIZE_IDS = {BUSINESS: "90x54", ID_1: "id1", A5: "a5", A4: "a4", A3: "a3"}
_SIZE_NAMES = {BUSINESS: "名片大小", ID_1: "身份证大小", A5: "A5 纸", A4: "A4 纸", A3: "A3 纸"}


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """Paper that holds `columns` × `rows` cells at a pitch (排版纸).

    A cell is where one card, label or page goes; a smaller card lies in its middle.
    """

    id: str
    title: str
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
    crop_marks: bool = False

    @property
    def slots(self) -> int:
        """How many cells the sheet holds."""
        return self.columns * self.rows

    def holds(self, size: CardSize) -> bool:
        """Whether a card of `size` lies inside a cell."""
        return (
            size.width <= self.card_width + ROUNDING and size.height <= self.card_height + ROUNDING
        )

    def suits(self, size: CardSize) -> bool:
        """Whether a card of `size` fills a cell well enough that the sheet is offered for it."""
        wide, high = (
            size.width >= _FILLS * self.card_width,
            size.height >= _FILLS * self.card_height,
        )
        return self.holds(size) and wide and high

    def trimmed_to(self, size: CardSize) -> "Sheet":
        """Return the sheet whose cells are the cards of `size` that lie in the middle of these."""
        return replace(
            self,
            left=self.left + (self.card_width - size.width) / 2,
            top=self.top + (self.card_height - size.height) / 2,
            card_width=size.width,
            card_height=size.height,
        )

    def corner(self, slot: int, side: Side) -> tuple[float, float]:
        """Return the top left corner of a cell, counted from 0 along the rows of the front.

        On the back the sheet is mirrored, margins included, so that turning it like the page of a
        book brings each back behind its front (standards.md 6).
        """
        row, column = divmod(slot, self.columns)
        x = self.left + column * self.pitch_x
        if side is Side.BACK:
            x = self.width - x - self.card_width
        return x, self.top + row * self.pitch_y

    def marks(self, side: Side = Side.FRONT) -> list[tuple[float, float, float, float]]:
        """Return the crop marks as lines (x1, y1, x2, y2), all outside the trim and on the paper.

        Where the margin is narrow they are shorter, or left out.
        """
        if not self.crop_marks:
            return []
        left = min(self.corner(slot, side)[0] for slot in range(self.columns))
        right = left + (self.columns - 1) * self.pitch_x + self.card_width
        bottom = self.top + (self.rows - 1) * self.pitch_y + self.card_height
        xs = _edges(left, self.columns, self.pitch_x, self.card_width)
        ys = _edges(self.top, self.rows, self.pitch_y, self.card_height)
        across = list(_marks_beside(left, right, self.width))
        along = list(_marks_beside(self.top, bottom, self.height))
        return [
            *((x, y1, x, y2) for y1, y2 in along for x in xs),
            *((x1, y, x2, y) for x1, x2 in across for y in ys),
        ]


def _marks_beside(start: float, end: float, paper: float) -> Iterator[tuple[float, float]]:
    """Yield from where to where marks go before `start` and behind `end` on `paper` mm."""
    before = max(start - _MARK_GAP - _MARK_LENGTH, 0.0), start - _MARK_GAP
    behind = end + _MARK_GAP, min(end + _MARK_GAP + _MARK_LENGTH, paper)
    for mark in (before, behind):
        if mark[1] - mark[0] >= _SHORTEST_MARK:
            yield mark


def _edges(start: float, count: int, pitch: float, extent: float) -> list[float]:
    """Return where a row of cells is cut; cells that touch are parted by one cut."""
    starts = [start + number * pitch for number in range(count)]
    ends = [edge + extent for edge in starts]
    return sorted({*starts, ends[-1], *(ends if pitch - extent > _ONE_CUT else ())})


SINGLE = "single"
"""The id of the sheet that is the card itself."""


def single_sheet(size: CardSize) -> Sheet:
    """Return paper of the card's own size: one card a page, as card printers take it."""
    return Sheet(
        id=SINGLE, title="一页一张（纸就是卡的大小）", width=size.width, height=size.height,
        columns=1, rows=1, left=0, top=0, card_width=size.width, card_height=size.height,
        pitch_x=size.width, pitch_y=size.height,
    )  # fmt: skip


def check_holds(sheet: Sheet, size: CardSize) -> None:
    """Make sure that cards of `size` lie inside the cells of `sheet`.

    Raises:
        UserError: they do not.
    """
    if not sheet.holds(size):
        raise UserError(
            f"“{sheet.title}”每格 {sheet.card_width:g}×{sheet.card_height:g} 毫米，"
            f"放不下 {size.width:g}×{size.height:g} 毫米的卡，请另选纸张或大小。",
            field="sheet",
        )


def check_sheet(sheet: Sheet) -> None:
    """Check a sheet that a clerk described.

    Raises:
        InvalidInput: by field, what does not go together and the remedy.
    """
    problems = [*_whole_problems(sheet)]
    for axis in _AXES:
        problems += axis.problems(sheet)
    if problems:
        raise InvalidInput(problems)


def _whole_problems(sheet: Sheet) -> Iterator[FieldProblem]:
    if not sheet.title.strip():
        yield FieldProblem(field="title", message="没有填写名称，请填写，如“A4 标签 3×8”。")
    if sheet.slots > _MOST_CARDS:
        message = f"一张纸上 {sheet.slots} 格太多，最多 {_MOST_CARDS} 格。"
        yield FieldProblem(field="columns", message=message)


@dataclass(frozen=True)
class _Axis:
    """One direction of a sheet: the names of its fields, and how sentences call them."""

    margin: tuple[str, str]
    cell: tuple[str, str]
    pitch: tuple[str, str]
    count: tuple[str, str]
    paper: tuple[str, str]
    end: str

    def problems(self, sheet: Sheet) -> Iterator[FieldProblem]:
        """Yield what is wrong along this direction."""
        parts = (self.margin, self.cell, self.pitch, self.count, self.paper)
        margin, cell, pitch, count, paper = (getattr(sheet, field) for field, _ in parts)
        over = margin + (count - 1) * pitch + cell - paper
        steps = (
            (
                not _SMALLEST_CARD <= paper <= _LARGEST_PAPER,
                self.paper,
                f"{paper:g} 毫米不对，应在 10 到 1000 毫米之间。",
            ),
            (count < 1, self.count, f"至少是 1，现在是 {count}。"),
            (margin < 0, self.margin, f"不能小于 0，现在是 {margin:g} 毫米。"),
            (cell < _SMALLEST_CARD, self.cell, f"至少 10 毫米，现在是 {cell:g} 毫米。"),
            (
                count > 1 and pitch < cell - ROUNDING,
                self.pitch,
                f"（到下一格的同一边）{pitch:g} 毫米小于一格的 {cell:g} 毫米，会叠在一起，请改大。",
            ),
            (
                over > ROUNDING,
                self.paper,
                f"不够：排到{self.end}边超出纸 {over:.1f} 毫米，请减小边距、间距或格数。",
            ),
        )
        for is_wrong, (field, name), words in steps:
            if is_wrong:
                yield FieldProblem(field=field, message=f"{name}{words}")


_AXES = (
    _Axis(
        margin=("left", "左边距"),
        cell=("card_width", "每格的宽"),
        pitch=("pitch_x", "横向间距"),
        count=("columns", "列数"),
        paper=("width", "纸宽"),
        end="右",
    ),
    _Axis(
        margin=("top", "上边距"),
        cell=("card_height", "每格的高"),
        pitch=("pitch_y", "纵向间距"),
        count=("rows", "行数"),
        paper=("height", "纸高"),
        end="下",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Correction:
    """What undoes a printer's error on one side of the paper.

    The content is scaled and turned about the paper's top left corner, then moved. `dx` and `dy`
    in mm, `rotation` in degrees clockwise.
    """

    dx: float = 0.0
    dy: float = 0.0
    scale_x: float = 1.0
    scale_y: float = 1.0
    rotation: float = 0.0

    def matrix(self) -> Affine:
        """Return the map from where content is meant to where it is drawn."""
        turn = math.radians(self.rotation)
        cos, sin = math.cos(turn), math.sin(turn)
        return (
            self.scale_x * cos, self.scale_x * sin,
            -self.scale_y * sin, self.scale_y * cos,
            self.dx, self.dy,
        )  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class PrinterProfile:
    """What is known of a printer and its tray (打印机档案).

    `turn` is the edge over which the clerk turns the stack when printing backs by hand, and
    `backs_reversed` says that the last sheet's back is then printed first.
    """

    name: str
    printer: str | None = None
    tray: str | None = None
    front: Correction = Correction()
    back: Correction = Correction()
    turn: Duplex = Duplex.LONG
    backs_reversed: bool = False

    def correction(self, side: Side) -> Correction:
        """Return the correction of a side."""
        return self.front if side is Side.FRONT else self.back


@dataclass(frozen=True, kw_only=True)
class PaperSetup:
    """How a batch goes onto paper. `start_slot` counts from 1 on the front of the first sheet."""

    sheet: Sheet
    start_slot: int = 1
    duplex: Duplex = Duplex.LONG
    sides: Pass = Pass.BOTH
    profile: PrinterProfile | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.start_slot <= self.sheet.slots:
            message = (
                f"起始格 {self.start_slot} 不对，这种纸一张有 {self.sheet.slots} 格，"
                f"请写 1 到 {self.sheet.slots}。"
            )
            raise InvalidInput([FieldProblem(field="start_slot", message=message)])

    @property
    def turned(self) -> bool:
        """Whether backs stand on their head because the sheet turns over its top or bottom edge.

        That is the short edge of a sheet on end, and the long one of a sheet that lies across.
        Card printers turn the card as they need and take both sides upright.
        """
        edge = self.duplex
        if edge is Duplex.MANUAL:
            edge = self.profile.turn if self.profile else Duplex.LONG
        across = self.sheet.width > self.sheet.height and self.sheet.id != SINGLE
        return edge is (Duplex.LONG if across else Duplex.SHORT)

    def matrix(self, side: Side) -> Affine:
        """Return the map from a side of the sheet to the printed page: turned, then corrected."""
        turn: Affine = (1, 0, 0, 1, 0, 0)
        if side is Side.BACK and self.turned:
            turn = (-1, 0, 0, -1, self.sheet.width, self.sheet.height)
        return compose(self.profile.correction(side).matrix(), turn) if self.profile else turn

    def with_pass(self, sides: Pass) -> "PaperSetup":
        """Return the same setup for other sides."""
        return replace(self, sides=sides)

    def sheets_for(self, cards: int) -> int:
        """Return how many sheets of paper `cards` take."""
        return -(-(cards + self.start_slot - 1) // self.sheet.slots) if cards else 0
