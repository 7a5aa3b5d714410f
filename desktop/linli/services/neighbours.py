"""Neighbours who look after each other (邻里守望): who, with a key or not, whom to call."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.neighbour_lists import neighbour_register
from linli.domain.neighbour_rules import check_neighbour, clean_neighbour
from linli.domain.neighbours import Neighbour, NeighbourDraft, NeighbourFilter
from linli.domain.registers import Register
from linli.errors import FieldProblem, InvalidInput
from linli.services.context import Context
from linli.services.masking import for_office
from linli.storage import neighbours, residents

if TYPE_CHECKING:
    from linli.storage.database import Writing

_EVERY = NeighbourFilter()


class NeighbourService:
    """What a clerk does with such pairs. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: NeighbourFilter = _EVERY) -> list[Neighbour]:
        """Return pairs as one walks. Phones are plain: show them masked until `reveal`."""
        self._context.require(Right.READ, "查看邻里守望")
        with self._context.db.reading() as connection:
            return neighbours.list_neighbours(connection, wanted, self._today())

    def get(self, pair_id: int) -> Neighbour:
        """Return a pair.

        Raises:
            NotFoundError: if there is no such pair.
        """
        self._context.require(Right.READ, "查看邻里守望")
        with self._context.db.reading() as connection:
            return neighbours.get_neighbour(connection, pair_id, self._today())

    def register(
        self,
        wanted: NeighbourFilter,
        title: str,
        *,
        revealed: bool,
        page_per_building: bool = False,
    ) -> Register:
        """Return the list to print, building by building; phones masked unless `revealed`."""
        self._context.require(Right.READ, "查看邻里守望")
        made = neighbour_register(
            self.list_all(wanted), title=title, page_per_building=page_per_building
        )
        return for_office(self._context, made, revealed=revealed)

    def reveal(self, pair_id: int, reason: str) -> None:
        """Record in the audit trail that the neighbour's number is shown in full, and why.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REVEAL, "查看完整号码")
        item = self.get(pair_id)
        self._context.revealed(f"resident/{item.facts.resident_id}", reason, "守望邻居的电话")

    def add(self, draft: NeighbourDraft) -> tuple[int, Changes]:
        """Record that a neighbour looks after somebody; who is called first is only one.

        Raises:
            InvalidInput: a rule is broken, or they are a pair already.
            NotFoundError: one of the two is gone.
        """
        self._context.require(Right.EDIT, "修改邻里守望")
        clean = clean_neighbour(draft)
        with self._context.writing(f"登记守望邻居 {clean.name}") as work:
            self._check(work, clean, None)
            pair_id = neighbours.add_neighbour(work.session, clean)
        return pair_id, work.changes

    def update(self, pair_id: int, draft: NeighbourDraft, *, version: int) -> Changes:
        """Save a changed pair.

        Raises:
            InvalidInput: a rule is broken, or they are a pair already.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it or one of the two is gone.
        """
        self._context.require(Right.EDIT, "修改邻里守望")
        clean = clean_neighbour(draft)
        with self._context.writing(f"修改守望邻居 {clean.name}") as work:
            record = neighbours.get_record(work.session, pair_id, version)
            self._check(work, clean, pair_id)
            neighbours.update_neighbour(work.session, record, clean)
        return work.changes

    def end(self, pair_id: int) -> Changes:
        """Record that a neighbour looks after somebody no longer, from today on.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改邻里守望")
        item = self.get(pair_id)
        ended = replace(item.facts, until=self._today(), call_first=False)
        with self._context.writing(f"结束守望 {item.facts.name}") as work:
            record = neighbours.get_record(work.session, pair_id, item.version)
            neighbours.update_neighbour(work.session, record, ended)
        return work.changes

    def remove(self, pair_id: int) -> Changes:
        """Remove a pair that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除邻里守望")
        name = self.get(pair_id).facts.name
        with self._context.writing(f"删除守望邻居 {name}") as work:
            work.session.delete(neighbours.get_record(work.session, pair_id))
        return work.changes

    def _check(self, work: "Writing", draft: NeighbourDraft, own_id: int | None) -> None:
        residents.get_record(work.session, draft.resident_id)
        if draft.neighbour_id is not None:
            residents.get_record(work.session, draft.neighbour_id)
        problems = check_neighbour(draft, self._today())
        theirs = NeighbourFilter(resident_id=draft.resident_id, running=True)
        for item in neighbours.list_neighbours(work.connection, theirs, self._today()):
            facts = item.facts
            same = (facts.resident_id, facts.neighbour_id) == (
                draft.resident_id,
                draft.neighbour_id,
            )
            if item.id != own_id and same and facts.name == draft.name:
                message = (
                    f"「{facts.name}」已经是「{item.person.name}」的守望邻居，请修改原来那条。"
                )
                problems.append(FieldProblem(field="who", message=message))
        if problems:
            raise InvalidInput(problems)

    def _today(self) -> date:
        return self._context.clock().date()
