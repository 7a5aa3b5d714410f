"""Several machines, each with a ledger of its own, that carry files to each other."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from support.ledgers import ACTOR, FixedClock

from linli.domain.changes import Changes
from linli.domain.exchanges import Choices, Extent, Preview
from linli.paths import DataDir
from linli.services.container import Services, open_services
from linli.services.context import Context
from linli.storage.database import Database
from linli.storage.sync_identity import find_own
from linli.storage.sync_known import Known
from linli.storage.sync_tables import sent_tables


class Machine:
    """A machine: its services, its clock, and what it writes onto the stick."""

    def __init__(self, name: str, data_dir: DataDir, key: bytes, stick: Path) -> None:
        self.name = name
        self.data_dir = data_dir
        self.key = key
        self.clock = FixedClock()
        self.db = Database(data_dir.database, key)
        self.context = Context(self.db, ACTOR, self.clock, data_dir)
        self.services: Services = open_services(self.context)
        self.exchange = self.services.exchange_files
        self._stick = stick
        self._written = 0

    def trust(self, others: Iterable["Machine"]) -> None:
        for other in others:
            self.exchange.trust(other.exchange.own_card().key)

    def write(
        self,
        *others: "Machine",
        extent: Extent = Extent.SINCE,
        grid_id: int | None = None,
    ) -> Path:
        """Write a file for others onto the stick."""
        self._written += 1
        path = self._stick / f"{self.name}-{self._written}.linli-x"
        numbers = {each.key.sign: each.id for each in self.exchange.machines()}
        wanted = [numbers[other.exchange.own_card().key.sign] for other in others]
        return self.exchange.write(path, wanted, extent, grid_id).path

    def preview(self, path: Path, choices: Choices | None = None) -> Preview:
        return self.exchange.preview(path, choices)

    def read(self, path: Path, choices: Choices | None = None) -> Changes:
        self.clock.advance(seconds=1)
        return self.exchange.apply(path, choices)

    def meet(self, other: "Machine") -> None:
        """Carry a file there and one back."""
        other.read(self.write(other))
        self.read(other.write(self))

    def has_kept_against_removal(self) -> bool:
        """Whether a record is there that was removed once, and kept."""
        with self.db.reading() as connection:
            own = find_own(connection)
            assert own is not None
            known = Known(connection, own)
            return any(
                state.row.gone for sent in sent_tables().values() for state in known.states(sent)
            )

    def records(self) -> dict[str, dict[Any, dict[str, Any]]]:
        """Return all that travels, by names that are the same on all machines."""
        with self.db.reading() as connection:
            own = find_own(connection)
            assert own is not None
            known = Known(connection, own)
            return {
                sent.name: {
                    known.names_of(sent.name, row_id): {
                        column: known.names_of(sent.refers[column], value)
                        if value is not None and column in sent.refers
                        else value
                        for column, value in row.items()
                        if column != "updated_at"
                    }
                    for row_id, row in known.rows(sent)
                }
                for sent in sent_tables().values()
            }


MakeMachines = Callable[..., list[Machine]]
