"""Taking back any step of the last 30 days (撤回某一步), with what it would do shown first."""

from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.history import JournalEntry, RecordChange
from linli.domain.undoing import PROMISED_DAYS, Blocker, How, Trial, UndoPlan, is_promised
from linli.errors import ConflictError, NotFoundError, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import history, journal_steps, step_undo, undo
from linli.storage.database import Writing

T = TypeVar("T")
_CHANGED_MEANWHILE = "后来又有改动，这一步现在不能这样撤回了，请重新打开看一看。"


class _TriedOut(Exception):  # noqa: N818 - not an error: rolls a trial back
    """A trial is over; nothing of it stays."""


class StepService:
    """Says how a step can be taken back, and takes it back."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def plan(self, entry_id: int, progress: Progress = SILENT) -> UndoPlan:
        """Find out in which ways a step can be taken back, by trying them.

        Args:
            entry_id: `JournalEntry.id` of the step.
            progress: is told what is being looked at.

        Raises:
            NotFoundError: there is no such step.
            StorageProblem: the ledger cannot be written.
            Cancelled: the clerk stopped it.
        """
        step = self._step(entry_id)
        refusal = self._refusal(step)
        if refusal:
            return UndoPlan(step=step, ways={}, refusal=refusal)
        progress.report(0, 0, "正在试一试…")
        whole = self._try_whole([step.id])
        if whole is not None:
            return UndoPlan(step=step, ways={How.ALONE: whole})
        found = self._obstacles(step)
        ways: dict[How, Trial] = {}
        later, both = self._try_with_later(step, found.later or (), progress)
        ways |= {} if both is None else {How.WITH_LATER: both}
        progress.report(0, 0, "正在试一试只撤回一部分…")
        part = self._try_part(step.id)
        ways |= {} if part is None else {How.PART: part}
        words = (
            "" if ways else "这一步留下的内容后来都改过或用到了，不能撤回。请直接修改现在的内容。"
        )
        return UndoPlan(step=step, ways=ways, blockers=later, kept=found.kept, refusal=words)

    def changes(self, entry_id: int) -> list[RecordChange]:
        """Return what a step changed, field by field; the first of very many."""
        self._context.require(Right.READ, "查看修改记录")
        with self._context.db.reading() as connection:
            return history.of_entry(connection, entry_id)

    def take_back(self, plan: UndoPlan, how: How, progress: Progress = SILENT) -> Changes:
        """Take a step back as it was planned; each step taken back is an undo step of its own.

        Raises:
            UserError: the plan has no such way.
            ConflictError: something was changed since the plan was made.
            StorageProblem: the ledger cannot be written.
        """
        self._context.require(Right.EDIT, "撤销")
        if how not in plan.ways:
            raise UserError(plan.refusal or _CHANGED_MEANWHILE)
        self._must_be_allowed(plan.step)
        if how is How.PART:
            return self._take_part(plan.step, progress)
        later = [each.step for each in plan.blockers] if how is How.WITH_LATER else []
        for step in later:
            self._must_be_allowed(step)
        changes = Changes()
        for step in (*later, plan.step):
            again = "恢复" if step.undone else "撤销"
            done = undo.take_back(
                self._context.db,
                step.id,
                f"{again}：{step.action}",
                self._context.actor,
                self._context.clock(),
            )
            changes = Changes(kinds=changes.kinds | done.kinds, entry_id=done.entry_id)
        return changes

    def _take_part(self, step: JournalEntry, progress: Progress) -> Changes:
        with self._context.writing(f"撤销一部分：{step.action}") as work:
            step_undo.take_part(work.connection, step.id, progress)
        if work.changes.entry_id is None:
            raise ConflictError(_CHANGED_MEANWHILE)
        return work.changes

    def _obstacles(self, step: JournalEntry) -> step_undo.Obstacles:
        """Look at all there is: a limited reader would miss rows."""
        limited = self._limited
        return self._tried(lambda work: step_undo.obstacles(work.connection, step, limited=limited))

    def _try_whole(self, steps: list[int]) -> Trial | None:
        limited = self._limited
        return self._tried(
            lambda work: step_undo.try_whole(work.connection, work.entry_id, steps, limited=limited)
        )

    def _try_with_later(
        self, step: JournalEntry, later: tuple[Blocker, ...], progress: Progress
    ) -> tuple[tuple[Blocker, ...], Trial | None]:
        """Try a step together with the later ones in its way, the last of them first.

        Once these are taken back others may show that stood behind them.
        """
        while later and all(not self._refusal(each.step) for each in later):
            progress.report(0, 0, "正在试一试连同后面的步骤…")
            whole = self._try_whole([*(each.step.id for each in later), step.id])
            if whole is not None:
                return later, whole
            more = self._more_later(step, later)
            if not more:
                break
            later = tuple(sorted((*later, *more), key=lambda each: -each.step.id))
        return later, None

    def _more_later(self, step: JournalEntry, later: tuple[Blocker, ...]) -> tuple[Blocker, ...]:
        limited = self._limited
        return self._tried(
            lambda work: step_undo.more_later(
                work.connection, work.entry_id, step, later, limited=limited
            )
        )

    def _try_part(self, step: int) -> Trial | None:
        limited = self._limited
        return self._tried(
            lambda work: step_undo.try_part(work.connection, work.entry_id, step, limited=limited)
        )

    @property
    def _limited(self) -> bool:
        return not self._context.may(Right.SENSITIVE)

    def _tried(self, trial: Callable[[Writing], T]) -> T:
        """Return what a trial says; whatever it changed is rolled back."""
        found: list[T] = []
        with suppress(_TriedOut), self._context.writing("试撤") as work:
            found.append(trial(work))
            raise _TriedOut
        return found[0]

    def _step(self, entry_id: int) -> JournalEntry:
        self._context.require(Right.READ, "查看修改记录")
        with self._context.db.reading() as connection:
            step = journal_steps.find_step(connection, entry_id)
        if step is not None:
            return step
        raise NotFoundError("这一步已经不在修改记录里了，请重新打开修改记录。")

    def _must_be_allowed(self, step: JournalEntry) -> None:
        refusal = self._refusal(step)
        if refusal:
            raise UserError(refusal)

    def _refusal(self, step: JournalEntry) -> str:
        """Say why nobody, or not this account, may take a step back; "" if it may."""
        context = self._context
        if not step.undoable:
            return f"「{step.action}」不能撤回。"
        if not is_promised(step.at, context.clock()):
            return (
                f"「{step.action}」是 {step.at:%Y-%m-%d} 做的，已超过 {PROMISED_DAYS} 天，"
                "不能再撤回，但一直可以在这里查看。需要时请直接修改现在的内容。"
            )
        if not context.may(Right.EDIT):
            return "您的账号不能修改台账，所以不能撤回。请找有权限的同事。"
        if step.account != context.actor.name and not context.may(Right.REMOVE):
            return f"这一步是「{step.account}」做的，请本人或有权限的同事撤回。"
        with context.db.reading() as connection:
            needed = history.needed_rights(connection, step.id)
        if not all(context.may(right) for right in needed):
            return f"「{step.action}」改的是设置、模板或账号，请管理员撤回。"
        return ""
