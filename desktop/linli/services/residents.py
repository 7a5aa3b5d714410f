"""Residents (居民): lists, finding, and everything that happens to a person's record."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.codes import suggestions
from linli.domain.disclosure import masked_resident
from linli.domain.relations import HEAD_CODE
from linli.domain.resident_rules import check_resident, completed
from linli.domain.residents import (
    HomeDraft,
    LedgerCounts,
    Resident,
    ResidentDraft,
    ResidentFilter,
    ResidentRow,
    ResidentSort,
    ResidentStatus,
)
from linli.domain.sensitive import is_sensitive, sensitive_suggestions, with_unseen
from linli.domain.values.masking import Masks, mask_name
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.services.dwellings import clean_address
from linli.services.households import add_household, head_problem
from linli.storage import (
    dwellings,
    figures,
    households,
    names,
    resident_lists,
    residents,
    search,
    settings,
)
from linli.storage.times import stored

if TYPE_CHECKING:
    from array import array

    from linli.storage.database import Writing
    from linli.storage.schema import ResidentRecord

FIND_LIMIT = 50
SUGGESTION_LIMIT = 20
_NAMES = ("name", "former_name", "native_name")
_LISTED = ("skills", "care_tags")


class ResidentService:
    """What a clerk does with residents. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- looking ----

    def list_ids(
        self,
        wanted: ResidentFilter,
        sort: ResidentSort = ResidentSort.ADDRESS,
        *,
        descending: bool = False,
        limit: int | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> "array[int]":
        """Return the ids of a list in its order; those without the value sorted by come last.

        Args:
            wanted: which people.
            sort: the order.
            descending: turn it round.
            limit: how many are wanted: the first of the same list; all if None.
            stop: asked now and then; True breaks the reading off.

        Raises:
            Cancelled: `stop` said so.
        """
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading(stop) as connection:
            return resident_lists.list_ids(
                connection,
                wanted,
                sort,
                today=self._today(),
                descending=descending,
                limit=limit,
            )

    def rows(self, ids: Sequence[int]) -> list[ResidentRow]:
        """Return the lines of some people in the order given, numbers masked."""
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            return resident_lists.list_rows(connection, ids, self._today())

    def get(self, resident_id: int) -> Resident:
        """Return a person whole. Numbers are plain: show them masked until `reveal`.

        Who has no right to full numbers gets them masked.

        Raises:
            NotFoundError: if there is no such person.
        """
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            found = residents.get_resident(connection, resident_id)
            if self._context.may(Right.REVEAL):
                return found
            return masked_resident(found, settings.get_masks(connection))

    def find(self, text: str, limit: int = FIND_LIMIT) -> list[ResidentRow]:
        """Return the lines of who fits a typed text, best first."""
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            ids = search.find_ids(connection, text, limit)
            return resident_lists.list_rows(connection, ids, self._today())

    def find_ids(self, text: str, limit: int | None = None) -> list[int]:
        """Return who fits a typed text, best first; who moved away or died comes last."""
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            return search.find_ids(connection, text, limit)

    def suggestions(self, field: str, prefix: str = "") -> list[str]:
        """Return what to offer while a field is typed: what is recorded already, then the list.

        Of an employer the organisations of the district come first.

        Args:
            field: skills, care_tags, occupation, employer, registered_address, origin, estate,
                origin_village, or of party members branch, home_organisation, post.
            prefix: what is typed so far.
        """
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            used = resident_lists.list_used(connection, field, prefix.strip(), SUGGESTION_LIMIT)
            known = []
            if field == "employer":
                from linli.storage import organisations  # which printing a card need not wait for

                known = organisations.list_names(connection, prefix.strip(), SUGGESTION_LIMIT)
        listed = suggestions(field) if field in _LISTED else ()
        if field == "care_tags" and self._context.may(Right.SENSITIVE):
            listed += sensitive_suggestions()
        fitting = [text for text in listed if prefix.strip() in text]
        return list(dict.fromkeys([*known, *used, *fitting]))[:SUGGESTION_LIMIT]

    def counts(self) -> LedgerCounts:
        """Return the ledger's figures."""
        self._context.require(Right.READ, "查看居民")
        with self._context.db.reading() as connection:
            return figures.count(connection)

    def reveal(self, resident_id: int, reason: str = "办理业务") -> None:
        """Record in the audit trail that a person's numbers are shown in full, and why.

        Raises:
            NotFoundError: if there is no such person.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        self.get(resident_id)
        self._context.revealed(f"resident/{resident_id}", reason)

    # ---- adding and changing ----

    def add(self, draft: ResidentDraft, home: HomeDraft | None = None) -> tuple[int, Changes]:
        """Register a person who lives here, with `home` also the dwelling or a new household.

        Raises:
            InvalidInput: a rule is broken, or a document is already somebody's.
        """
        self._context.require(Right.EDIT, "登记居民")
        clean = self._completed(draft)
        with self._context.writing(f"登记居民 {clean.name}") as work:
            clean = _housed(work, clean, home)
            self._check(work, clean, None)
            if not self._context.may(Right.SENSITIVE):
                _check_tags(clean)
            record = residents.add_resident(work.session, clean, self._context.clock())
        return record.id, work.changes

    def update(
        self,
        resident_id: int,
        draft: ResidentDraft,
        home: HomeDraft | None = None,
        *,
        version: int,
    ) -> Changes:
        """Save a person's changed facts, with `home` also the dwelling or a new household.

        When the head goes to another household, the next member by the register's order leads the
        old one; a household that nobody is left in is dissolved unless it has a card.

        Raises:
            InvalidInput: a rule is broken, or a document is already somebody's.
            ConflictError: the person was changed since `version` was read.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.EDIT, "修改居民资料")
        clean = self._completed(draft)
        with self._context.writing(f"修改居民 {clean.name}") as work:
            _in_ledger(work, [resident_id])
            record = residents.get_record(work.session, resident_id, version)
            clean = _housed(work, clean, home)
            self._check(work, clean, record)
            if not self._context.may(Right.SENSITIVE):
                _check_tags(clean)
                clean = _with_unseen_tags(work, clean, resident_id)
            left = record.household_id if record.household_id != clean.household_id else None
            if left is not None:
                households.hand_over(work.session, left, {resident_id}, self._today())
            residents.update_resident(work.session, record, clean, self._context.clock())
            if left is not None:
                households.dissolve_if_empty(work.session, left)
        return work.changes

    def _completed(self, draft: ResidentDraft) -> ResidentDraft:
        """Return a draft in normal form, known private-use codes in its names replaced."""
        with self._context.db.reading() as connection:
            table = str.maketrans(names.remembered(connection))
        texts = {field: getattr(draft, field) for field in _NAMES}
        return completed(
            replace(
                draft, **{field: text.translate(table) for field, text in texts.items() if text}
            )
        )

    def _check(
        self, work: "Writing", draft: ResidentDraft, record: "ResidentRecord | None"
    ) -> None:
        problems = check_resident(draft, self._today())
        for document in draft.documents:
            owner = residents.find_owner(work.connection, document)
            if owner is not None and (record is None or owner.id != record.id):
                masks = settings.get_masks(work.connection)
                problems.append(_taken(document.number, owner, masks))
        if draft.household_id is not None:
            problems += _head_problems(work, draft, record)
        if problems:
            raise InvalidInput(problems)

    # ---- standing ----

    def move_out(self, ids: Sequence[int], day: date, note: str | None = None) -> Changes:
        """Record that people moved away; they keep their facts and their household's history.

        Raises:
            InvalidInput: the day has not come, or somebody has died.
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.EDIT, "修改居民资料")
        self._check_day(day, "迁出日期")

        def change(record: "ResidentRecord") -> None:
            _refuse_dead(record)
            residents.set_status(record, ResidentStatus.MOVED_OUT, day, note)

        return self._leave("迁出居民", ids, change)

    def mark_deceased(self, resident_id: int, day: date) -> Changes:
        """Record a death.

        Raises:
            InvalidInput: the day has not come.
            NotFoundError: the person is gone.
        """
        self._context.require(Right.EDIT, "修改居民资料")
        self._check_day(day, "去世日期")

        def change(record: "ResidentRecord") -> None:
            residents.set_status(record, ResidentStatus.DECEASED, day, None)

        return self._leave("登记去世", [resident_id], change)

    def return_here(self, ids: Sequence[int]) -> Changes:
        """Record that people live here again; also takes back a death recorded by mistake.

        Raises:
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.EDIT, "修改居民资料")

        def change(record: "ResidentRecord") -> None:
            residents.set_status(record, ResidentStatus.PRESENT, None, None)

        return self._come_back("迁回居民", ids, change)

    def recycle(self, ids: Sequence[int]) -> Changes:
        """Put people into the recycle bin (回收站): out of lists, counts and finding, facts kept.

        Raises:
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.REMOVE, "移入回收站")
        moment = stored(self._context.clock())

        def change(record: "ResidentRecord") -> None:
            record.recycled_at = moment

        return self._leave("移入回收站", ids, change)

    def restore(self, ids: Sequence[int]) -> Changes:
        """Take people out of the recycle bin.

        Raises:
            NotFoundError: somebody is gone.
        """
        self._context.require(Right.REMOVE, "从回收站恢复")

        def change(record: "ResidentRecord") -> None:
            record.recycled_at = None

        return self._come_back("恢复居民", ids, change)

    def _leave(
        self, action: str, ids: Sequence[int], change: "Callable[[ResidentRecord], None]"
    ) -> Changes:
        """Change people who leave; a household whose head leaves gets the next one."""
        with self._context.writing(self._named(action, ids)) as work:
            records = _in_ledger(work, ids)
            for household in households.list_of_residents(work.connection, ids):
                households.hand_over(work.session, household, set(ids), self._today())
            self._change_each(records, change)
        return work.changes

    def _come_back(
        self, action: str, ids: Sequence[int], change: "Callable[[ResidentRecord], None]"
    ) -> Changes:
        """Change people who come back; a head who was replaced meanwhile has no relation yet."""
        with self._context.writing(self._named(action, ids)) as work:
            records = _in_ledger(work, ids)
            for record in records:
                if record.relation_code != HEAD_CODE or record.household_id is None:
                    continue
                head = households.find_head(work.connection, record.household_id)
                if head is not None and head.resident_id != record.id:
                    record.relation_code = None
            self._change_each(records, change)
        return work.changes

    def _change_each(
        self, records: "Sequence[ResidentRecord]", change: "Callable[[ResidentRecord], None]"
    ) -> None:
        for record in records:
            change(record)
            residents.touch(record, self._context.clock())

    def _named(self, action: str, ids: Sequence[int]) -> str:
        """Return an action with the person's name, or how many they are."""
        if len(ids) != 1:
            return f"{action} {len(ids)} 人"
        return f"{action} {self.get(ids[0]).facts.name}"

    def _check_day(self, day: date, label: str) -> None:
        if day > self._today():
            message = f"{label}「{day.year}年{day.month}月{day.day}日」还没有到，请核对。"
            raise InvalidInput([FieldProblem(field="day", message=message)])

    def _today(self) -> date:
        return self._context.clock().date()


