"""The roster for the wall: every name whole and large, gaps and holidays said."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pypdfium2
import pytest
from pypdfium2 import raw
from support.cards import page_texts
from support.rosters import DAY, EVENING, NIGHT, hall

from linli.domain.paper import CardSize
from linli.domain.registers import UnprintableTextError
from linli.domain.roster_greedy import greedy
from linli.domain.roster_sheet import WallSheet, wall_sheet
from linli.domain.rosters import Plan, PlanDraft, RosterMonth
from linli.domain.working_days import shipped_calendar
from linli.printing.rosters import LARGE, render_wall

NAMES = [
    *("王芳", "马力", "阿依古丽·买买提", "赵𬱖", "欧阳雪松", "李和", "买买提·牙生"),
    *("努尔古丽·叶尔肯", "张伟", "刘洋", "陈静", "杨光", "黄强", "周婷", "吴磊", "孙丽"),
]
A4_ACROSS = CardSize(width=297, height=210)


def sheet(year: int = 2026, month: int = 12, *, lost: int = 0, names=NAMES) -> WallSheet:
    """A month of sixteen people; the first `lost` cells are empty."""
    problem = hall(1, year=year, month=month)
    plan = Plan(id=1, version=1, facts=PlanDraft(name="大厅值班", shifts=(DAY, EVENING, NIGHT)))
    cells = tuple(greedy(problem))[lost:]
    shown = RosterMonth(
        plan_id=1, month=date(year, month, 1), cells=cells, published_on=date(2026, 11, 28)
    )
    called = {worker.id: names[worker.id - 1] for worker in problem.workers}
    return wall_sheet(plan, shown, problem, called, shipped_calendar())


def text_of(found: WallSheet, **more) -> str:
    (text,) = page_texts(render_wall(found, printed="打印人：钱主任", **more))
    return text


def test_every_name_of_every_shift_stands_on_one_sheet() -> None:
    found = sheet()
    text = "".join(text_of(found).split())
    wanted = [
        name
        for week in found.weeks
        for day in week
        if day
        for line in day.lines
        for name in line.names
    ]
    for name in NAMES:
        assert text.count(name) == wanted.count(name), name


@pytest.mark.parametrize(("paper", "least"), [(LARGE, 15.0), (A4_ACROSS, 11.0)])
def test_names_are_as_large_as_the_paper_gives(paper: CardSize, least: float) -> None:
    content = render_wall(sheet(), printed="", paper=paper)
    with pypdfium2.PdfDocument(BytesIO(content)) as document:
        page = document[0]
        texts = page.get_textpage()
        width, height = page.get_size()
        places = range(texts.count_chars())
        chars = [chr(raw.FPDFText_GetUnicode(texts, place)) for place in places]
        boxes = [texts.get_charbox(place, loose=True) for place in places if chars[place].strip()]
        sizes = [raw.FPDFText_GetFontSize(texts, n) for n in places if chars[n] == "婷"]
    assert (round(width * 25.4 / 72), round(height * 25.4 / 72)) == (paper.width, paper.height)
    for left, bottom, right, top in boxes:
        assert 0 <= left <= right <= width
        assert 0 <= bottom <= top <= height
    assert len(sizes) > 5
    assert min(sizes) >= least


def test_a_gap_is_printed_and_not_hidden() -> None:
    assert "缺4人" in text_of(sheet(lost=4))
    assert "缺" not in text_of(sheet())


def test_holidays_and_worked_weekends_are_named() -> None:
    text = text_of(sheet(2026, 2))
    assert "春节" in text
    assert "上班" in text


def test_a_year_that_is_not_announced_is_said() -> None:
    assert "2027年放假安排还没有公布" in text_of(sheet(2027, 2))
    assert "没有公布" not in text_of(sheet())


def test_a_draft_says_that_it_is_one() -> None:
    found = sheet()
    assert "2026年11月28日公布" in text_of(found)
    assert "草稿" in text_of(replace(found, state="草稿，还没有公布"))


def test_a_name_that_no_font_draws_is_refused() -> None:
    names = ["王\U00033479", *NAMES[1:]]
    with pytest.raises(UnprintableTextError):
        text_of(sheet(names=names))


def test_a_very_long_name_breaks_behind_its_dot() -> None:
    names = ["阿卜杜热合曼江·阿卜杜热西提·买买提托合提", *NAMES[1:]]
    text = "".join(text_of(sheet(names=names)).split())
    assert names[0] in text
