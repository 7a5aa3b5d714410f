"""Households (户): members, head, splitting (分户), joining (并户), moving (移居).

Card numbers stay with their household; pairings and visits go along when households join. A
household that nobody belongs to any more, be it in the past, is dissolved unless it has a card, a
pairing or a visit.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.household_rules import relations_after
from linli.domain.relations import HEAD_CODE
from linli.domain.residents import Household, HouseholdDraft, ResidentStatus
from linli.domain.values.addresses import Address
from linli.domain.values.text import tidy
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.services.dwellings import clean_address
from linli.storage import dwellings, households, pairings, residents, search

if TYPE_CHECKING:
    from linli.storage.database import Writing
    from linli.storage.schema import ResidentRecord

FIND_LIMIT = 20
_LARGEST = 12  # people of one household that can crowd out the others


class HouseholdService:
    """What a clerk does with households. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def get(self, household_id: int) -> Household:
        """Return a household with its members in the register's order.

        Raises:
            NotFoundError: if there is no such household.
        """
        self._context.require(Right.READ, "查看户")
        with self._context.db.reading() as connection:
            return households.get_household(connection, household_id)

    def find_number(self, start: str, limit: int) -> list[Household]:
        """Return the households whose number begins with `start`, in order of numbers."""
        self._context.require(Right.READ, "查看户")
        with self._context.db.reading() as connection:
            found = households.list_by_number(connection, start, limit)
            return [households.get_household(connection, each) for each in found]

    def find(self, text: str, limit: int = FIND_LIMIT) -> list[Household]:
        """Return the households of whoever fits a typed text, best first."""
        self._context.require(Right.READ, "查看户")
        with self._context.db.reading() as connection:
            people = search.find_ids(connection, text, limit * _LARGEST)
            found = households.list_of_residents(connection, people)
            return [households.get_household(connection, each) for each in found[:limit]]

    def add(
        self,
        draft: HouseholdDraft,
        member_ids: Sequence[int] = (),
        head_id: int | None = None,
    ) -> tuple[int, Changes]:
        """Add a household; members come from other households or from none.

        Relations are carried over where they follow from those of one old household; the head is
        `head_id`.

        Raises:
            InvalidInput: the number is another household's, or the head is no member.
            NotFoundError: a member is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        clean = _clean(draft)
        with self._context.writing("新建一户") as work:
            household_id = self._make(work, clean, member_ids, head_id)
        return household_id, work.changes

    def update(
        self,
        household_id: int,
        draft: HouseholdDraft,
        *,
        version: int,
        address: Address | None = None,
    ) -> Changes:
        """Save a household's number, kind, dwelling or note.

        Args:
            household_id: which household.
            draft: what it shall be.
            version: as it was read.
            address: where it lives from now on (移居), instead of the draft's dwelling.

        Raises:
            InvalidInput: the number is another household's.
            ConflictError: the household was changed since `version` was read.
            NotFoundError: the household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        clean = _clean(draft)
        with self._context.writing(f"修改户 {clean.number or ''}".strip()) as work:
            record = households.get_record(work.session, household_id, version)
            _check_number(work, clean, household_id)
            households.update_household(work.session, record, _housed(work, clean, address))
        return work.changes

    def move_to(self, household_id: int, dwelling_id: int | None) -> Changes:
        """Move a household to another dwelling (移居), with all who live there with it.

        Raises:
            NotFoundError: the household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        with self._context.writing("移居") as work:
            record = households.get_record(work.session, household_id)
            facts = households.get_household(work.connection, household_id).facts
            moved = replace(facts, dwelling_id=dwelling_id)
            households.update_household(work.session, record, moved)
        return work.changes

    def split(
        self,
        household_id: int,
        member_ids: Sequence[int],
        draft: HouseholdDraft,
        head_id: int,
        *,
        address: Address | None = None,
    ) -> tuple[int, Changes]:
        """Make a household of its own of some members (分户), at `address` or the draft's dwelling.

        Relations to the new head are worked out from the old ones. If the old head leaves, the
        next member by the register's order leads who stay.

        Raises:
            InvalidInput: nobody would stay, somebody is no member, the head is not among those who
                leave, or the number is another household's.
            NotFoundError: the household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        clean = _clean(draft)
        with self._context.writing(f"分户 {len(member_ids)} 人") as work:
            households.get_record(work.session, household_id)
            everybody = {
                m.resident_id for m in households.list_members(work.connection, household_id)
            }
            if not set(member_ids) <= everybody:
                raise _refused("members", "有人不是这一户的成员，请刷新后再分户。")
            if everybody <= set(member_ids):
                raise _refused("members", "分户后原户至少要留下一人；全户搬走请用「移居」。")
            new_id = self._make(work, _housed(work, clean, address), member_ids, head_id)
        return new_id, work.changes

    def join(self, source_id: int, target_id: int, relations: Mapping[int, str]) -> Changes:
        """Bring all members of one household into another (并户).

        Args:
            source_id: the household that ends, or stays empty if it has a card.
            target_id: the household they join.
            relations: of each member to the target's head; who is left out has none yet.

        Raises:
            InvalidInput: both are the same, or a second head would come.
            NotFoundError: a household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        if source_id == target_id:
            raise _refused("target", "不能把一户并入它自己，请选择另一户。")
        from linli.storage import visits  # late: printing a card needs none

        with self._context.writing("并户") as work:
            for household_id in (source_id, target_id):
                households.get_record(work.session, household_id)
            members = households.list_everybody(work.connection, source_id)
            codes = {m.resident_id: relations.get(m.resident_id) for m in members}
            self._enter(work, target_id, codes)
            pairings.move_pairings(work.session, source_id, target_id)
            visits.move_visits(work.session, source_id, target_id)
            households.dissolve_if_empty(work.session, source_id)
        return work.changes

    def set_head(self, household_id: int, resident_id: int) -> Changes:
        """Make a member the head (更换户主); the others' relations follow where they are sure.

        Raises:
            InvalidInput: the person is no member who lives here.
            NotFoundError: the household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        with self._context.writing("更换户主") as work:
            households.get_record(work.session, household_id)
            _check_head(work, household_id, resident_id)
            households.change_head(work.session, household_id, resident_id)
        return work.changes

    def move_member(
        self, resident_id: int, household_id: int | None, relation_code: str | None
    ) -> Changes:
        """Move a person into another household or out of any, or correct the relation.

        If the head leaves, the next member by the register's order leads who stay.

        Raises:
            InvalidInput: a second head would come, or the head would be something else.
            NotFoundError: the person or the household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        with self._context.writing("调整户成员") as work:
            record = residents.get_record(work.session, resident_id)
            if household_id is not None:
                households.get_record(work.session, household_id)
            left = record.household_id
            if left == household_id:
                _check_stays_head(work, record, relation_code)
            elif left is not None:
                households.hand_over(work.session, left, {resident_id}, self._today())
            if household_id is None and record.dwelling_id is None:
                record.dwelling_id = record.home_id  # goes on living where they lived
            self._enter(work, household_id, {resident_id: relation_code})
            if left is not None and left != household_id:
                households.dissolve_if_empty(work.session, left)
        return work.changes

    def remove_if_empty(self, household_id: int) -> Changes:
        """Remove a household without people, card and pairing; else leave it.

        Raises:
            NotFoundError: the household is gone.
        """
        self._context.require(Right.EDIT, "修改户")
        with self._context.writing("删除空户") as work:
            households.get_record(work.session, household_id)
            households.dissolve_if_empty(work.session, household_id)
        return work.changes

    def _make(
        self, work: "Writing", draft: HouseholdDraft, member_ids: Sequence[int], head_id: int | None
    ) -> int:
        """Add a household and move members into it."""
        if head_id is not None and head_id not in member_ids:
            raise _refused("head", "户主必须是这一户的成员，请重新选择户主。")
        _check_number(work, draft, None)
        relations = self._carried(work, member_ids, head_id)
        new_id = households.add_household(work.session, draft).id
        left = households.list_of_residents(work.connection, member_ids)
        for household_id in left:
            households.hand_over(work.session, household_id, set(member_ids), self._today())
        self._enter(work, new_id, relations)
        for household_id in left:
            households.dissolve_if_empty(work.session, household_id)
        return new_id

    def _carried(
        self, work: "Writing", member_ids: Sequence[int], head_id: int | None
    ) -> dict[int, str | None]:
        """Return the members' relations to the new head, as far as those of one household tell."""
        relations: dict[int, str | None] = dict.fromkeys(member_ids)
        if head_id is None:
            return relations
        homes = households.list_of_residents(work.connection, [head_id])
        if homes:
            everybody = households.list_everybody(work.connection, homes[0])
            known = relations_after(everybody, head_id)
            relations |= {i: known[i] for i in relations if i in known}
        return relations | {head_id: HEAD_CODE}

    def _enter(
        self, work: "Writing", household_id: int | None, relations: Mapping[int, str | None]
    ) -> None:
        """Put people into a household with their relations; there is one head at most."""
        heads = [i for i, code in relations.items() if code == HEAD_CODE]
        head = None if household_id is None else households.find_head(work.connection, household_id)
        if head is not None and head.resident_id not in relations:
            heads.append(head.resident_id)
        if len(heads) > 1:
            shown = f"「{head.name}」" if head is not None else "别人"
            raise _refused("relation_code", f"这一户的户主是{shown}，一户只能有一位户主。")
        for record in residents.get_records(work.session, list(relations)):
            record.household_id = household_id
            record.relation_code = relations[record.id] if household_id is not None else None
            residents.touch(record, self._context.clock())
        work.session.flush()

    def _today(self) -> date:
        return self._context.clock().date()


