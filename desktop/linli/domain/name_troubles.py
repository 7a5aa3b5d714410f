"""Names that would not come out right on paper (姓名保证): which place of which name, and why."""

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from linli.domain.values.gb18030 import standard_for
from linli.domain.values.names import private_use

GAP = "□"
"""Stands for what nobody can read."""


class NameKind(StrEnum):
    """Whose name it is, or what else is printed beside it."""

    RESIDENT = "resident"
    OFFICER = "officer"
    BOARD = "board"
    STAFF = "staff"
    STATION = "station"
    HELPER = "helper"
    LANDLORD = "landlord"
    TENANT = "tenant"
    GRID = "grid"
    DWELLING = "dwelling"
    HALL = "hall"


class TroubleReason(StrEnum):
    """Why a character cannot be printed."""

    PRIVATE_USE = "private_use"
    NO_FONT = "no_font"
    NOT_DRAWABLE = "not_drawable"


@dataclass(frozen=True, kw_only=True)
class NameText:
    """A printed text of the ledger: whose (`kind` and its record), in which column, what it says.

    `holder` names whose it is, `place` says where; `label` is the column's Chinese name.
    """

    kind: NameKind
    record_id: int
    column: str
    label: str
    holder: str
    place: str
    text: str


@dataclass(frozen=True, kw_only=True)
class NameTrouble:
    """A place in a text that cannot be printed.

    `character` is a single one, or several that belong together, such as a letter with its mark.
    `proposal` is what should stand there, where that is known.
    """

    where: NameText
    character: str
    reason: TroubleReason
    proposal: str | None = None

    @property
    def resident_id(self) -> int | None:
        """Whose name it is, if it is a resident's."""
        return self.where.record_id if self.where.kind is NameKind.RESIDENT else None

    @property
    def code_point(self) -> str:
        """Such as U+E863."""
        return code_point(self.character)

    @property
    def shown(self) -> str:
        """The text with a gap in the bad place."""
        return self.where.text.replace(self.character, GAP)


def code_point(character: str) -> str:
    """Return a character's code (码位) such as U+E863, several with spaces between."""
    return " ".join(f"U+{ord(char):04X}" for char in character)


def with_gaps(text: str) -> str:
    """Return a text with a gap for each private-use code, as it is told where nothing is mended."""
    return "".join(GAP if private_use(char) else char for char in text)


def is_private(character: str) -> bool:
    """Whether it is a private-use code (私用码), which means nothing outside its own system."""
    return bool(private_use(character))


def find_troubles(
    where: NameText,
    missing: Collection[str],
    shapeless: Collection[str],
    known: Mapping[str, str],
) -> Iterator[NameTrouble]:
    """Yield each place of a text that cannot be printed, once per character.

    Args:
        where: the text.
        missing: characters that no font draws.
        shapeless: those of them that no font could draw alone: marks, letters that are joined.
        known: what the clerk said that private-use codes stand for.
    """
    for character, reason in dict.fromkeys(_bad_places(where.text, missing, shapeless)):
        yield NameTrouble(
            where=where,
            character=character,
            reason=reason,
            proposal=_proposal(character, reason, known),
        )


def _bad_places(
    text: str, missing: Collection[str], shapeless: Collection[str]
) -> Iterator[tuple[str, TroubleReason]]:
    place = 0
    while place < len(text):
        char, start = text[place], place
        place += 1
        if char not in missing:
            continue
        if is_private(char):
            yield char, TroubleReason.PRIVATE_USE
        elif char in shapeless:
            while place < len(text) and text[place] in shapeless:
                place += 1
            if _is_mark(char) and start and not text[start - 1].isspace():
                start -= 1
            yield text[start:place], TroubleReason.NOT_DRAWABLE
        else:
            yield char, TroubleReason.NO_FONT


def _proposal(character: str, reason: TroubleReason, known: Mapping[str, str]) -> str | None:
    if reason is TroubleReason.PRIVATE_USE:
        return known.get(character) or standard_for(character)
    if reason is TroubleReason.NO_FONT:  # a compatibility ideograph has a unified one
        unified = unicodedata.normalize("NFC", character)
        return unified if unified != character else None
    plain = "".join(char for char in character if not _is_variation_selector(char))
    return plain if len(plain) == 1 and plain != character else None


def _is_mark(char: str) -> bool:
    return unicodedata.category(char).startswith("M")


def _is_variation_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
