"""The picture of the community (社区图): buildings on a grid of cells, coloured by one figure.

It is schematic: the clerk lays the buildings out as they stand to each other, not to scale. Of
people it shows how many there are of a kind in a building, never by ethnicity or belief, and no
people under special care (重点人员).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from linli.errors import FieldProblem

CLASSES = 4
"""How many classes of equal counts there are beside 0."""
FARTHEST = 2000
"""Cells from the origin beyond which nothing stands."""
LONGEST = 400
"""Cells of the longest side."""
LABEL_LETTERS = 30


class Figure(StrEnum):
    """What the buildings are coloured by."""

    PLAIN = "plain"  # 不着色
    PEOPLE = "people"  # 人数
    HOUSEHOLDS = "households"  # 户数
    FLOATING = "floating"  # 流动人口
    ELDERS = "elders"  # 60 岁以上老人
    OLDEST = "oldest"  # 80 岁以上老人
    ALONE = "alone"  # 独居老人
    RENTALS = "rentals"  # 出租房屋
    PARTY = "party"  # 党员
    CARDLESS = "cardless"  # 没发卡的户
    DUE = "due"  # 走访到期
    REPORTS = "reports"  # 没办结的信息


FIGURE = {
    Figure.PLAIN: "不着色",
    Figure.PEOPLE: "人数",
    Figure.HOUSEHOLDS: "户数",
    Figure.FLOATING: "流动人口",
    Figure.ELDERS: "60 岁以上老人",
    Figure.OLDEST: "80 岁以上老人",
    Figure.ALONE: "独居老人",
    Figure.RENTALS: "出租房屋",
    Figure.PARTY: "党员",
    Figure.CARDLESS: "没发卡的户",
    Figure.DUE: "走访到期",
    Figure.REPORTS: "没办结的信息",
}
UNIT = {
    Figure.PEOPLE: "人",
    Figure.HOUSEHOLDS: "户",
    Figure.FLOATING: "人",
    Figure.ELDERS: "人",
    Figure.OLDEST: "人",
    Figure.ALONE: "人",
    Figure.RENTALS: "处",
    Figure.PARTY: "人",
    Figure.CARDLESS: "户",
    Figure.DUE: "次",
    Figure.REPORTS: "件",
}
FOR_THE_WALL = (Figure.PLAIN, Figure.PEOPLE, Figure.HOUSEHOLDS)
"""What may hang on a wall: where few old people live alone is nobody's business (PIPL art. 6)."""
COUNTED = tuple(UNIT)
"""The figures that are counted, in the order in which they are told."""

SHADES = ("#ffffff", "#d3e5f5", "#93c1e4", "#2f78b5", "#0b4488")
"""From none to most: one hue that only grows darker, so that it reads in black and white."""
LIGHT_TEXT_FROM = 3
"""From this shade on, text on it is white."""
TINTS = ("#fdf3e3", "#e9f5ea", "#f6ecf6", "#e8f3f5", "#fbeceb", "#f1f1e4")
"""Grounds of grids, in turn."""


class LabelKind(StrEnum):
    """What one finds one's way by."""

    ROAD = "road"
    WATER = "water"
    SQUARE = "square"
    HALL = "hall"
    TEXT = "text"


