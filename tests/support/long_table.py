"""A table whose list is read beside the window, when the test says so."""

from collections.abc import Callable, Sequence
from typing import Any

from linli.gui.table import Column, TableModel
from linli.gui.table_reading import Beside, ListReader
from linli.progress import SILENT, Cancelled

COLUMNS = (
    Column(key="name", title="姓名", text=lambda n: f"居民{n}", chars=6, sort="name"),
    Column(key="number", title="号码", text=lambda n: f"{n:04}", chars=6, priority=1),
)


class LongSource:
    """Numbers in an order; `slow` lists are not there at once, `gone` records have no row.

    Only `beside` the window is a slow list read to its end.
    """

    def __init__(self, ids: Sequence[int]) -> None:
        self.ids = list(ids)
        self.slow = False
        self.beside = False
        self.gone: set[int] = set()

    def reader(self, sort: str, descending: bool) -> ListReader:
        """Return what reads the list as it is now, sorted or not."""
        ids = sorted(self.ids) if sort else self.ids
        ids = ids[::-1] if descending else ids

        def read(limit: int | None, stop: Callable[[], bool] | None) -> list[int]:
            if self.slow and not self.beside:
                raise Cancelled
            return ids[:limit]

        return read

    def list_ids(self, sort: str, *, descending: bool) -> list[int]:
        """Return all of them."""
        return list(self.reader(sort, descending)(None, None))

    def rows(self, ids: Sequence[int]) -> list[int | None]:
        """Return the numbers themselves."""
        return [None if number in self.gone else number for number in ids]


class Later:
    """Work put off until `finish`."""

    def __init__(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> None:
        self._work = work
        self._done = done
        self.open = True

    def cancel(self) -> None:
        """Never do it."""
        self.open = False

    def finish(self) -> None:
        """Do it now."""
        if self.open:
            self.open = False
            self._done(self._work(SILENT))


class LongTable:
    """A model, its source, and all work that was put off."""

    def __init__(self, ids: Sequence[int]) -> None:
        self.source = LongSource(ids)
        self.later: list[Later] = []
        beside = Beside(reader=self._reader, run=self._run)
        self.model = TableModel(self.source, COLUMNS, beside=beside)
        self.model.reload()

    def arrive(self) -> None:
        """Let all that was put off be done."""
        self.model.finish()
        for work in self.later:
            work.finish()

    def shown(self) -> list[int]:
        """Return the ids that the table has by now."""
        return [self.model.id_at(row) for row in range(self.model.rowCount())]

    def _reader(self, sort: str, descending: bool) -> ListReader:
        return self.source.reader(sort, descending)

    def _run(self, work: Callable[[Any], Any], done: Callable[[Any], None]) -> Later:
        def beside(progress: Any) -> Any:
            self.source.beside = True
            try:
                return work(progress)
            finally:
                self.source.beside = False

        self.later.append(Later(beside, done))
        return self.later[-1]
