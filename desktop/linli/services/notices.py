"""Notices (通知): the register, drafts, who issues them, to whom they go."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.notice_filling import title_of
from linli.domain.notice_paper import Layout
from linli.domain.notice_rules import check_issuers, checked_reason, clean_draft, clean_issuers
from linli.domain.notice_sheets import signing_sheet
from linli.domain.notices import (
    Issuer,
    NoticeDraft,
    NoticeFilter,
    NoticeNumber,
    NoticeRecipient,
    NoticeRow,
    NoticeState,
    NoticeTrouble,
    SavedNotice,
)
from linli.domain.registers import Register
from linli.errors import InvalidInput, UserError
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.masking import for_office
from linli.services.notice_kinds import NoticeKindService
from linli.services.notice_printing import all_troubles
from linli.storage import notice_facts, notice_recipients, notices

_EVERYTHING = NoticeFilter()


class NoticeService:
    """What a clerk does with notices. Each change is one transaction and one undo step."""

    def __init__(self, context: Context, kinds: NoticeKindService) -> None:
        self._context = context
        self._kinds = kinds

    # ---- looking ----

    def list_all(
        self, wanted: NoticeFilter = _EVERYTHING, limit: int | None = None
    ) -> list[NoticeRow]:
        """Return notices, the last day first."""
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notices.list_notices(connection, wanted, limit)

    def count(self, wanted: NoticeFilter = _EVERYTHING) -> int:
        """Return how many notices a list has."""
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notices.count_notices(connection, wanted)

    def years(self) -> list[int]:
        """Return the years that have notices, the last first."""
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notices.list_years(connection)

    def get(self, notice_id: int) -> SavedNotice:
        """Return a notice whole.

        Raises:
            NotFoundError: if there is no such notice.
        """
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notices.get_notice(connection, notice_id)

    def issuers(self) -> tuple[Issuer, ...]:
        """Return who issues notices, with the prefixes of their numbers."""
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notice_facts.get_issuers(connection)

    def save_issuers(self, issuers: Sequence[Issuer]) -> Changes:
        """Keep who issues notices.

        Raises:
            InvalidInput: a name is missing or twice there, a prefix cannot be used.
        """
        self._context.require(Right.SETTINGS, "修改发文单位")
        clean = clean_issuers(issuers)
        problems = check_issuers(clean)
        if problems:
            raise InvalidInput(problems)
        with self._context.writing("修改设置：发文单位") as work:
            notice_facts.save_issuers(work.connection, clean)
        return work.changes

    def begin(self, kind: str) -> NoticeDraft:
        """Return a new notice of a kind, filled from the records as far as they go.

        Raises:
            NotFoundError: there is no such kind.
        """
        self._context.require(Right.READ, "查看通知")
        template = self._kinds.get(kind)
        draft = NoticeDraft(template=template, issuer=self.issuers()[0].name)
        return replace(draft, values=self.defaults(draft))

    def defaults(self, draft: NoticeDraft) -> Mapping[str, str]:
        """Return what the fields begin with, for the draft's grid, station and issuer."""
        self._context.require(Right.READ, "查看通知")
        facts = self.facts(draft)
        found = {f.name: facts.get(f.default, "") or f.begin for f in draft.template.fields}
        return {name: text for name, text in found.items() if text}

    def facts(self, draft: NoticeDraft) -> dict[str, str]:
        """Return what the records say for a draft, by the names that stand in braces."""
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notice_facts.load_facts(
                connection,
                grid_id=draft.grid_id,
                station_id=draft.station_id,
                issuer=draft.issuer,
                today=self._today(),
            )

    def names(self, draft: NoticeDraft, facts: Mapping[str, str]) -> tuple[str, ...]:
        """Return who of the records is named in a notice's title, so that no line parts a name."""
        self._context.require(Right.READ, "查看通知")
        with self._context.db.reading() as connection:
            return notice_facts.find_names(connection, title_of(draft, facts))

    def recipients(
        self, resident_ids: Sequence[int], *, per_household: bool
    ) -> list[NoticeRecipient]:
        """Return the households or people of a selection, in the order of the walk."""
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            return notice_recipients.find_recipients(
                connection, resident_ids, self._today(), per_household=per_household
            )

    def next_number(self, draft: NoticeDraft) -> NoticeNumber | None:
        """Return the number that a draft would get now, None of a kind without."""
        self._context.require(Right.READ, "查看通知")
        if not draft.template.numbered:
            return None
        with self._context.db.reading() as connection:
            return notices.next_number(connection, self._prefix(draft), self._today().year)

    def troubles(self, draft: NoticeDraft) -> tuple[NoticeTrouble, ...]:
        """Return all that must be put right before a notice is printed, each beside its field."""
        self._context.require(Right.READ, "查看通知")
        clean = clean_draft(draft)
        found = all_troubles(clean, self.facts(clean), library_of(self._context))
        needs_prefix = clean.template.numbered and clean.template.layout is not Layout.POSTED
        if needs_prefix and clean.issuer and not self._prefix(clean):
            message = (
                f"「{clean.issuer}」没有机关代字，红头文件和信函的文号要用，请在发文单位里填写。"
            )
            return (*found, NoticeTrouble(field="issuer", message=message))
        return found

    # ---- lists ----

    def receipt(self, notice_id: int) -> Register:
        """Return the list on which the recipients of a notice sign for it.

        Raises:
            NotFoundError: there is no such notice.
            UserError: it went to nobody in particular.
        """
        self._context.require(Right.READ, "查看通知")
        saved = self.get(notice_id)
        if not saved.draft.recipients:
            raise UserError("这件通知没有选收件的各户或各人，没有签收表可打印。")
        number = saved.row.number.text if saved.row.number else ""
        sheet = signing_sheet(
            saved.draft.recipients,
            title=f"{saved.row.kind_title}签收表",
            subtitle="　".join(filter(None, (saved.row.title, number))),
        )
        return for_office(self._context, sheet)

    # ---- changing ----

    def save_draft(
        self, draft: NoticeDraft, notice_id: int | None = None, *, version: int | None = None
    ) -> tuple[int, Changes]:
        """Keep a draft, complete or not, and return its id.

        Raises:
            UserError: it was issued already, or its text breaks a rule.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "起草通知")
        clean = clean_draft(draft)
        title = title_of(clean, self.facts(clean))
        kind = clean.template.title
        action = f"起草{kind}" if notice_id is None else f"修改{kind}的草稿"
        with self._context.writing(action) as work:
            if notice_id is None:
                record = notices.add_notice(
                    work.session,
                    clean,
                    title=title,
                    day=self._today(),
                    account=self._context.actor.name,
                )
                return record.id, work.changes
            record = notices.get_record(work.session, notice_id, version)
            if record.state != NoticeState.DRAFT.value:
                raise UserError(f"通知「{record.title}」已经发文，不能再存成草稿；要改请用修订。")
            notices.update_notice(work.session, record, clean, title)
        return notice_id, work.changes

    def remove_draft(self, notice_id: int) -> Changes:
        """Remove a draft.

        Raises:
            UserError: it was issued, and can only be withdrawn.
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除通知草稿")
        kind = self.get(notice_id).row.kind_title
        with self._context.writing(f"删除{kind}的草稿") as work:
            record = notices.get_record(work.session, notice_id)
            if record.state != NoticeState.DRAFT.value:
                raise UserError(f"通知「{record.title}」已经发文，不能删除，可以撤回。")
            work.session.delete(record)
        return work.changes

    def withdraw(self, notice_id: int, *, reason: str | None, version: int) -> Changes:
        """Withdraw a notice (撤回); its number stays taken and its paper in the archive.

        Raises:
            UserError: there is no reason, or it is not issued.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "撤回通知")
        said = checked_reason(reason, "撤回")
        row = self.get(notice_id).row
        label = f"撤回通知 {row.number.text if row.number else row.kind_title}"
        with self._context.writing(label) as work:
            record = notices.get_record(work.session, notice_id, version)
            if record.state != NoticeState.ISSUED.value:
                raise UserError(f"通知「{record.title}」还没有发文或已经撤回，不用撤回。")
            notices.withdraw(work.session, record, reason=said, day=self._today())
        return work.changes

    # ---- inside ----

    def _prefix(self, draft: NoticeDraft) -> str:
        known = {issuer.name: issuer.prefix for issuer in self.issuers()}
        return known.get(draft.issuer, "")

    def _today(self) -> date:
        return self._context.clock().date()