def _housed(work: "Writing", draft: ResidentDraft, home: HomeDraft | None) -> ResidentDraft:
    """Return the draft with the dwelling and household that `home` names, added where new."""
    if home is None:
        return draft
    if home.new_household is not None:
        household_id = add_household(work, home.new_household, home.address)
        return replace(draft, household_id=household_id, dwelling_id=None)
    if home.address is None:
        return replace(draft, dwelling_id=None)
    dwelling_id = dwellings.find_or_add(work.session, clean_address(home.address))
    if draft.household_id is not None:
        household = households.get_household(work.connection, draft.household_id)
        if household.facts.dwelling_id == dwelling_id:
            return replace(draft, dwelling_id=None)
    return replace(draft, dwelling_id=dwelling_id)


def _check_tags(draft: ResidentDraft) -> None:
    """Refuse a tag that whoever enters it could not see again."""
    for tag in filter(is_sensitive, draft.care_tags):
        message = f"标签「{tag}」只能由有重点人员权限的同事填写，请把它去掉，再请他们登记。"
        raise InvalidInput([FieldProblem(field="care_tags", message=message)])


def _with_unseen_tags(work: "Writing", draft: ResidentDraft, resident_id: int) -> ResidentDraft:
    """Return the draft with the sensitive tags that its form did not show."""
    before = residents.get_resident(work.connection, resident_id).facts.care_tags
    return replace(draft, care_tags=with_unseen(before, draft.care_tags))


