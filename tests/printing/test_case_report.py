"""The report of mediation on paper."""

from datetime import UTC, date, datetime
from io import BytesIO

import pypdfium2
import pytest

from linli.domain.case_figures import figures_of, kind_lines, month_lines
from linli.domain.case_flow import Step
from linli.domain.case_reports import (
    CaseReport,
    CountedCase,
    CountedStep,
    read_period,
)
from linli.domain.cases import Source
from linli.domain.registers import UnprintableTextError
from linli.domain.sweeps import SweepSums
from linli.printing.case_report import render_case_report


def _report(note: str = "", months: tuple[int, ...] = (7, 7, 8)) -> CaseReport:
    period = read_period("2026Q3")
    cases = [
        CountedCase(
            id=n,
            kind_code="02",
            source=Source.APPLIED,
            steps=(CountedStep(step=Step.ACCEPT, day=date(2026, month, 2)),),
        )
        for n, month in enumerate(months)
    ]
    return CaseReport(
        period=period,
        figures=figures_of(cases, period, SweepSums(sweeps=0, found=0, prevented=0), {}),
        kinds=kind_lines(cases, period),
        months=month_lines(cases, period),
        made=datetime(2026, 10, 9, 9, 30, tzinfo=UTC),
        note=note,
    )


def _pages(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(BytesIO(content))
    texts = [page.get_textpage().get_text_range() for page in document]
    document.close()
    return texts


def test_tables_and_picture_say_the_same_figures() -> None:
    pages = _pages(render_case_report(_report(), printed="打印人：王芳"))
    assert "受理纠纷" in pages[0]
    assert any("纠纷类型统计表" in page for page in pages)
    assert "最近十二个月受理和调解成功" in pages[-1]
    assert f"第 {len(pages)} 页，共 {len(pages)} 页" in pages[-1]


def test_every_definition_is_printed() -> None:
    report = _report()
    text = "".join(_pages(render_case_report(report, printed=""))).replace("\r\n", "")
    for figure in report.figures:
        assert figure.title in text
        assert figure.definition in text, figure.key


@pytest.mark.parametrize(("count", "top"), [(0, "4"), (5, "8"), (9, "20"), (81, "200")])
def test_the_axis_ends_on_a_round_number_above_the_longest_bar(count: int, top: str) -> None:
    report = _report(months=(9,) * count)
    lines = _pages(render_case_report(report, printed=""))[-1].split()
    assert top in lines
    assert str(int(top) // 4) in lines


def test_the_fonts_of_the_picture_are_embedded() -> None:
    content = render_case_report(_report(), printed="")
    assert b"/Helvetica" not in content
    assert b"/Times-Roman" not in content


def test_the_same_report_gives_the_same_bytes() -> None:
    assert render_case_report(_report(), printed="") == render_case_report(_report(), printed="")


def test_a_note_that_no_font_draws_is_refused() -> None:
    with pytest.raises(UnprintableTextError):
        render_case_report(_report(note="\U00033479"), printed="")
