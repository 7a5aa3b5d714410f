"""Personal slips: four on a sheet, each within its quarter, nobody's shift lost."""

from dataclasses import replace
from datetime import date, timedelta
from math import ceil

import pytest
from support.cards import page_texts
from support.roster_sheets import LONG, NAMES, PRINTED, a_month, characters, page_sizes

from linli.domain.registers import UnprintableTextError
from linli.domain.roster_papers import Slip, slips
from linli.printing.roster_slips import PER_SHEET, render_slips

_A4 = (595.28, 841.89)  # pt
_EDGE = 20.0  # pt around each slip: cut askew, nothing is lost


def made(year: int = 2026, month: int = 12, **more) -> list[Slip]:
    found = a_month(year, month, **more)
    return slips(found.plan, found.month, found.sheet, found.names, found.calendar)


def pages(found: list[Slip]) -> list[str]:
    return page_texts(render_slips(found, printed=PRINTED))


def crowded(count: int, shift: str = "白班") -> Slip:
    """A slip of so many shifts."""
    days = [date(2026, 12, 1) + timedelta(days=n // 2) for n in range(count)]
    lines = tuple((f"{day.day}日 周{'一二三四五六日'[day.weekday()]}", shift) for day in days)
    return replace(made()[0], lines=lines)


def test_four_slips_stand_on_a_sheet() -> None:
    found = made()
    texts = pages(found)
    assert len(texts) == ceil(len(found) / PER_SHEET)
    for number, slip in enumerate(found):
        assert slip.name in texts[number // PER_SHEET], slip.name


def test_every_shift_and_the_sum_stand_on_it() -> None:
    for slip in made()[:3]:
        (text,) = pages([slip])
        flat = "".join(text.split())
        assert all(f"{day}{shift}".replace(" ", "") in flat for day, shift in slip.lines)
        assert slip.total in text
        assert "21:00—次日09:00" in text


@pytest.mark.parametrize("count", [0, 1, 12, 24, 31, 62])
@pytest.mark.parametrize("shift", ["白班", "矛盾纠纷调解站夜间值班"])
def test_each_slip_keeps_to_its_quarter(count: int, shift: str) -> None:
    found = [replace(crowded(count, shift), name=name) for name in (LONG, "赵𬱖", *NAMES[:2])]
    content = render_slips(found, printed=PRINTED)
    assert all(size == pytest.approx(_A4, abs=0.1) for size in page_sizes(content))
    for _, char, (left, bottom, right, top) in characters(content):
        for low, high, half in ((left, right, _A4[0] / 2), (bottom, top, _A4[1] / 2)):
            assert low // half == high // half, char
            assert low % half >= _EDGE, char
            assert half - high % half >= _EDGE, char


@pytest.mark.parametrize("count", [12, 24, 62])
def test_lines_are_never_smaller_than_twelve_points(count: int) -> None:
    content = render_slips([crowded(count)], printed=PRINTED)
    heights = [each.height for each in characters(content) if each.char == "周"]
    assert len(heights) == count
    assert min(heights) >= 12


def test_who_has_more_shifts_than_a_slip_holds_gets_another() -> None:
    text = "".join(pages([crowded(62)]))
    assert "王芳（续）" in text
    assert text.count("日 周") == 62


def test_an_unknown_year_and_a_draft_are_said() -> None:
    assert "2027年放假安排还没有公布" in "".join(pages(made(2027, 2)))
    (text,) = pages([replace(made()[0], state="草稿，还没有公布")])
    assert "草稿" in text


def test_a_name_that_no_font_draws_is_refused() -> None:
    with pytest.raises(UnprintableTextError):
        pages([replace(made()[0], name="王\U00033479")])


def test_the_same_slips_give_the_same_bytes() -> None:
    found = made()[:5]
    assert render_slips(found, printed=PRINTED) == render_slips(found, printed=PRINTED)
