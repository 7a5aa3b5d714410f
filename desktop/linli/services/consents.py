"""Consent notices (个人信息收集使用告知书): printed, recorded, withdrawn, and who has none yet."""

from collections.abc import Sequence
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.consent_rules import check_consent, check_withdrawal, clean_consent
from linli.domain.consents import (
    Consent,
    ConsentCounts,
    ConsentDraft,
    ConsentFilter,
    ConsentRow,
    needs_guardian,
)
from linli.domain.contact_rules import clean_lines
from linli.domain.privacy_letters import NoticeFacts, NoticePerson, notice_letter
from linli.domain.privacy_request_rules import check_days
from linli.domain.values.addresses import address_text
from linli.errors import InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import consents, privacy_settings, residents, retention, settings

_EVERYBODY = ConsentFilter()
MOST_PRINTED = 500
"""So many notices are printed at once."""


class ConsentService:
    """What a clerk does with notices. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_people(
        self, wanted: ConsentFilter = _EVERYBODY, limit: int | None = None
    ) -> list[ConsentRow]:
        """Return people with their last notice, as one walks."""
        self._context.require(Right.PRIVACY, "查看告知书登记")
        with self._context.db.reading() as connection:
            return consents.list_people(connection, wanted, self._today(), limit)

    def count(self, wanted: ConsentFilter = _EVERYBODY) -> int:
        """Return how many people a list has."""
        self._context.require(Right.READ, "查看告知书登记")
        with self._context.db.reading() as connection:
            return consents.count_people(connection, wanted, self._today())

    def counts(self) -> ConsentCounts:
        """Return how many people who live here stand where."""
        self._context.require(Right.READ, "查看告知书登记")
        with self._context.db.reading() as connection:
            return consents.count_states(connection, self._today())

    def of_resident(self, resident_id: int) -> list[Consent]:
        """Return a person's notices, the last first."""
        self._context.require(Right.READ, "查看告知书登记")
        with self._context.db.reading() as connection:
            return consents.list_of(connection, resident_id)

    def notice_facts(self) -> NoticeFacts:
        """Return what the hall says of its own in the notice."""
        self._context.require(Right.READ, "查看告知书登记")
        with self._context.db.reading() as connection:
            return privacy_settings.get_notice(connection)

    def save_notice_facts(self, facts: NoticeFacts) -> Changes:
        """Keep what the hall says of its own in the notice, and the days of an answer.

        Raises:
            InvalidInput: the days are out of range.
            NotAllowedError: the role may not change settings.
        """
        self._context.require(Right.SETTINGS, "修改告知书的内容")
        problems = check_days(facts.days)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("个人信息告知书：修改内容") as work:
            privacy_settings.save_notice(work.connection, facts)
        return work.changes

    def notices(self, resident_ids: Sequence[int], progress: Progress = SILENT) -> bytes:
        """Make the PDF of the notices for these people, of a blank one if there are none.

        Raises:
            UserError: too many at once.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        from linli.printing.foot import printed_by
        from linli.printing.letters import render_letters

        context = self._context
        context.require(Right.PRINT, "打印告知书")
        if len(resident_ids) > MOST_PRINTED:
            raise UserError(
                f"选了 {len(resident_ids):,} 人，一次最多打印 {MOST_PRINTED} 份告知书，"
                "请分几次打印，或者打印一份空白的再复印。"
            )
        today = self._today()
        with context.db.reading() as connection:
            hall = settings.get_hall(connection)
            facts = privacy_settings.get_notice(connection)
            rules = retention.get_rules(connection)
            found = residents.load_residents(connection, list(resident_ids))
        people: list[NoticePerson | None] = [
            NoticePerson(
                name=person.facts.name,
                place=address_text(person.address) if person.address else "",
                guarded=needs_guardian(person.facts.birth, today),
            )
            for number in resident_ids
            if (person := found.get(number)) is not None
        ]
        printed = printed_by(context.actor.name, context.clock())
        letters = [
            notice_letter(hall, facts, rules, person, printed) for person in people or [None]
        ]
        subject = f"resident/{resident_ids[0]}" if len(resident_ids) == 1 else "告知书"
        with leaving(context, "打印个人信息告知书", subject, {"份数": str(len(letters))}):
            return render_letters(letters, progress=progress, library=library_of(context))

    def add(self, drafts: Sequence[ConsentDraft]) -> Changes:
        """Record notices that came back, of one person or several, as one step.

        Raises:
            InvalidInput: a rule is broken.
            NotFoundError: one of them is gone.
        """
        self._context.require(Right.PRIVACY, "登记告知书")
        today, several = self._today(), len(drafts) > 1
        with self._context.writing(f"个人信息告知书：登记 {len(drafts)} 份") as work:
            found = residents.load_residents(work.connection, [d.resident_id for d in drafts])
            for draft in drafts:
                residents.get_record(work.session, draft.resident_id)
                person, clean = found[draft.resident_id], clean_consent(draft)
                problems = check_consent(clean, person.facts.birth, today)
                if problems and several:
                    raise UserError(f"「{person.facts.name}」：{problems[0].message}")
                if problems:
                    raise InvalidInput(problems)
                consents.add_consent(work.session, clean, self._context.actor.name)
        return work.changes

    def withdraw(self, consent_id: int, day: date, reason: str | None, *, version: int) -> Changes:
        """Record that consent was withdrawn (撤回同意).

        Raises:
            InvalidInput: the day is wrong.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.PRIVACY, "登记撤回同意")
        with self._context.writing("撤回同意 1 人") as work:
            record = consents.get_record(work.session, consent_id, version)
            consent = consents.get_consent(work.connection, consent_id)
            problems = check_withdrawal(consent.facts.day, day, self._today())
            if problems:
                raise InvalidInput(problems)
            consents.withdraw(work.session, record, day, clean_lines(reason))
        return work.changes

    def remove(self, consent_id: int) -> Changes:
        """Remove a notice that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.PRIVACY, "删除告知书登记")
        with self._context.writing("个人信息告知书：删除记错的 1 份") as work:
            work.session.delete(consents.get_record(work.session, consent_id))
        return work.changes

    def _today(self) -> date:
        return self._context.clock().date()
