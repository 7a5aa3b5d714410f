"""Suggestions of residents (建议): entering them, replying to them, the slip of the reply."""

from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.contact_rules import clean_text
from linli.domain.registers import Register
from linli.domain.suggestion_lists import reply_letter, suggestion_register
from linli.domain.suggestion_rules import (
    check_reply,
    check_suggestion,
    clean_reply,
    clean_suggestion,
)
from linli.domain.suggestions import (
    ReplyDraft,
    Suggestion,
    SuggestionDraft,
    SuggestionFilter,
    reply_due,
)
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.letter_pdfs import community_of, foot_of, letters_pdf
from linli.services.masking import for_office
from linli.storage import calendars, limits, residents, suggestions

_EVERY = SuggestionFilter()
_OPEN = SuggestionFilter(is_open=True)


class SuggestionService:
    """What a clerk does with suggestions; a number that was given is never given again."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(
        self, wanted: SuggestionFilter = _EVERY, limit: int | None = None
    ) -> list[Suggestion]:
        """Return suggestions with their last days, the last number first."""
        self._context.require(Right.READ, "查看建议")
        with self._context.db.reading() as connection:
            found = suggestions.list_suggestions(connection, wanted, limit)
            ours, calendar = limits.get_limits(connection), calendars.get_calendar(connection)
        return [replace(each, due=reply_due(each.facts.day, ours, calendar)) for each in found]

    def get(self, suggestion_id: int) -> Suggestion:
        """Return a suggestion.

        Raises:
            NotFoundError: there is none.
        """
        self._context.require(Right.READ, "查看建议")
        with self._context.db.reading() as connection:
            found = suggestions.get_suggestion(connection, suggestion_id)
            ours, calendar = limits.get_limits(connection), calendars.get_calendar(connection)
        return replace(found, due=reply_due(found.facts.day, ours, calendar))

    def overdue(self) -> list[Suggestion]:
        """Return those that still wait after their last day, what was due first first."""
        self._context.require(Right.READ, "查看建议")
        today = self._today()
        late = [each for each in self.list_all(_OPEN) if each.is_late(today)]
        return sorted(late, key=lambda each: (each.due or today, each.id))

    # ---- changing ---------------------------------------------------------------------------

    def add(self, draft: SuggestionDraft) -> tuple[int, Changes]:
        """Record a suggestion under the next number of its year; it stays, so that none is lost.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.EDIT, "登记建议")
        clean = self._checked(draft)
        with self._context.writing("建议：登记 1 件", undoable=False) as work:
            suggestion_id = suggestions.add_suggestion(
                work.session,
                clean,
                sequence=suggestions.next_sequence(work.connection, clean.day.year),
                account=self._context.actor.name,
            )
        return suggestion_id, work.changes

    def update(self, suggestion_id: int, draft: SuggestionDraft, *, version: int) -> Changes:
        """Save a changed suggestion; its number stays as it is.

        Raises:
            InvalidInput: a rule is broken, or the year is another.
            UserError: it is replied to or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改建议")
        clean = self._checked(draft)
        with self._context.writing("建议：修改 1 件") as work:
            record = suggestions.get_record(work.session, suggestion_id, version)
            before = _open(suggestions.get_suggestion(work.connection, suggestion_id))
            if clean.day.year != before.year:
                message = (
                    f"编号 {before.number} 是 {before.year} 年的，日期要在同一年；"
                    "记错年份的请作废后重新登记。"
                )
                raise InvalidInput([FieldProblem(field="day", message=message)])
            suggestions.update_suggestion(work.session, record, clean)
        return work.changes

    def reply(self, suggestion_id: int, draft: ReplyDraft, *, version: int) -> Changes:
        """Record what was replied, or correct it.

        Raises:
            InvalidInput: a rule is broken.
            UserError: it is voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "答复建议")
        clean = clean_reply(draft)
        with self._context.writing("建议：答复 1 件") as work:
            record = suggestions.get_record(work.session, suggestion_id, version)
            before = suggestions.get_suggestion(work.connection, suggestion_id)
            if before.voided_reason is not None:
                raise UserError(f"{before.number} 已经作废，不能答复。")
            if problems := check_reply(clean, before, self._today()):
                raise InvalidInput(problems)
            suggestions.reply_to(work.session, record, clean)
        return work.changes

    def void(self, suggestion_id: int, reason: str, *, version: int) -> Changes:
        """Mark a suggestion as entered by mistake (作废); its number stays taken.

        Raises:
            InvalidInput: no reason is given.
            UserError: it is replied to or voided.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "作废建议")
        said = clean_text(reason)
        if said is None:
            message = "没有写作废的原因，请填写，如 重复登记。"
            raise InvalidInput([FieldProblem(field="reason", message=message)])
        with self._context.writing("建议：作废 1 件") as work:
            record = suggestions.get_record(work.session, suggestion_id, version)
            _open(suggestions.get_suggestion(work.connection, suggestion_id))
            suggestions.void_suggestion(work.session, record, said)
        return work.changes

    def reveal(self, suggestion_id: int, reason: str) -> None:
        """Record in the audit trail that a phone is shown in full, and why.

        Raises:
            NotFoundError: there is no such suggestion.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(suggestion_id)
        self._context.revealed(f"suggestion/{suggestion_id}", reason, "建议人的电话")

    # ---- paper ------------------------------------------------------------------------------

    def register(self, wanted: SuggestionFilter, title: str) -> Register:
        """Return suggestions to print, the first number first; numbers in them are masked."""
        self._context.require(Right.READ, "查看建议")
        made = suggestion_register(self.list_all(wanted)[::-1], self._today(), title=title)
        return for_office(self._context, made)

    def slip(self, suggestion_id: int) -> bytes:
        """Make the PDF of the slip of the reply (建议答复单).

        Raises:
            UserError: nothing was replied yet.
            NotFoundError: it is gone.
            UnprintableTextError: no font here draws some character.
        """
        context = self._context
        context.require(Right.PRINT, "打印建议答复单")
        suggestion = self.get(suggestion_id)
        if suggestion.reply is None:
            raise UserError(f"{suggestion.number} 还没有答复，请先点“答复”登记。")
        letter = reply_letter(
            suggestion,
            community=community_of(context),
            printed=foot_of(context),
            today=self._today(),
        )
        return letters_pdf(context, [letter], "打印建议答复单", f"编号 {suggestion.number}")

    # ---- inside -----------------------------------------------------------------------------

    def _checked(self, draft: SuggestionDraft) -> SuggestionDraft:
        clean = clean_suggestion(draft)
        if clean.resident_id is not None:
            with self._context.db.reading() as connection:
                person = residents.get_resident(connection, clean.resident_id)
            clean = replace(clean, name=person.facts.name)
        if problems := check_suggestion(clean, self._today()):
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()


def _open(suggestion: Suggestion) -> Suggestion:
    if not suggestion.is_open:
        raise UserError(f"{suggestion.number} 已经答复或作废，不能再改；需要的请另外登记一件。")
    return suggestion
