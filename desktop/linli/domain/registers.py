"""Lists to print (名册): a table of texts with columns, groups and notes."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from linli.errors import UserError

MIN_SIZE = 12.0
"""pt: the smallest type of a list."""
_NAMED = 3  # places named in a refusal


class Align(StrEnum):
    """Where text stands in its column."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


class Holds(StrEnum):
    """What the cells of a column tell of people; `domain.disclosure` masks them by it."""

    PLAIN = "plain"
    """Nothing that has to be masked anywhere."""
    NAME = "name"
    PHONE = "phone"
    """A number, or a text with numbers in it."""
    DOCUMENT = "document"
    PLACE = "place"
    PRIVATE = "private"
    """Left out of what is posted, its numbers masked elsewhere: notes, who looks after whom."""
    INTERNAL = "internal"
    """Left out of what is posted, else in full: tags, the number of a benefit."""


@dataclass(frozen=True, kw_only=True)
class RegisterColumn:
    """A column: at least `width` mm, and `share` parts of what the paper leaves over.

    `size` in pt, not below `MIN_SIZE`; `holds` says what its cells tell of people.
    """

    title: str
    width: float
    share: float = 0.0
    align: Align = Align.LEFT
    size: float = MIN_SIZE
    holds: Holds = Holds.PLAIN


@dataclass(frozen=True, kw_only=True)
class RegisterGroup:
    """Rows under a heading; without one they follow the head of the table."""

    rows: Sequence[tuple[str, ...]]
    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class Register:
    """A list to print.

    `foot_note` stands below the last row, `printed` (who, when) faint at the foot of each page.
    `row_height` is the least height of a row in mm; `page_per_group` starts each group on a page.
    `revealed` says that it names numbers in full.
    """

    title: str
    columns: tuple[RegisterColumn, ...]
    groups: tuple[RegisterGroup, ...]
    subtitle: str = ""
    foot_note: str = ""
    printed: str = ""
    row_height: float = 8.0
    page_per_group: bool = False
    revealed: bool = False

    def __post_init__(self) -> None:
        if any(column.size < MIN_SIZE for column in self.columns):
            raise ValueError("type below MIN_SIZE")
        if any(len(row) != len(self.columns) for group in self.groups for row in group.rows):
            raise ValueError("a row with another number of cells than columns")


@dataclass(frozen=True, kw_only=True)
class PrintedRegister:
    """A list as a PDF."""

    content: bytes
    pages: int


@dataclass(frozen=True, kw_only=True)
class UnprintableCell:
    """A text that no font here can draw whole. `row` counts from 1 through the whole list.

    Outside the rows `row` is 0 and `column` says which part of the list it is.
    """

    row: int
    column: str
    text: str
    characters: tuple[str, ...]


class UnprintableTextError(UserError):
    """A list would leave with a wrong or an empty character, so it is not printed."""

    def __init__(self, cells: Sequence[UnprintableCell]) -> None:
        self.cells = tuple(cells)
        signs = dict.fromkeys(f"U+{ord(c):04X}" for cell in cells for c in cell.characters)
        places = [f"第 {c.row} 行“{c.column}”" if c.row else c.column for c in cells]
        where = "、".join(places[:_NAMED])
        if len(places) > _NAMED:
            where += f"等 {len(places)} 处"
        super().__init__(
            f"这台电脑的字体印不出这些字：{'、'.join(signs)}（在{where}）。"
            "请更正这些字，或安装含有它们的字体。"
        )
