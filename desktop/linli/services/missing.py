"""Gaps of the ledger (缺项名单): how many there are of each, who they are, and the list to take."""

from linli.domain.accounts import Right
from linli.domain.missing import Gap, GapFilter, GapLine
from linli.domain.missing_lists import missing_register
from linli.domain.registers import Register
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import missing


class MissingService:
    """What the ledger still lacks. Of people, those who live here count."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def counts(self) -> dict[Gap, int]:
        """Return how many people, households and homes each gap has."""
        self._context.require(Right.READ, "查看缺项名单")
        with self._context.db.reading() as connection:
            return missing.count_gaps(connection, self._context.clock().date())

    def count(self, wanted: GapFilter) -> int:
        """Return how many lines a list has."""
        self._context.require(Right.READ, "查看缺项名单")
        with self._context.db.reading() as connection:
            return missing.count_gap(connection, wanted, self._context.clock().date())

    def list_all(self, wanted: GapFilter, limit: int | None = None) -> list[GapLine]:
        """Return the lines of a list, grid by grid as one walks."""
        self._context.require(Right.READ, "查看缺项名单")
        with self._context.db.reading() as connection:
            return missing.list_gap(connection, wanted, self._context.clock().date(), limit)

    def register(self, wanted: GapFilter, title: str) -> Register:
        """Return the list to print, with room to write; it names no numbers."""
        self._context.require(Right.READ, "查看缺项名单")
        made = missing_register(self.list_all(wanted), wanted.gap, title=title)
        return for_office(self._context, made)
