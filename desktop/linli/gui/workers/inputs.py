"""Inputs of the forms of people on duty: free times, certificates, somebody of the list."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.codes import table_of
from linli.domain.worker_texts import (
    free_times_text,
    kind_text,
    parse_free_times,
    parse_qualifications,
    qualifications_text,
)
from linli.domain.workers import FreeTime, Qualification, Worker
from linli.errors import UserError
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput, ParsedInput, TextInput


def free_times_input() -> ParsedInput[tuple[FreeTime, ...]]:
    """Return an input for the times when somebody can come."""
    hint = tr("如 周二 9:00—12:00，周末 10:00—18:00")
    return ParsedInput(parse_free_times, free_times_text, hint)


class QualificationsInput(TextInput):
    """Certificates, one in a line."""

    @override
    def value(self) -> tuple[Qualification, ...]:
        try:
            return parse_qualifications(self.toPlainText())
        except UserError:
            return ()

    @override
    def set_value(self, value: tuple[Qualification, ...] | None) -> None:
        super().set_value(qualifications_text(value or ()))

    @override
    def problem(self) -> str | None:
        try:
            parse_qualifications(self.toPlainText())
        except UserError as error:
            return error.message
        return None


class WorkerInput(CodeInput):
    """Somebody of the list, picked or found by a part of the name; the value is the id as text."""

    def __init__(self, workers: Iterable[Worker], parent: QWidget | None = None) -> None:
        people = list(workers)
        same = Counter(each.facts.name for each in people)
        names = {
            str(each.id): each.facts.name if same[each.facts.name] == 1 else _told_apart(each)
            for each in people
        }
        super().__init__(table_of(names), parent)

    @override
    def problem(self) -> str | None:
        if not self.currentText().strip():
            return tr("请选是哪一位。")
        return super().problem()


def _told_apart(worker: Worker) -> str:
    """Return a name that others share, with what tells this one from them."""
    return f"{worker.facts.name}（{kind_text(worker.facts)}，{worker.id}）"
