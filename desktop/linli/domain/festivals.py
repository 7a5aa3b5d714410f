"""Ethnic festivals (民族节日): on which days those who keep them would like to be off.

The days differ each year and are announced by the local government (放假办法 art. 4), so they are
entered. Who keeps them is what each worker says, and nothing else: never ethnicity or belief of a
resident's record.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.workers import Leave, LeaveKind, Worker
from linli.domain.working_days import Holiday


@dataclass(frozen=True, kw_only=True)
class FestivalLine:
    """A festival of a year: how many keep it, and how many of these have leave on it already."""

    year: int
    festival: Holiday
    source: str
    keepers: int = 0
    given: int = 0


def festival_leaves(
    festivals: Iterable[Holiday],
    workers: Sequence[Worker],
    leaves: Sequence[Leave],
    today: date,
) -> list[Leave]:
    """Return the leaves to be given on festivals that are not over.

    Who is away on a day of a festival already is passed over, and so is who is not with us then.
    """
    return [
        Leave(
            worker_id=worker.id,
            first=festival.first,
            last=festival.last,
            kind=LeaveKind.FESTIVAL,
            note=festival.name,
        )
        for festival in festivals
        if festival.last >= today
        for worker in workers
        if worker.facts.keeps_festivals
        and worker.serves(festival.first)
        and not _is_away(worker.id, festival, leaves)
    ]


def festival_line(
    year: int,
    festival: Holiday,
    source: str,
    workers: Sequence[Worker],
    leaves: Sequence[Leave],
) -> FestivalLine:
    """Return a festival with who keeps it and who has leave."""
    keepers = [
        each for each in workers if each.facts.keeps_festivals and each.serves(festival.first)
    ]
    return FestivalLine(
        year=year,
        festival=festival,
        source=source,
        keepers=len(keepers),
        given=sum(_is_away(each.id, festival, leaves) for each in keepers),
    )


def _is_away(worker_id: int, festival: Holiday, leaves: Sequence[Leave]) -> bool:
    return any(
        each.worker_id == worker_id and each.first <= festival.last and festival.first <= each.last
        for each in leaves
    )
