from datetime import date

import pytest
from PySide6.QtCore import Qt
from support.tables import column, row, wait_for
from support.window import opened

from linli.domain.surveys import SATISFACTION, Question, SurveyDraft
from linli.gui.registers.survey_forms import QuestionForm, SumsForm, SurveyForm
from linli.gui.registers.survey_papers import SurveyPapers
from linli.gui.registers.surveys import SurveysDialog, open_surveys

DRAFT = SurveyDraft(
    title="满意度调查",
    day=date(2026, 11, 1),
    handed_out=10,
    questions=(
        Question(text="您满意吗？"),
        Question(text="您知道网格员吗？", choices=("知道", "不知道")),
    ),
)


@pytest.fixture
def survey(services):
    return services.surveys.add(DRAFT)[0]


@pytest.fixture
def papers(desk, survey, show):
    return show(SurveyPapers(desk, survey))


def test_survey_is_made_by_keyboard(desk, show, services, qtbot):
    dialog = show(SurveysDialog(desk))
    dialog.new_button.click()
    form = opened(SurveyForm)
    form.form.editor("title").setText("满意度调查")
    form.accept()
    assert form.form.field("questions").error
    form.form.editor("questions").add_button.click()
    question = opened(QuestionForm)
    question.form.editor("text").setText("您满意吗？")
    qtbot.keyClick(question.form.editor("text"), Qt.Key.Key_Return)
    form.accept()
    (item,) = services.surveys.list_all()
    assert item.facts.questions == (Question(text="您满意吗？", choices=SATISFACTION),)
    assert row(dialog.table, 0)[:3] == ["满意度调查", "2026-11-23", "1"]


def test_papers_are_typed_one_after_the_other(papers, services, survey, qtbot):
    assert papers.line_input.hasFocus() or papers.line_input.isVisible()
    for digits in ("11", "12", "40"):
        qtbot.keyClicks(papers.line_input, digits)
        qtbot.keyClick(papers.line_input, Qt.Key.Key_Return)
        assert papers.line_input.text() == ""
    assert services.surveys.get(survey).papers == 3
    assert papers.said.text() == "第 3 份已录入：40"
    assert column(papers.table, 2) == ["2", "0", "0", "1", "1", "1", "1"]
    assert column(papers.table, 3) == ["66.7%", "0.0%", "0.0%", "33.3%", "50.0%", "50.0%", ""]
    assert "基数" in papers.summary.text()
    assert "收回 3 份，回收率 30.0%" in papers.summary.text()


def test_wrong_digits_stay_and_are_said(papers, services, survey, qtbot):
    qtbot.keyClicks(papers.line_input, "13")
    qtbot.keyClick(papers.line_input, Qt.Key.Key_Return)
    assert "第 2 题" in papers.said.text()
    assert papers.line_input.selectedText() == "13"
    assert services.surveys.get(survey).papers == 0


def test_last_paper_is_taken_back_to_be_put_right(papers, services, survey, qtbot):
    assert not papers.back_button.isEnabled()
    qtbot.keyClicks(papers.line_input, "11")
    qtbot.keyClick(papers.line_input, Qt.Key.Key_Return)
    papers.back_button.click()
    assert services.surveys.get(survey).papers == 0
    assert papers.line_input.text() == "11"
    assert not papers.back_button.isEnabled()


def test_sums_are_typed_instead(papers, services, survey, qtbot):
    papers.sums_button.click()
    form = opened(SumsForm)
    qtbot.keyClicks(form.form.editor("q1"), "3 4 1 0")
    qtbot.keyClicks(form.form.editor("q2"), "5 2")
    form.accept()
    assert "加在最后一个数" in form.form.field("q2").error
    qtbot.keyClicks(form.form.editor("q2"), " 1")
    form.accept()
    assert services.surveys.get(survey).papers == 8
    assert column(papers.table, 2)[:2] == ["3", "4"]


def test_paper_and_outcome_go_to_the_print_dialog(desk, papers, show, sheets, monkeypatch, qtbot):
    monkeypatch.setattr(
        "linli.gui.registers.surveys.open_print_dialog",
        lambda _desk, content, title, _parent: sheets.append((content, title)),
    )
    papers.print_list_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 1)
    show(SurveysDialog(desk)).paper_button.click()
    qtbot.waitUntil(lambda: len(sheets) == 2)
    assert [title for _, title in sheets] == ["满意度调查（结果）", "满意度调查"]


def test_removing_asks_first(desk, survey, show, ask, qtbot):
    dialog = show(SurveysDialog(desk))
    ask.expect("confirm", True)
    dialog.remove_button.click()
    wait_for(qtbot, dialog.table, [])


def test_dialogs_are_freed_when_closed(desk, survey, main_window, assert_freed):
    open_surveys(desk, main_window)
    dialog = opened(SurveysDialog)
    dialog.tally_button.click()
    papers = opened(SurveyPapers)
    papers.reject()
    assert_freed(papers)
    dialog.reject()
    assert_freed(dialog)
