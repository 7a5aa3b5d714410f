"""Phrases (常用语) that the hall keeps for mediators."""

from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.mediation_texts import (
    Phrase,
    PhraseUse,
    check_phrases,
    clean_phrases,
    read_phrases,
    shipped_phrases,
)
from linli.errors import InvalidInput
from linli.services.context import Context
from linli.storage import settings

if TYPE_CHECKING:
    from collections.abc import Sequence

PHRASES_KEY = "mediation_phrases"


class MediationTextService:
    """What a mediator finds ready to write."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def phrases(self) -> tuple[Phrase, ...]:
        """Return the hall's phrases; those shipped until others are kept."""
        self._context.require(Right.MEDIATE, "查看常用语")
        with self._context.db.reading() as connection:
            kept = settings.find_value(connection, PHRASES_KEY)
        return shipped_phrases() if kept is None else read_phrases(kept)

    def phrases_for(self, use: PhraseUse) -> list[str]:
        """Return the texts that are used in one place, in the hall's order."""
        return [phrase.text for phrase in self.phrases() if phrase.use is use]

    def save_phrases(self, phrases: "Sequence[Phrase]") -> Changes:
        """Keep the hall's phrases.

        Raises:
            InvalidInput: one is too long, or there are too many.
        """
        self._context.require(Right.SETTINGS, "修改常用语")
        clean = clean_phrases(tuple(phrases))
        problems = check_phrases(clean)
        if problems:
            raise InvalidInput(problems)
        kept = [{"use": each.use.value, "text": each.text} for each in clean]
        with self._context.writing("修改设置：调解常用语") as work:
            settings.save_value(work.connection, PHRASES_KEY, kept)
        return work.changes
