"""A page that is a picture, encoded as a PDF keeps it."""

from dataclasses import dataclass
from enum import Enum, auto


class Ink(Enum):
    """What the pixels of a picture are."""

    BLACK = auto()
    """One bit each, 1 for white, CCITT group 4."""
    GREY = auto()
    COLOUR = auto()


@dataclass(frozen=True, kw_only=True)
class PageImage:
    """A page ready to be put into a PDF.

    Attributes:
        width, height: pixels, as it is encoded.
        ink: what the pixels are.
        content: group 4 data of `Ink.BLACK`, else a JPEG.
        paper: its own size, mm, not more than the room it was made for.
        turned: it is to be laid on its side, its head at the left.
    """

    width: int
    height: int
    ink: Ink
    content: bytes
    paper: tuple[float, float]
    turned: bool = False
