"""Doubles (重复人员): whom to compare, merging two records, and taking that back."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.doubles import (
    Double,
    DoubleFacts,
    DoubleReason,
    KnownPerson,
    against,
    judge,
)
from linli.domain.merges import Comparison, MergeChoices, MergeReport, MergeRow, Unmerged
from linli.domain.resident_rules import check_resident, completed
from linli.domain.residents import ResidentDraft, ResidentRow
from linli.domain.values.addresses import Address
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import (
    doubles,
    merge_steps,
    merges,
    residents,
    told_apart,
    unmerges,
)

if TYPE_CHECKING:
    from linli.storage.database import Writing

LIMIT = 500
KNOWN_LIMIT = 5


@dataclass(frozen=True, kw_only=True)
class DoublePage:
    """Pairs to compare; `more` if the ledger holds further ones."""

    doubles: tuple[Double, ...]
    more: bool


class DoubleService:
    """What a clerk does about people who are in the ledger twice."""

    def __init__(self, context: Context) -> None:
        self._context = context

    # ---- looking ----

    def candidates(
        self,
        reason: DoubleReason | None = None,
        *,
        limit: int = LIMIT,
        page: int = 0,
        progress: Progress = SILENT,
    ) -> DoublePage:
        """Return pairs of records that may be one person, the surest first.

        Args:
            reason: only pairs with this reason; all if None.
            limit: how many on a page.
            page: which page, counted from 0.
            progress: told how far the search is; it can be stopped.

        Raises:
            Cancelled: the clerk stops it.
        """
        self._context.require(Right.READ, "查看重复人员")
        with self._context.db.reading() as connection:
            pairs = doubles.find_doubles(connection, reason, progress)
            found = list(islice(pairs, page * limit, (page + 1) * limit + 1))
            some = sorted(found[:limit], key=lambda pair: -pair[2].likelihood)
            lines = doubles.lines_of(
                connection, [i for one, other, _ in some for i in (one, other)], self._today()
            )
        return DoublePage(
            doubles=tuple(
                Double(first=lines[one], second=lines[other], verdict=verdict)
                for one, other, verdict in some
            ),
            more=len(found) > limit,
        )

    def remaining(self, found: Sequence[Double]) -> list[Double]:
        """Return those of some pairs that still have to be compared, as they are today."""
        self._context.require(Right.READ, "查看重复人员")
        ids = [i for double in found for i in (double.first.id, double.second.id)]
        with self._context.db.reading() as connection:
            apart = told_apart.all_pairs(connection)
            facts = doubles.load_facts(connection, ids)
            lines = doubles.lines_of(connection, ids, self._today())
        left = []
        for double in found:
            pair = (double.first.id, double.second.id)
            if pair in apart or not facts.keys() >= set(pair):
                continue
            verdict = judge(facts[pair[0]], facts[pair[1]])
            if verdict is not None:
                one, other = lines[pair[0]], lines[pair[1]]
                left.append(Double(first=one, second=other, verdict=verdict))
        return left

    def known(
        self,
        draft: ResidentDraft,
        address: Address | None = None,
        exclude_id: int | None = None,
        *,
        limit: int = KNOWN_LIMIT,
    ) -> list[KnownPerson]:
        """Return who may be whom the clerk is entering: to be asked about, never assumed.

        Args:
            draft: what is typed so far.
            address: where the person lives, if that is typed and not the household's.
            exclude_id: who is being changed; nobody this person was told apart from is returned.
            limit: how many are wanted.
        """
        self._context.require(Right.READ, "查看重复人员")
        clean = completed(draft)
        if not clean.name:
            return []
        with self._context.db.reading() as connection:
            facts = DoubleFacts(
                id=exclude_id,
                name=clean.name,
                former_name=clean.former_name,
                sex=clean.sex,
                birth=clean.birth,
                documents=clean.documents,
                phones=frozenset(phone.number for phone in clean.phones),
                home=doubles.home_of(connection, clean, address),
            )
            found = doubles.find_known(connection, facts, limit)
            lines = doubles.lines_of(
                connection, [resident_id for resident_id, _ in found], self._today()
            )
        return [
            KnownPerson(row=lines[resident_id], verdict=verdict)
            for resident_id, verdict in found
            if resident_id in lines
        ]

    def compare(self, kept_id: int, gone_id: int, *, reason: str | None = None) -> Comparison:
        """Put two people side by side.

        Args:
            kept_id: whose record is to stay.
            gone_id: whose record is to go into it.
            reason: why full numbers are needed, for the audit trail; masked if None.

        Raises:
            NotFoundError: one of them is gone.
            UserError: both are the same record, or one is in the recycle bin or merged.
        """
        self._context.require(Right.READ, "查看重复人员")
        with self._context.db.reading() as connection:
            for each in (kept_id, gone_id):
                told_apart.check_mergeable(connection, each)
            _refuse_same(kept_id, gone_id)
            comparison = merges.compare(
                connection, kept_id, gone_id, self._today(), plain=reason is not None
            )
            facts = doubles.load_facts(connection, [kept_id, gone_id])
        verdict = judge(facts[kept_id], facts[gone_id])
        if reason is not None:
            for resident_id in (kept_id, gone_id):
                self._context.revealed(f"resident/{resident_id}", reason)
        return replace(
            comparison,
            alike=verdict.words if verdict else (),
            doubts=tuple(against(facts[kept_id], facts[gone_id])),
        )

    # ---- telling apart ----

    def not_same(self, one: int, other: int) -> Changes:
        """Remember that two are not one person (不是同一人); they are not proposed again.

        Raises:
            NotFoundError: one of them is gone.
        """
        self._context.require(Right.EDIT, "标记不是同一人")
        with self._context.writing(f"标记不是同一人 {self._named(one, other)}") as work:
            residents.get_records(work.session, [one, other])
            told_apart.add(work.connection, one, other)
        return work.changes

    def forget_not_same(self, one: int, other: int) -> Changes:
        """Forget that two are not one person."""
        self._context.require(Right.EDIT, "标记不是同一人")
        with self._context.writing(f"取消“不是同一人” {self._named(one, other)}") as work:
            told_apart.remove(work.connection, one, other)
        return work.changes

    def list_not_same(self) -> list[tuple[ResidentRow, ResidentRow]]:
        """Return who was told apart, the people entered last first."""
        self._context.require(Right.READ, "查看重复人员")
        with self._context.db.reading() as connection:
            pairs = sorted(told_apart.all_pairs(connection), reverse=True)
            lines = doubles.lines_of(connection, [i for pair in pairs for i in pair], self._today())
        return [(lines[one], lines[other]) for one, other in pairs]

    # ---- merging ----

    def merge(
        self,
        kept_id: int,
        gone_id: int,
        choices: MergeChoices | None = None,
        *,
        kept_version: int | None = None,
        gone_version: int | None = None,
    ) -> tuple[int, Changes]:
        """Let one record go into the other; everything attached moves along.

        Args:
            kept_id: whose record stays.
            gone_id: whose record goes out of sight.
            choices: what the clerk chose; what was suggested if None.
            kept_version: as it was read; None if any will do.
            gone_version: as it was read; None if any will do.

        Returns:
            The merge's id and what changed.

        Raises:
            InvalidInput: the chosen values do not go together.
            NotFoundError: one of them is gone.
            ConflictError: one was changed since it was read.
            UserError: both are the same record, one is in the recycle bin or merged, or both have
                a bed.
        """
        self._context.require(Right.REMOVE, "合并人员")
        at = self._context.clock()
        with self._context.writing(f"合并重复人员 {self._named(gone_id, kept_id)}") as work:
            for each, version in ((kept_id, kept_version), (gone_id, gone_version)):
                residents.get_record(work.session, each, version)
                told_apart.check_mergeable(work.connection, each)
            _refuse_same(kept_id, gone_id)
            known = self._problems(work, kept_id, gone_id)
            if choices is None:
                compared = merges.compare(work.connection, kept_id, gone_id, at.date())
                choices = compared.suggestion()
            merge_id = merges.merge(
                work,
                kept_id,
                gone_id,
                choices,
                at=at,
                account=self._context.actor.name,
            )
            new = [p for p in self._problems(work, kept_id) if p not in known]
            if new:
                raise InvalidInput(new)
        return merge_id, work.changes

    def list_merges(self, resident_id: int | None = None) -> list[MergeRow]:
        """Return the merges (合并记录), the latest first; of one person if named."""
        self._context.require(Right.READ, "查看重复人员")
        with self._context.db.reading() as connection:
            return merge_steps.list_merges(connection, resident_id)

    def report(self, merge_id: int) -> MergeReport:
        """Return what a merge did, part by part, and what would become of each if taken back.

        Raises:
            NotFoundError: there is no such merge.
        """
        self._context.require(Right.READ, "查看重复人员")
        with self._context.db.reading() as connection:
            return unmerges.report(connection, merge_id)

    def unmerge(
        self, merge_id: int, steps: Iterable[int] | None = None
    ) -> tuple[Unmerged, Changes]:
        """Take a merge back, whole or in the chosen parts; the person comes out in any case.

        What was changed since stays as it is and is told in `Unmerged.kept_as_is`.

        Raises:
            NotFoundError: there is no such merge.
            UserError: another must be taken back first, or nothing is left to take back.
        """
        self._context.require(Right.REMOVE, "撤销合并")
        with self._context.db.reading() as connection:
            merge = merge_steps.get_merge(connection, merge_id)
            if steps is not None:  # what nobody could choose goes back with the person
                steps = {*steps, *unmerges.unseen_steps(connection, merge_id)}
        action = f"撤回合并 {merge.gone_name}、{merge.kept_name}"
        with self._context.writing(action) as work:
            done = unmerges.unmerge(work.connection, merge_id, steps, self._context.clock())
            if not done.taken_back:
                raise UserError("没有可以撤回的内容。" + "".join(done.kept_as_is))
        return done, work.changes

    # ---- inside ----

    def _today(self) -> date:
        return self._context.clock().date()

    def _named(self, one: int, other: int) -> str:
        """Return the names of two people for the journal."""
        with self._context.db.reading() as connection:
            found = [told_apart.standing_of(connection, each) for each in (one, other)]
        return "、".join(each.name for each in found if each is not None)

    def _problems(self, work: "Writing", *ids: int) -> list[FieldProblem]:
        people = residents.load_residents(work.connection, ids)
        return [p for each in people.values() for p in check_resident(each.facts, self._today())]


def _refuse_same(kept_id: int, gone_id: int) -> None:
    if kept_id == gone_id:
        raise UserError("选中的是同一条登记，请另选一人来比对。")
