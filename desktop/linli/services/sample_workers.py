"""The sample community's people on duty: sixteen of staff, four teams of volunteers."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from linli.domain.staff import Staff
from linli.domain.teams import MemberDraft, Rank, TeamDraft
from linli.domain.volunteer_numbers import volunteer_number
from linli.domain.worker_texts import parse_free_times
from linli.domain.workers import (
    Apart,
    Leave,
    LeaveKind,
    Qualification,
    VolunteerFacts,
    WorkerDraft,
    WorkerKind,
)
from linli.services.fiction import Fiction
from linli.services.fiction_names import HAN
from linli.services.sample_hall import words

if TYPE_CHECKING:
    from linli.storage.database import Writing

VOLUNTEERS = "06"
"""The kind of team that volunteers form (志愿服务队)."""
_POLICE = "04"  # of the table of employment
_PARTY = "01"  # of the sources of volunteers
_HOURS = 20  # a volunteer's most in a month
_LEAVES = ((1, 4, 3, LeaveKind.ANNUAL), (6, 12, 1, LeaveKind.SICK), (11, 18, 2, LeaveKind.FESTIVAL))
"""Who of the staff, from how many days from today, for how many days, and why."""
_APART = (2, 3, "夫妻，家里要留一个人")


def add_workers(work: "Writing", fiction: Fiction) -> None:
    """Add the hall's staff and some volunteers as people on duty, a few leaves, and one pair.

    A ledger with other staff gets none of it.
    """
    from linli.storage import staff, workers

    people = staff.list_staff(work.connection)
    if len(people) != len(words()["staff"]):
        return
    drafts = (
        _on_duty(person, facts) for person, facts in zip(people, words()["staff"], strict=True)
    )
    ids = [workers.save_worker(work.session, None, draft) for draft in drafts]
    for draft in _volunteers(work, fiction):
        workers.save_worker(work.session, None, draft)
    for who, ahead, days, kind in _LEAVES:
        first = fiction.today + timedelta(days=ahead)
        last = first + timedelta(days=days - 1)
        leave = Leave(worker_id=ids[who], first=first, last=last, kind=kind)
        workers.save_leave(work.session, leave)
    one, other, reason = _APART
    workers.add_apart(work.session, Apart(one_id=ids[one], other_id=ids[other], reason=reason))


def _on_duty(person: Staff, facts: dict[str, Any]) -> WorkerDraft:
    return WorkerDraft(
        name=person.facts.name,
        phone=person.facts.phone,
        staff_id=person.id,
        employment_code=facts["employment"],
        station_id=person.facts.station_id,
        skills=("急救",) if facts["employment"] == _POLICE else (),
    )


def _volunteers(work: "Writing", fiction: Fiction) -> Iterator[WorkerDraft]:
    from linli.storage import team_members, teams

    since = fiction.today.replace(month=1, day=1)
    number = 0
    for facts in words()["volunteers"]:
        draft = TeamDraft(kind_code=VOLUNTEERS, name=facts["team"], purpose=facts["purpose"])
        team_id = teams.add_team(work.session, draft)
        for place, source in enumerate(facts["sources"]):
            number += 1
            volunteer = _volunteer(
                fiction, facts, team_id, volunteer_number(since.year, number), source
            )
            volunteer = replace(volunteer, since=since)
            if place == 0 and "paper" in facts:
                until = since.replace(year=since.year + 2)
                paper = Qualification(name=facts["paper"], until=until)
                volunteer = replace(volunteer, qualifications=(paper,))
            yield volunteer
            member = MemberDraft(
                team_id=team_id,
                name=volunteer.name,
                source="党员" if source == _PARTY else "志愿者",
                phone=volunteer.phone,
                rank=Rank.MEMBER if place else Rank.LEADER,
                since=since,
            )
            team_members.add_member(work.session, member)


def _volunteer(
    fiction: Fiction, facts: dict[str, Any], team_id: int, number: str, source: str
) -> WorkerDraft:
    sex = fiction.sex()
    return WorkerDraft(
        kind=WorkerKind.VOLUNTEER,
        name=fiction.name(HAN, sex),
        phone=fiction.mobile(),
        skills=tuple(facts["skills"]),
        free_times=parse_free_times(facts["free"]),
        nights=False,
        most_hours=_HOURS,
        sex_code=sex.value,
        volunteer=VolunteerFacts(
            number=number,
            registered_on=fiction.today.replace(month=1, day=1),
            source_code=source,
            items=tuple(facts["items"]),
            team_id=team_id,
        ),
    )