LABEL_KIND = {
    LabelKind.ROAD: "道路",
    LabelKind.WATER: "河、湖",
    LabelKind.SQUARE: "广场、绿地",
    LabelKind.HALL: "社区大厅、办公点",
    LabelKind.TEXT: "文字",
}
LABEL_FILL = {
    LabelKind.ROAD: "#e3e6ea",
    LabelKind.WATER: "#cfe6ef",
    LabelKind.SQUARE: "#dcebcf",
    LabelKind.HALL: "#ffe7a0",
    LabelKind.TEXT: None,
}
LABEL_SIZE = {
    LabelKind.ROAD: (20, 2),
    LabelKind.WATER: (20, 3),
    LabelKind.SQUARE: (6, 5),
    LabelKind.HALL: (6, 4),
    LabelKind.TEXT: (6, 2),
}
"""Cells a new one takes."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """A rectangle of whole cells, counted from the left and the top."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        """The first column beyond it."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """The first row beyond it."""
        return self.y + self.height

    def moved(self, right: int, down: int) -> "Box":
        """Return it so many cells further, within what a picture can hold."""
        return Box(
            x=_within(self.x + right),
            y=_within(self.y + down),
            width=self.width,
            height=self.height,
        )

    def resized(self, right: int, down: int) -> "Box":
        """Return it so many cells wider and higher, one cell at least."""
        return Box(
            x=self.x,
            y=self.y,
            width=min(max(1, self.width + right), LONGEST),
            height=min(max(1, self.height + down), LONGEST),
        )

    def overlaps(self, other: "Box") -> bool:
        """Whether they have a cell in common."""
        across = self.x < other.right and other.x < self.right
        return across and self.y < other.bottom and other.y < self.bottom

    def cells(self) -> Iterator[tuple[int, int]]:
        """Yield its cells as (column, row)."""
        for y in range(self.y, self.bottom):
            for x in range(self.x, self.right):
                yield x, y


def _within(place: int) -> int:
    return min(max(place, -FARTHEST), FARTHEST)


@dataclass(frozen=True, kw_only=True)
class MapBuilding:
    """A building, or a lane with all its doors.

    Attributes:
        key: of its dwellings (`building_key`); of a lane without a door.
        title: its whole name, by which its picture (楼栋图) is found.
        short: its name without the estate.
        grid_id: the grid of most of its dwellings, None in none.
        dwellings: how many there are.
        figures: how much of each kind there is.
        heads: who looks after the building (楼栋长、巷道长) in one line.
    """

    key: str
    title: str
    short: str
    grid_id: int | None = None
    dwellings: int = 0
    figures: Mapping[Figure, int] = field(default_factory=dict)
    heads: str = ""


@dataclass(frozen=True, kw_only=True)
class MapGrid:
    """A grid on the picture; `officers` says who serves there in one line."""

    id: int | None
    name: str
    officers: str = ""


@dataclass(frozen=True, kw_only=True)
class LabelDraft:
    """A text with its place."""

    kind: LabelKind
    text: str
    box: Box


@dataclass(frozen=True, kw_only=True)
class MapLabel:
    """A saved label."""

    id: int
    facts: LabelDraft


@dataclass(frozen=True, kw_only=True)
class CommunityMap:
    """All of the picture.

    Attributes:
        grids: in the order of their numbers, last what is in no grid if there is any.
        buildings: grid by grid in walking order.
        boxes: where each building stands, by its key.
        labels: roads and the like.
        elsewhere: what is in no building: people without an address, slips that name no household.
        is_laid_out: whether somebody arranged it, so that it stays as it is.
    """

    grids: tuple[MapGrid, ...] = ()
    buildings: tuple[MapBuilding, ...] = ()
    boxes: Mapping[str, Box] = field(default_factory=dict)
    labels: tuple[MapLabel, ...] = ()
    elsewhere: Mapping[Figure, int] = field(default_factory=dict)
    is_laid_out: bool = False

    def grid_of(self, building: MapBuilding) -> MapGrid:
        """Return the grid in which a building is."""
        return next(grid for grid in self.grids if grid.id == building.grid_id)

    def total(self, figure: Figure, grid_id: int | None) -> int:
        """Return how much there is of a figure in the buildings of a grid."""
        return sum(
            building.figures.get(figure, 0)
            for building in self.buildings
            if building.grid_id == grid_id
        )


@dataclass(frozen=True, kw_only=True)
class Class:
    """Buildings whose figure is from `low` to `high`, and how many there are."""

    low: int
    high: int
    shade: str
    count: int

    @property
    def words(self) -> str:
        """Return its bounds: 0, 1–12."""
        return str(self.low) if self.low == self.high else f"{self.low}–{self.high}"

    @property
    def light_text(self) -> bool:
        """Whether text on it is white."""
        return SHADES.index(self.shade) >= LIGHT_TEXT_FROM


def classes(values: Iterable[int]) -> tuple[Class, ...]:
    """Return classes of figures: 0, then up to `CLASSES` with about as many buildings in each.

    The same figure is never in two classes, so there are fewer where many buildings are alike.
    """
    found = sorted(values)
    some = [value for value in found if value > 0]
    ends = (round(len(some) * number / CLASSES) for number in range(1, CLASSES + 1))
    highs = sorted({some[end - 1] for end in ends if end > 0})
    made = []
    if len(some) < len(found):
        made.append(Class(low=0, high=0, shade=SHADES[0], count=len(found) - len(some)))
    for number, (low, high) in enumerate(zip([0, *highs], highs, strict=False)):
        inside = [value for value in some if low < value <= high]
        shade = SHADES[_spread(number, len(highs))]
        made.append(Class(low=inside[0], high=high, shade=shade, count=len(inside)))
    return tuple(made)


def _spread(number: int, count: int) -> int:
    """Return which shade a class has: the lightest is first, the darkest last."""
    return 1 + round(number * (CLASSES - 1) / max(1, count - 1))


def class_of(value: int, found: Sequence[Class]) -> Class | None:
    """Return the class of a figure, None where buildings are not coloured."""
    return next((each for each in found if each.low <= value <= each.high), None)


def overlapping(boxes: Mapping[str, Box]) -> frozenset[str]:
    """Return the buildings that stand on another one."""
    taken: dict[tuple[int, int], str] = {}
    found = set()
    for key, box in boxes.items():
        for cell in box.cells():
            other = taken.setdefault(cell, key)
            if other != key:
                found |= {key, other}
    return frozenset(found)


def bounds(boxes: Iterable[Box]) -> Box:
    """Return the box around some boxes; one cell at the origin for none."""
    known = list(boxes)
    if not known:
        return Box(x=0, y=0, width=1, height=1)
    left, top = min(box.x for box in known), min(box.y for box in known)
    right, bottom = max(box.right for box in known), max(box.bottom for box in known)
    return Box(x=left, y=top, width=right - left, height=bottom - top)


def check_label(draft: LabelDraft) -> Iterator[FieldProblem]:
    """Yield what is wrong with a label."""
    text = draft.text.strip()
    if not text:
        yield FieldProblem(field="text", message="没有填写文字，请填写，如“幸福路”。")
    elif len(text) > LABEL_LETTERS:
        message = f"文字有 {len(text)} 个字，最多 {LABEL_LETTERS} 个，请写短一些。"
        yield FieldProblem(field="text", message=message)
