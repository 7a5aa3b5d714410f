"""Old people (老年人): lists by age and of who lives alone."""

from linli.domain.elders import Elder, ElderFilter, elder_register
from linli.domain.register_texts import masked_phone
from linli.domain.registers import Register
from linli.services.context import Context
from linli.storage import elders


class ElderService:
    """What the ledger says of the old people who live here."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: ElderFilter, limit: int | None = None) -> list[Elder]:
        """Return old people grid by grid; phones are full: show them masked."""
        with self._context.db.reading() as connection:
            return elders.list_elders(connection, wanted, self._context.clock().date(), limit)

    def count(self, wanted: ElderFilter) -> int:
        """Return how many old people a list has."""
        with self._context.db.reading() as connection:
            return elders.count_elders(connection, wanted, self._context.clock().date())

    def register(self, wanted: ElderFilter, title: str, *, revealed: bool = False) -> Register:
        """Return the list to print; phones are masked unless `revealed`."""
        return elder_register(
            self.list_all(wanted), title=title, show=str if revealed else masked_phone
        )