def add_household(work: "Writing", draft: HouseholdDraft, address: Address | None) -> int:
    """Add a household at `address`, or the draft's dwelling, inside a transaction; return the id.

    Raises:
        InvalidInput: the number is another household's, or the address is empty.
    """
    clean = _clean(draft)
    _check_number(work, clean, None)
    return households.add_household(work.session, _housed(work, clean, address)).id


def _housed(work: "Writing", draft: HouseholdDraft, address: Address | None) -> HouseholdDraft:
    if address is None:
        return draft
    dwelling_id = dwellings.find_or_add(work.session, clean_address(address))
    return replace(draft, dwelling_id=dwelling_id)


def _clean(draft: HouseholdDraft) -> HouseholdDraft:
    return replace(
        draft,
        number=tidy(draft.number or "") or None,
        note=(draft.note or "").strip() or None,
    )


def _check_number(work: "Writing", draft: HouseholdDraft, household_id: int | None) -> None:
    if draft.number is None:
        return
    if households.find_by_number(work.connection, draft.number) not in (None, household_id):
        raise _refused("number", f"户编号「{draft.number}」已经用过，请换一个。")


def _check_head(work: "Writing", household_id: int, resident_id: int) -> None:
    members = households.list_members(work.connection, household_id)
    if not any(
        m.resident_id == resident_id and m.status is ResidentStatus.PRESENT for m in members
    ):
        raise _refused("head", "户主必须是这一户在住的成员，请重新选择。")


def _check_stays_head(work: "Writing", record: "ResidentRecord", relation_code: str | None) -> None:
    if record.household_id is None or relation_code == HEAD_CODE:
        return
    problem = head_problem(work, record.household_id, record.id)
    if problem is not None:
        raise InvalidInput([problem])


def head_problem(work: "Writing", household_id: int, resident_id: int) -> FieldProblem | None:
    """Return why a person cannot become something else than head: they lead others."""
    members = households.list_members(work.connection, household_id)
    head = next((m for m in members if m.is_head and m.resident_id == resident_id), None)
    if head is None or sum(m.status is ResidentStatus.PRESENT for m in members) == 1:
        return None
    message = f"「{head.name}」是户主，要改成别的关系，请先用「更换户主」。"
    return FieldProblem(field="relation_code", message=message)


def _refused(field: str, message: str) -> InvalidInput:
    return InvalidInput([FieldProblem(field=field, message=message)])
