"""Between which numbers a template's values lie, for the linter and for the editor's inputs."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """The least and the largest value of a number, and how sentences call it."""

    label: str
    low: float
    high: float


TYPE_SIZE = Limit("字号", 5, 400)
"""pt"""
LINES = Limit("行数", 1, 60)
LEADING = Limit("行距", 0.8, 4)
"""times the type size"""
LINE = Limit("线宽", 0.1, 30)
"""pt"""
DASH = Limit("虚线的一段", 0.1, 100)
"""pt; a finer one keeps a printer busy for ever"""
RADIUS = Limit("圆角", 0, 100)
"""mm"""
COLUMNS = Limit("列数", 1, 20)
CELL_HEIGHT = Limit("格高", 1, 1000)
"""mm"""
GAP = Limit("间隔", 0, 200)
"""mm"""
SMALLEST_CARD = 10.0
"""mm"""
MOST_SIZES = 20
LONGEST_TEXT = 2000
"""characters"""
MOST_DASHES = 12
"""parts of a dashed line"""
MOST_CELLS = 500
MOST_ELEMENTS = 200
"""on a side, and in a list's cell"""
