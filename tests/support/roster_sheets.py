"""A hall's month with everything that is printed of it: sixteen fictitious people, three shifts."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw
from support.rosters import DAY, EVENING, NIGHT, hall

from linli.domain.roster_greedy import greedy
from linli.domain.roster_sheet import WallSheet, wall_sheet
from linli.domain.rosters import Plan, PlanDraft, RosterMonth
from linli.domain.settings import HallFacts
from linli.domain.working_days import Calendar, shipped_calendar

LONG = "阿卜杜热合曼江·阿卜杜热西提·买买提托合提"
NAMES = (
    *("王芳", "马力", "阿依古丽·买买提", "赵𬱖", "欧阳雪松", "李和", "买买提·牙生"),
    *("努尔古丽·叶尔肯", "张伟", "刘洋", "陈静", "杨光", "黄强", "周婷", "吴磊", "孙丽"),
)
HALL = HallFacts(community="西河社区", hotline="0994-4825180")
_SECOND_HALVES = {chr(code) for code in range(0xDC00, 0xE000)}
"""Of characters beyond the first plane, which pdfium tells in two."""
PRINTED = "打印人：钱主任　打印时间：2026年11月23日 09:00"


class Month(NamedTuple):
    """What papers are made of."""

    plan: Plan
    month: RosterMonth
    sheet: WallSheet
    names: dict[int, str]
    calendar: Calendar


def a_month(
    year: int = 2026, month: int = 12, *, lost: int = 0, names: Sequence[str] = NAMES
) -> Month:
    """Return a published month; the first `lost` cells are empty."""
    problem = hall(1, year=year, month=month)
    taking = tuple(each.id for each in problem.workers)
    facts = PlanDraft(name="大厅值班", shifts=(DAY, EVENING, NIGHT), worker_ids=taking)
    plan = Plan(id=1, version=1, facts=facts)
    made = RosterMonth(
        plan_id=1,
        month=date(year, month, 1),
        cells=tuple(greedy(problem))[lost:],
        published_on=date(2026, 11, 28),
        version=3,
    )
    called = {each.id: names[each.id - 1] for each in problem.workers}
    calendar = shipped_calendar()
    sheet = wall_sheet(plan, made, problem, called, calendar)
    return Month(plan, made, sheet, called, calendar)


class Seen(NamedTuple):
    """A character on a page: its box (pt, y upwards)."""

    page: int
    char: str
    box: tuple[float, float, float, float]

    @property
    def height(self) -> float:
        """How tall it is, pt."""
        return self.box[3] - self.box[1]


def characters(content: bytes) -> list[Seen]:
    """Return every character of a PDF that leaves a trace."""
    found = []
    with pypdfium2.PdfDocument(content) as document:
        for number, page in enumerate(document):
            layer = page.get_textpage()
            for place in range(layer.count_chars()):
                char = chr(raw.FPDFText_GetUnicode(layer, place))
                if char.strip() and char not in _SECOND_HALVES:
                    found.append(Seen(number, char, layer.get_charbox(place, loose=True)))
    return found


def page_sizes(content: bytes) -> list[tuple[float, float]]:
    """Return width and height of each page, pt."""
    with pypdfium2.PdfDocument(content) as document:
        return [page.get_size() for page in document]
