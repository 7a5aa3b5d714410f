"""The form of the last step (归档): a long file takes a while to bind, so it is bound beside it."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_flow import Step
from linli.domain.cases import Case
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.mediation.step_forms import StepForm


class ArchiveForm(StepForm):
    """Archives a case with its bound file; what the file lacks is said over the form."""

    def __init__(self, desk: Desk, case: Case, parent: QWidget | None) -> None:
        super().__init__(desk, case, Step.ARCHIVE, parent)

    @override
    def accept(self) -> None:
        self.problems.say("")
        self.form.clear_problems()
        if problems := self.form.check():
            self.form.show_problems(problems)
            return
        try:
            draft = self.draft()
        except UserError as error:
            self.show_error(error)
            return
        cases, case = self._desk.services.cases, self._case
        self._desk.jobs.run(
            lambda progress: cases.take_step(
                case.id, draft, version=case.version, progress=progress
            ),
            owner=self,
            done=self.finish,
            failed=self.show_error,
            title=tr("正在装订卷宗…"),
        )
