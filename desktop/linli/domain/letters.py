"""Letters (告知书、答复单) to print on A4: paragraphs, facts, boxes to tick, lines to sign on."""

from dataclasses import dataclass
from enum import Enum, auto


class Style(Enum):
    """How a line of a letter stands."""

    HEADING = auto()
    """Bold, from the margin."""
    BODY = auto()
    """Two characters in."""
    FACT = auto()
    """A name, and behind it what is to be said."""
    TICK = auto()
    """A box and what it is for."""
    TICKED = auto()
    """The same, ticked."""
    SIGN = auto()
    """What is to be written on the line behind it."""


@dataclass(frozen=True, kw_only=True)
class LetterLine:
    """A paragraph; `label` is the name of a fact."""

    style: Style
    text: str
    label: str = ""


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter that begins on a page of its own.

    `subtitle` stands below the title, `printed` (who, when) faint at the foot of each page.
    """

    title: str
    subtitle: str
    lines: tuple[LetterLine, ...]
    printed: str = ""

    def texts(self) -> tuple[str, ...]:
        """Return every text of it."""
        own = (self.title, self.subtitle, self.printed)
        return (*own, *(text for line in self.lines for text in (line.label, line.text)))


def heading(text: str) -> LetterLine:
    """Return a heading."""
    return LetterLine(style=Style.HEADING, text=text)


def body(text: str) -> LetterLine:
    """Return a paragraph."""
    return LetterLine(style=Style.BODY, text=text)


def fact(label: str, text: str) -> LetterLine:
    """Return a fact with its name."""
    return LetterLine(style=Style.FACT, text=text, label=label)


def tick(text: str, *, ticked: bool = False) -> LetterLine:
    """Return a box to tick, or one that is."""
    return LetterLine(style=Style.TICKED if ticked else Style.TICK, text=text)


def sign(label: str) -> LetterLine:
    """Return a line to write on."""
    return LetterLine(style=Style.SIGN, text="", label=label)
