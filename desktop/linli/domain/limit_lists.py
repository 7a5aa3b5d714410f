"""Time limits as a list to print and to hang up (办理期限一览表)."""

from collections.abc import Sequence

from linli.domain.limits import AREA, BASIS, Area, Limit, LimitDraft, events
from linli.domain.registers import Register, RegisterColumn, RegisterGroup

_COLUMNS = (
    RegisterColumn(title="事项", width=40, share=1),
    RegisterColumn(title="期限", width=26),
    RegisterColumn(title="起算", width=34),
    RegisterColumn(title="延长", width=34),
    RegisterColumn(title="性质", width=26),
    RegisterColumn(title="依据", width=50, share=3),
)


def limit_register(limits: Sequence[Limit], *, title: str) -> Register:
    """Return limits, those of an area under its heading; what is not set is left out."""
    groups = (
        RegisterGroup(
            heading=AREA[area],
            rows=tuple(
                _row(each.facts) for each in limits if each.facts.area is area and each.facts.amount
            ),
        )
        for area in Area
    )
    return Register(
        title=title, columns=_COLUMNS, groups=tuple(group for group in groups if group.rows)
    )


def start_words(limit: LimitDraft) -> str:
    """Return from what on a limit runs, as spoken."""
    return events()[limit.area, limit.start].words


def _row(limit: LimitDraft) -> tuple[str, ...]:
    return (
        limit.title,
        limit.span_words,
        start_words(limit),
        limit.extension_words,
        BASIS[limit.basis],
        limit.source,
    )
