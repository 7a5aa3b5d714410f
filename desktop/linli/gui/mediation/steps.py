"""Taking a step in a case: what can be done now, and the form of each step."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from linli.domain.case_board import in_order
from linli.domain.case_flow import STEP, Step
from linli.domain.case_step_rules import refusal_of
from linli.domain.case_steps import available_steps, standing_of
from linli.domain.cases import AgreementForm, Case
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.mediation.agreement_form import AgreementDialog
from linli.gui.mediation.archive_form import ArchiveForm
from linli.gui.mediation.record_forms import FollowUpForm, MeetingForm
from linli.gui.mediation.step_forms import DutyDoneForm, StepForm, undone

_PERFORMING = (Step.PERFORM, Step.COMPLETE)


def why_not(case: Case, step: Step) -> str | None:
    """Return why a step cannot be taken now; None if it can, or leads to what is left before it.

    Whatever is still to be performed is entered with 履行, or where that is no step, with 全部履行.
    """
    if step is Step.COMPLETE and undone(case) and Step.PERFORM not in available_steps(case):
        return standing_of(case).refusal(step)
    return refusal_of(case, step)


def next_steps(case: Case) -> tuple[Step, ...]:
    """Return what can be done in a case now, the likeliest first."""
    possible = [step for step in available_steps(case) if why_not(case, step) is None]
    return in_order(case.stage, possible, away=standing_of(case).is_away)


def step_form(desk: Desk, case: Case, step: Step, parent: QWidget) -> FormDialog:
    """Return the form that takes a step."""
    if step in (Step.INQUIRE, Step.MEET):
        return MeetingForm(desk, case, None, parent, is_inquiry=step is Step.INQUIRE)
    if step is Step.AGREE_WRITTEN:
        return AgreementDialog(desk, case, AgreementForm.WRITTEN, parent)
    if step is Step.AGREE_ORAL:
        return AgreementDialog(desk, case, AgreementForm.ORAL, parent)
    if step is Step.FOLLOW_UP:
        return FollowUpForm(desk, case, None, parent)
    if step in _PERFORMING and undone(case):
        return DutyDoneForm(desk, case, parent)
    if step is Step.ARCHIVE:
        return ArchiveForm(desk, case, parent)
    return StepForm(desk, case, step, parent)


def take_step(desk: Desk, case: Case, step: Step, parent: QWidget) -> None:
    """Open the form of a step."""
    form = step_form(desk, case, step, parent)
    form.saved.connect(desk.bus.publish)
    form.open()


def ask_next(desk: Desk, case_id: int, parent: QWidget, place: QPoint) -> None:
    """Offer what can be done in a case now as a menu at a place on the screen."""
    case = load(desk, case_id, parent)
    if case is None:
        return
    steps = next_steps(case)
    if not steps:
        desk.ask.tell(parent, tr("这件案子已经作废，没有可以办理的了。"))
        return
    menu = QMenu(parent)
    menu.setToolTipsVisible(True)
    for number, step in enumerate(steps, 1):
        letter = f"&{number} " if number < 10 else ""
        action = menu.addAction(f"{letter}{tr(STEP[step])}…")
        action.triggered.connect(lambda _=False, each=step: take_step(desk, case, each, parent))
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)


def put_into(desk: Desk, case_id: int, steps: Sequence[Step], parent: QWidget) -> None:
    """Take the step that puts a card where it was dropped; of several the clerk chooses one."""
    case = load(desk, case_id, parent)
    if case is None or not steps:
        return
    answer = 0
    if len(steps) > 1:
        chosen = desk.ask.choose(
            parent,
            tr("要办理哪一步？"),
            [tr(STEP[step]) for step in steps],
            detail=case.facts.title,
        )
        if chosen is None:
            return
        answer = chosen
    take_step(desk, case, steps[answer], parent)


def load(desk: Desk, case_id: int, parent: QWidget) -> Case | None:
    """Return a case, None if it is gone, which is said."""
    try:
        return desk.services.cases.get(case_id)
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return None