def _in_ledger(work: "Writing", ids: Sequence[int]) -> "list[ResidentRecord]":
    """Return people's records for a change; a record that was merged is changed no more."""
    records = residents.get_records(work.session, ids)
    for record in records:
        if record.merged_into is not None:
            kept = residents.get_record(work.session, record.merged_into)
            raise UserError(
                f"「{record.name}」已并入「{kept.name}」，不能再改；"
                "要分开，请在「合并记录」里撤回那次合并。"
            )
    return records


def _taken(number: str, owner: residents.Owner, masks: Masks) -> FieldProblem:
    shown, name = masks.show_document(number), mask_name(owner.name)
    if owner.merged_into is not None:
        message = (
            f"证件号码「{shown}」在「{name}」的旧登记里，那条登记已并入"
            f"「{mask_name(owner.merged_into)}」；要用这个号码，请先撤回那次合并。"
        )
    elif owner.recycled:
        message = f"证件号码「{shown}」属于回收站里的「{name}」，请从回收站恢复，不要重复登记。"
    else:
        message = f"证件号码「{shown}」已登记给「{name}」，请查找后修改，不要重复登记。"
    return FieldProblem(field="documents", message=message)


def _head_problems(
    work: "Writing", draft: ResidentDraft, record: "ResidentRecord | None"
) -> list[FieldProblem]:
    """A household has one head, who changes only by name (更换户主)."""
    assert draft.household_id is not None  # noqa: S101 - the caller asked
    households.get_record(work.session, draft.household_id)
    head = households.find_head(work.connection, draft.household_id)
    if head is None:
        return []
    is_head_now = record is not None and head.resident_id == record.id
    if draft.relation_code == HEAD_CODE and not is_head_now:
        message = f"这一户的户主是「{head.name}」，一户只有一位户主；要更换请用「更换户主」。"
        return [FieldProblem(field="relation_code", message=message)]
    if is_head_now and draft.relation_code != HEAD_CODE:
        problem = head_problem(work, draft.household_id, head.resident_id)
        return [] if problem is None else [problem]
    return []


def _refuse_dead(record: "ResidentRecord") -> None:
    if record.status == ResidentStatus.DECEASED.value:
        raise InvalidInput(
            [FieldProblem(field="day", message=f"「{record.name}」已登记去世，不能再登记迁出。")]
        )
