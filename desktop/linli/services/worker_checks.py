"""What is checked and filled in before somebody who can be on duty (可排班人员) is saved."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from linli.domain.register_texts import spoken
from linli.domain.values.identity import parse_document
from linli.domain.volunteer_numbers import SERIES, volunteer_number
from linli.domain.worker_rules import check_worker, clean_worker
from linli.domain.workers import Worker, WorkerDraft
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.services.context import Context
from linli.storage import given_numbers, residents, staff, stations, teams, workers

if TYPE_CHECKING:
    from linli.storage.database import Writing


def checked(
    context: Context, work: "Writing", draft: WorkerDraft, before: Worker | None
) -> WorkerDraft:
    """Return a draft in normal form, named as the records that it is linked to.

    A volunteer without a number is given the next one.

    Raises:
        InvalidInput: a rule is broken, or the person is on the list already.
        NotFoundError: what the draft names is gone.
    """
    clean = clean_worker(_linked(work, clean_worker(draft), fill=before is None))
    problems = check_worker(clean)
    volunteer = clean.volunteer
    if volunteer is not None and volunteer.document_number:
        try:
            paper = parse_document(volunteer.document_number, today=context.clock().date())
        except UserError as error:
            problems.append(FieldProblem(field="document_number", message=error.message))
        else:
            volunteer = replace(
                volunteer, document_kind=paper.kind.value, document_number=paper.number
            )
            clean = replace(clean, volunteer=volunteer)
    elif volunteer is not None:
        clean = replace(clean, volunteer=replace(volunteer, document_kind=None))
    own_id = None if before is None else before.id
    others = [each.facts for each in workers.list_workers(work.connection) if each.id != own_id]
    problems += _doubles(clean, others)
    if problems:
        raise InvalidInput(problems)
    return _numbered(context, work, clean, others)


def _numbered(
    context: Context, work: "Writing", draft: WorkerDraft, others: Sequence[WorkerDraft]
) -> WorkerDraft:
    """Give a volunteer without a number one that nobody has, and nobody ever had."""
    volunteer = draft.volunteer
    if volunteer is None or volunteer.number is not None:
        return draft
    taken = {other.volunteer.number for other in others if other.volunteer}
    year = (volunteer.registered_on or context.clock().date()).year
    machine = given_numbers.machine_of(work.connection)
    while True:
        sequence = given_numbers.give(work.connection, f"{SERIES}/{year}")
        number = volunteer_number(year, sequence, machine)
        if number not in taken:
            return replace(draft, volunteer=replace(volunteer, number=number))


def _linked(work: "Writing", draft: WorkerDraft, *, fill: bool) -> WorkerDraft:
    """Return a draft with the name of whom it is linked to; `fill` takes over what it lacks.

    Raises:
        NotFoundError: somebody, the station or the team is gone.
    """
    if draft.station_id is not None:
        stations.get_record(work.session, draft.station_id)
    if draft.volunteer is not None and draft.volunteer.team_id is not None:
        teams.get_record(work.session, draft.volunteer.team_id)
    if draft.resident_id is not None:
        person = residents.get_resident(work.connection, draft.resident_id).facts
        draft = replace(draft, name=person.name)
        if fill:
            phone = person.phones[0].number if person.phones else None
            draft = replace(
                draft, phone=draft.phone or phone, sex_code=draft.sex_code or person.sex.value
            )
    if draft.staff_id is not None:
        facts = staff.get_staff(work.connection, draft.staff_id).facts
        draft = replace(draft, name=facts.name)
        if fill:
            draft = replace(
                draft,
                phone=draft.phone or facts.phone,
                station_id=draft.station_id or facts.station_id,
            )
    return draft


def _doubles(draft: WorkerDraft, others: Sequence[WorkerDraft]) -> list[FieldProblem]:
    problems = []
    number = draft.volunteer.number if draft.volunteer else None
    for other in others:
        if same_worker(draft, other):
            ended = f"（到{spoken(other.until)}）" if other.until else ""
            message = (
                f"「{other.name}」{ended}已经在名单里，请修改原来那条；"
                "如果是同名的另一个人，请填上不同的电话。"
            )
            return [FieldProblem(field="name", message=message)]
        if number and other.volunteer and other.volunteer.number == number:
            message = f"编号「{number}」已经是「{other.name}」的，请核对。"
            problems.append(FieldProblem(field="number", message=message))
    return problems


def same_worker(one: WorkerDraft, other: WorkerDraft) -> bool:
    """Whether two entries of a kind are one person: by record, else by name and phone."""
    if one.kind is not other.kind:
        return False
    for column in ("staff_id", "resident_id"):
        mine, theirs = getattr(one, column), getattr(other, column)
        if mine is not None and theirs is not None:
            return bool(mine == theirs)
    if one.name != other.name:
        return False
    return one.phone is None or other.phone is None or one.phone == other.phone
