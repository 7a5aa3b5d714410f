"""Short paper surveys (问卷): the paper, the tallies, what they come to."""

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.registers import Register
from linli.domain.survey_lists import result_register
from linli.domain.survey_rules import (
    check_counts,
    check_survey,
    clean_question,
    clean_survey,
    question_problems,
    shape_problems,
)
from linli.domain.surveys import Counts, Question, Survey, SurveyDraft, read_paper, with_paper
from linli.errors import InvalidInput
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import settings, surveys


class SurveyService:
    """What a clerk does with surveys. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self) -> list[Survey]:
        """Return all surveys, the last first."""
        self._context.require(Right.READ, "查看问卷")
        with self._context.db.reading() as connection:
            return surveys.list_surveys(connection)

    def get(self, survey_id: int) -> Survey:
        """Return a survey.

        Raises:
            NotFoundError: if there is no such survey.
        """
        self._context.require(Right.READ, "查看问卷")
        with self._context.db.reading() as connection:
            return surveys.get_survey(connection, survey_id)

    def result_register(self, survey_id: int) -> Register:
        """Return the outcome to print.

        Raises:
            NotFoundError: if there is no such survey.
        """
        self._context.require(Right.READ, "查看问卷")
        return result_register(self.get(survey_id))

    def paper(self, survey_id: int) -> bytes:
        """Make the PDF of the paper to hand out, on A4.

        Raises:
            NotFoundError: if there is no such survey.
            UnprintableTextError: no font here draws some character.
        """
        self._context.require(Right.PRINT, "打印问卷")
        from linli.printing.survey import render_survey

        draft = self.get(survey_id).facts
        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        with leaving(self._context, "打印问卷", draft.title):
            return render_survey(draft, community=community, library=library_of(self._context))

    def checked_question(self, question: Question) -> Question:
        """Return a question in normal form, before the survey is saved.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.EDIT, "修改问卷")
        clean = clean_question(question)
        problems = list(question_problems(clean))
        if problems:
            raise InvalidInput(problems)
        return clean

    def add(self, draft: SurveyDraft) -> tuple[int, Changes]:
        """Add a survey.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.EDIT, "修改问卷")
        clean = _checked(draft)
        with self._context.writing(f"添加问卷 {clean.title}") as work:
            survey_id = surveys.add_survey(work.session, clean)
        return survey_id, work.changes

    def update(self, survey_id: int, draft: SurveyDraft, *, version: int) -> Changes:
        """Save a changed survey; once papers are entered only its texts can change.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改问卷")
        clean = _checked(draft)
        with self._context.writing(f"修改问卷 {clean.title}") as work:
            record = surveys.get_record(work.session, survey_id, version)
            before = surveys.get_survey(work.connection, survey_id)
            problems = list(shape_problems(before.facts, clean, before.papers))
            if problems:
                raise InvalidInput(problems)
            surveys.update_survey(work.session, record, clean)
        return work.changes

    def remove(self, survey_id: int) -> Changes:
        """Remove a survey with its tallies.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除问卷")
        title = self.get(survey_id).facts.title
        with self._context.writing(f"删除问卷 {title}") as work:
            work.session.delete(surveys.get_record(work.session, survey_id))
        return work.changes

    def add_paper(self, survey_id: int, digits: str) -> Changes:
        """Count a paper typed as digits, one for each question (see `read_paper`).

        Raises:
            UserError: the digits are no paper of this survey.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改问卷")
        return self._count(survey_id, digits, 1)

    def take_back_paper(self, survey_id: int, digits: str) -> Changes:
        """Count a paper no more that was entered by mistake.

        Raises:
            UserError: the digits are no paper of this survey, or no such paper was counted.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改问卷")
        return self._count(survey_id, digits, -1)

    def set_counts(self, survey_id: int, counts: Counts) -> Changes:
        """Take sums that were counted by hand instead of what is counted so far.

        Raises:
            InvalidInput: the questions do not come to the same number of papers.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改问卷")
        with self._context.writing("录入问卷合计") as work:
            survey = surveys.get_survey(work.connection, survey_id)
            problems = check_counts(counts, survey.facts)
            if problems:
                raise InvalidInput(problems)
            surveys.set_counts(work.session, survey_id, counts)
        return work.changes

    def _count(self, survey_id: int, digits: str, papers: int) -> Changes:
        action = "录入一份答卷" if papers > 0 else "撤回一份答卷"
        with self._context.writing(action) as work:
            survey = surveys.get_survey(work.connection, survey_id)
            answers = read_paper(digits, survey.facts)
            counts = with_paper(survey.counts, answers, papers)
            surveys.set_counts(work.session, survey_id, counts)
        return work.changes


def _checked(draft: SurveyDraft) -> SurveyDraft:
    clean = clean_survey(draft)
    problems = check_survey(clean)
    if problems:
        raise InvalidInput(problems)
    return clean
