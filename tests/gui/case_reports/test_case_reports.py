"""The figures of mediation in the window, by keyboard."""

import openpyxl
import pytest
from support.cases import agreed
from support.mnemonics import letters, taken_twice
from support.tables import column, row
from support.window import opened

from linli.domain.case_reports import read_period
from linli.gui.case_reports.counted import CountedCases
from linli.gui.case_reports.dialog import CaseReportDialog, FrozenReportDialog
from linli.gui.case_reports.forms import FreezeForm, HandForm
from linli.gui.case_reports.frozen import FrozenReports

Q3 = read_period("2026Q3")


@pytest.fixture
def dialog(desk, services, show):
    agreed(services)
    dialog = show(CaseReportDialog(desk))
    dialog.length.set_value("quarter")
    dialog.period.set_value(Q3)
    return dialog


def line(dialog, title):
    return row(dialog.table, column(dialog.table, 0).index(title))


def test_it_opens_on_the_month_that_is_over(desk, show):
    dialog = show(CaseReportDialog(desk))
    assert dialog.period.value() == read_period("2026-10")


def test_figures_stand_beside_those_before_with_what_they_count(dialog):
    assert line(dialog, "受理纠纷")[:5] == ["受理纠纷", "案件", "件", "1", "0"]
    assert line(dialog, "成功率")[3] == "100.0"
    assert "2026年第3季度" in dialog.summary.text()


def test_another_length_offers_its_periods_and_counts_at_once(dialog):
    dialog.length.set_value("year")
    assert dialog.period.value() == read_period("2025")
    assert line(dialog, "受理纠纷")[3] == "0"
    dialog.period.set_value(read_period("2026"))
    assert line(dialog, "受理纠纷")[3] == "1"


def test_a_figure_opens_the_cases_it_counted(dialog):
    dialog.select([column(dialog.table, 0).index("受理纠纷")])
    dialog.cases_button.click()
    cases = opened(CountedCases)
    assert column(cases.table, 0) == ["〔2026〕西人调字第1号"]
    cases.reject()


def test_a_figure_of_nothing_says_so(dialog, ask):
    ask.expect("tell", None)
    dialog.select([column(dialog.table, 0).index("口头协议")])
    dialog.cases_button.click()
    assert "口头协议" in ask.last


def test_the_table_by_kind_takes_its_place(dialog):
    dialog.part.set_value("kinds")
    names = column(dialog.table, 0)
    assert names[:3] == ["婚姻家庭"] * 3
    assert row(dialog.table, names.index("物业"))[:4] == ["物业", "受理", "件", "1"]


def test_numbers_are_entered_by_hand_and_cleared_again(dialog, services):
    dialog.hand_button.click()
    form = opened(HandForm)
    form.form.editor("mediators").set_value(9)
    form.accept()
    assert line(dialog, "人民调解员")[3] == "9"
    dialog.hand_button.click()
    form = opened(HandForm)
    assert form.form.value("mediators") == 9
    form.form.editor("mediators").set_value(None)
    form.accept()
    assert line(dialog, "人民调解员")[3] == "—"


def test_a_copy_is_frozen_and_shown_again(dialog, services):
    dialog.freeze_button.click()
    form = opened(FreezeForm)
    form.form.editor("note").set_value("报街道司法所")
    form.accept()
    dialog.frozen_button.click()
    frozen = opened(FrozenReports)
    assert row(frozen.table, 0)[0] == "2026年第3季度"
    assert row(frozen.table, 0)[3] == "报街道司法所"
    frozen.open_button.click()
    shown = opened(FrozenReportDialog)
    assert line(shown, "受理纠纷")[3] == "1"
    assert "王芳" in shown.summary.text()
    shown.reject()
    frozen.reject()


def test_freezing_before_the_end_says_that_it_counts_until_today(dialog):
    dialog.period.set_value(read_period("2026Q4"))
    dialog.freeze_button.click()
    form = opened(FreezeForm)
    texts = [label.text() for label in form.findChildren(type(form.heading))]
    assert any("12月31日" in text for text in texts)
    form.reject()


def test_it_is_printed_and_written(dialog, monkeypatch, ask, tmp_path, qtbot):
    sheets = []
    monkeypatch.setattr(
        "linli.gui.case_reports.dialog.open_print_dialog",
        lambda _desk, content, title, _parent: sheets.append((content, title)),
    )
    dialog.print_button.click()
    qtbot.waitUntil(lambda: bool(sheets))
    assert sheets[0][1] == "2026年第3季度人民调解统计报表"
    path = tmp_path / "报表.xlsx"
    ask.expect("save_file", path)
    ask.expect("tell", None)
    dialog.export_button.click()
    qtbot.waitUntil(path.exists)
    qtbot.waitUntil(lambda: not ask.waiting)
    assert openpyxl.load_workbook(path).sheetnames == ["统计报表", "纠纷类型", "逐月"]


def test_no_letter_is_given_twice(dialog, desk, show):
    frozen = show(FrozenReports(desk))
    for each in (dialog, frozen):
        assert letters(each)
        assert taken_twice(each) == {}
