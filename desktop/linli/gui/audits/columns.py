"""The columns of the audit trail, and where its rows come from: a page at a time."""

from collections.abc import Callable, Sequence

from linli.domain.audit import AuditFilter, kind_name
from linli.domain.history import AuditEvent
from linli.domain.name_troubles import with_gaps
from linli.gui.i18n import mark, tr
from linli.gui.table import Chip, Column, Tone
from linli.gui.table_reading import ListReader
from linli.services.audits import AuditService


def result_chip(event: AuditEvent) -> Chip:
    """Return whether an event came about."""
    if event.succeeded:
        return Chip(text=tr("成功"), glyph="✓", tone=Tone.GOOD)
    return Chip(text=tr("没有成功"), glyph="!", tone=Tone.WARN)


COLUMNS: tuple[Column[AuditEvent], ...] = (
    Column(
        key="number",
        title=mark("序号"),
        text=lambda event: f"{event.id:,}",
        chars=4.5,
        priority=3,
        align_right=True,
    ),
    Column(
        key="at", title=mark("时间"), text=lambda event: f"{event.at:%Y-%m-%d %H:%M:%S}", chars=10
    ),
    Column(key="account", title=mark("账号"), text=lambda event: event.account, chars=4.5),
    Column(
        key="kind",
        title=mark("类别"),
        text=lambda event: kind_name(event.kind),
        chars=6,
        priority=2,
    ),
    Column(
        key="action",
        title=mark("做了什么"),
        text=lambda event: with_gaps(event.action),
        chars=10,
        stretch=True,
    ),
    Column(
        key="subject",
        title=mark("对象"),
        text=lambda event: with_gaps(event.subject),
        chars=8,
        priority=1,
        stretch=True,
    ),
    Column(
        key="result",
        title=mark("结果"),
        text=lambda event: result_chip(event).text,
        chip=result_chip,
        chars=5.4,
    ),
)


class AuditSource:
    """Feeds a table from the service; set `filter` before the model reloads."""

    def __init__(self, audits: AuditService) -> None:
        self._audits = audits
        self.filter = AuditFilter()

    def reader(self, _sort: str, _descending: bool) -> ListReader:  # noqa: FBT001 - as `Beside` asks
        """Return what reads the list of the present filter, newest first."""
        wanted = self.filter

        def read(limit: int | None, stop: Callable[[], bool] | None) -> Sequence[int]:
            return self._audits.list_ids(wanted, limit, stop)

        return read

    def list_ids(self, sort: str, *, descending: bool) -> Sequence[int]:
        """Return which events match the filter."""
        return self.reader(sort, descending)(None, None)

    def rows(self, ids: Sequence[int]) -> Sequence[AuditEvent | None]:
        """Return events by their numbers, in their order."""
        rows = {row.id: row for row in self._audits.rows(ids)}
        return [rows.get(number) for number in ids]
