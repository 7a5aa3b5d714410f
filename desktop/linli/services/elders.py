"""Old people (老年人): lists by age and of who lives alone."""

from linli.domain.accounts import Right
from linli.domain.elders import Elder, ElderFilter, elder_register
from linli.domain.registers import Register
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import elders


class ElderService:
    """What the ledger says of the old people who live here."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: ElderFilter, limit: int | None = None) -> list[Elder]:
        """Return old people grid by grid; phones are full: show them masked."""
        self._context.require(Right.READ, "查看老年人")
        with self._context.db.reading() as connection:
            return elders.list_elders(connection, wanted, self._context.clock().date(), limit)

    def count(self, wanted: ElderFilter) -> int:
        """Return how many old people a list has."""
        self._context.require(Right.READ, "查看老年人")
        with self._context.db.reading() as connection:
            return elders.count_elders(connection, wanted, self._context.clock().date())

    def register(self, wanted: ElderFilter, title: str, *, revealed: bool = False) -> Register:
        """Return the list to print; phones are masked unless `revealed`."""
        self._context.require(Right.READ, "查看老年人")
        made = elder_register(self.list_all(wanted), title=title)
        return for_office(self._context, made, revealed=revealed)
