"""What stands on the pages of a notice: marks in items, and items on pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from linli.printing.justified import Span
from linli.printing.notices.grid import BOTTOM, EM, EPSILON, INK, TOP


class Words(NamedTuple):
    """A line of text. `x` from the paper's left edge, `y` from the top of its item, both pt."""

    x: float
    y: float
    spans: tuple[Span, ...]
    kerns: tuple[float, ...] = ()
    size: float = EM
    colour: str = INK


class Stroke(NamedTuple):
    """A straight line, pt; `y` and `y2` from the top of its item."""

    x: float
    y: float
    x2: float
    y2: float
    width: float = 0.5
    colour: str = INK
    dash: tuple[float, ...] = ()


class Room(NamedTuple):
    """Room for a seal: its middle and extent, pt; `y` from the top of its item."""

    x: float
    y: float
    width: float
    height: float


Mark = Words | Stroke | Room


@dataclass(frozen=True, kw_only=True)
class Item:
    """What is not parted by the end of a page; heights in pt.

    `ink` is how far down it is drawn, where its height ends in blank space. What `leads` stands on
    the page of the next item; a `blank` one is left out at the top of a page; one that `begins`
    stands on a new page; one that is `aligned` begins on the next line of the page's grid. A `head`
    is repeated above it on a new page. `body` is text of the notice, `signs` its signature.
    """

    height: float
    marks: tuple[Mark, ...] = ()
    ink: float | None = None
    leads: bool = False
    blank: bool = False
    begins: bool = False
    aligned: bool = False
    head: "Item | None" = None
    body: bool = False
    signs: bool = False

    @property
    def drawn(self) -> float:
        """How far down it is drawn."""
        return self.height if self.ink is None else self.ink


@dataclass
class Sheet:
    """A page with its items and their upper ends, pt; `end` is how far down it is drawn."""

    placed: list[tuple[float, Item]] = field(default_factory=list)
    end: float = TOP

    @property
    def has_body(self) -> bool:
        """Whether text of the notice stands on it."""
        return any(item.body for _, item in self.placed)

    @property
    def signed(self) -> bool:
        """Whether the signature stands on it."""
        return any(item.signs for _, item in self.placed)


class Flow:
    """Lays items on pages.

    Args:
        pitch: of the lines, to which an `aligned` item goes.
        top: where a page begins, pt.
        bottom: where it ends, pt.
    """

    def __init__(self, pitch: float, top: float = TOP, bottom: float = BOTTOM) -> None:
        self.sheets = [Sheet(end=top)]
        self._pitch = pitch
        self._top = top
        self._bottom = bottom
        self._y = top

    def add(self, items: Iterable[Item]) -> None:
        """Lay items one below the other."""
        todo = list(items)
        for place, item in enumerate(todo):
            needed = _needed(todo[place:])
            if item.begins and self.sheets[-1].placed:
                self._turn()
            if item.aligned:
                self._align()
            if self._y + needed > self._bottom + EPSILON and self.sheets[-1].placed:
                self._turn()
                if item.head:
                    self._put(item.head)
            if item.blank and not self.sheets[-1].placed:
                continue
            self._put(item)

    def _put(self, item: Item) -> None:
        sheet = self.sheets[-1]
        sheet.placed.append((self._y, item))
        if not item.blank:
            sheet.end = self._y + item.drawn
        self._y += item.height

    def _turn(self) -> None:
        self.sheets.append(Sheet(end=self._top))
        self._y = self._top

    def _align(self) -> None:
        over = (self._y - self._top) % self._pitch
        if EPSILON < over < self._pitch - EPSILON:
            self._y += self._pitch - over


def _needed(items: Sequence[Item]) -> float:
    """Return the height that the first item needs with all that it leads to."""
    needed = 0.0
    for item in items:
        if not item.leads:
            return needed + item.drawn
        needed += item.height
    return needed
