"""Lines of clocks in tables: a lamp with its word, the day, what is due, and where it leads."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QWidget

from linli.domain.changes import Kind
from linli.domain.clocks import UNCERTAIN, Clock
from linli.domain.limits import Area
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.lamps import lamp
from linli.gui.plain_table import PlainTable

KINDS = frozenset({Kind.CASES, Kind.PETITIONS, Kind.SUGGESTIONS, Kind.LIMITS, Kind.SETTINGS})
"""What clocks are read again after."""
HISTORY_TABLES = {
    Area.MEDIATION: "mediation_case",
    Area.PETITION: "petition",
    Area.SUGGESTION: "suggestion",
}
"""Whose history a line leads to."""


def clock_heads() -> list[str]:
    """Return the heads of a table of clocks."""
    return [
        tr("状态"),
        tr("到期日"),
        tr("事项"),
        tr("编号"),
        tr("名称"),
        tr("经办"),
        tr("依据"),
    ]


def clock_line(clock: Clock) -> Sequence[str]:
    """Return a clock as a line of the table."""
    subject = clock.subject
    return (
        clock.words,
        clock.due.isoformat() + ("" if clock.certain else tr("（推算）")),
        clock.what + (tr("，已延长") if clock.extended else ""),
        subject.number or tr("还没有编号"),
        subject.title,
        subject.who,
        clock.basis_words.replace("\n", "；"),
    )


def light_lamps(table: PlainTable, clocks: Sequence[Clock]) -> None:
    """Put the lamp of each clock into the first cell of its line, and fit the table anew."""
    for row, clock in enumerate(clocks):
        cell = table.item(row, 0)
        if cell is not None:
            cell.setIcon(lamp(clock.light))
            if not clock.certain:
                cell.setToolTip(tr(UNCERTAIN))
    table.fit()


def open_subject(desk: Desk, clock: Clock, parent: QWidget) -> None:
    """Show the case, petition or suggestion of a clock."""
    _WAYS[clock.subject.area](desk, clock.subject.id, parent)


def _open_case(desk: Desk, case_id: int, parent: QWidget) -> None:
    from linli.gui.mediation.page import open_case  # which may lead back here

    open_case(desk, case_id, parent)


def _open_petition(desk: Desk, petition_id: int, parent: QWidget) -> None:
    from linli.gui.petitions.dialog import open_petition  # as above

    open_petition(desk, petition_id, parent)


def _open_suggestion(desk: Desk, suggestion_id: int, parent: QWidget) -> None:
    from linli.gui.suggestions.dialog import open_suggestion  # as above

    open_suggestion(desk, suggestion_id, parent)


_WAYS: Mapping[Area, Callable[[Desk, int, QWidget], None]] = {
    Area.MEDIATION: _open_case,
    Area.PETITION: _open_petition,
    Area.SUGGESTION: _open_suggestion,
}
