"""The training ledger (培训和参观): what was held, and the sums of a period."""

from datetime import date

from linli.domain.accounts import Right
from linli.domain.changes import Changes
from linli.domain.registers import Register
from linli.domain.training_lists import training_register
from linli.domain.training_rules import check_training, clean_training
from linli.domain.trainings import (
    Training,
    TrainingDraft,
    TrainingFilter,
    TrainingSum,
    sums_of,
)
from linli.errors import InvalidInput
from linli.services.context import Context
from linli.storage import trainings

SUGGESTION_LIMIT = 20


class TrainingService:
    """What a clerk does with trainings. Each change is one transaction and one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def list_all(self, wanted: TrainingFilter | None = None) -> list[Training]:
        """Return trainings, the last first, all by default."""
        self._context.require(Right.READ, "查看培训记录")
        with self._context.db.reading() as connection:
            return trainings.list_trainings(connection, wanted or TrainingFilter())

    def sums(self, wanted: TrainingFilter) -> list[TrainingSum]:
        """Return how often each kind was held, and for how many."""
        self._context.require(Right.READ, "查看培训记录")
        return sums_of(self.list_all(wanted))

    def register(self, wanted: TrainingFilter, title: str) -> Register:
        """Return the ledger to print, the first day first."""
        self._context.require(Right.READ, "查看培训记录")
        return training_register(self.list_all(wanted)[::-1], title=title)

    def suggestions(self, field: str, part: str = "") -> list[str]:
        """Return what to offer for `place` or `teacher`."""
        self._context.require(Right.READ, "查看培训记录")
        with self._context.db.reading() as connection:
            return trainings.list_used(connection, field, part.strip(), SUGGESTION_LIMIT)

    def get(self, training_id: int) -> Training:
        """Return a training.

        Raises:
            NotFoundError: if there is no such training.
        """
        self._context.require(Right.READ, "查看培训记录")
        with self._context.db.reading() as connection:
            return trainings.get_training(connection, training_id)

    def add(self, draft: TrainingDraft) -> tuple[int, Changes]:
        """Record a training.

        Raises:
            InvalidInput: a rule is broken.
        """
        self._context.require(Right.EDIT, "修改培训记录")
        clean = self._checked(draft)
        with self._context.writing(f"登记培训 {clean.topic}") as work:
            training_id = trainings.add_training(work.session, clean)
        return training_id, work.changes

    def update(self, training_id: int, draft: TrainingDraft, *, version: int) -> Changes:
        """Save a changed training.

        Raises:
            InvalidInput: a rule is broken.
            ConflictError: it was changed since `version` was read.
            NotFoundError: it is gone.
        """
        self._context.require(Right.EDIT, "修改培训记录")
        clean = self._checked(draft)
        with self._context.writing(f"修改培训 {clean.topic}") as work:
            record = trainings.get_record(work.session, training_id, version)
            trainings.update_training(work.session, record, clean)
        return work.changes

    def remove(self, training_id: int) -> Changes:
        """Remove a training that was entered by mistake.

        Raises:
            NotFoundError: it is gone.
        """
        self._context.require(Right.REMOVE, "删除培训记录")
        topic = self.get(training_id).facts.topic
        with self._context.writing(f"删除培训 {topic}") as work:
            work.session.delete(trainings.get_record(work.session, training_id))
        return work.changes

    def _checked(self, draft: TrainingDraft) -> TrainingDraft:
        clean = clean_training(draft)
        problems = check_training(clean, self._today())
        if problems:
            raise InvalidInput(problems)
        return clean

    def _today(self) -> date:
        return self._context.clock().date()
