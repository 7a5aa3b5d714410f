"""Jumping to a record of any kind (跳转)."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.codes import code_table
from linli.domain.community_map import LABEL_KIND
from linli.domain.jump import YEARS, Findable, JumpEntry, JumpKind, find_entries, findable
from linli.domain.labels import STATUS
from linli.domain.notices import STATE_LABELS
from linli.domain.organisations import ORGANISATION_TABLE
from linli.domain.receptions import MATTER_TABLE, VisitFilter
from linli.domain.residents import Household, ResidentRow, ResidentStatus
from linli.domain.teams import MemberFilter
from linli.domain.values.addresses import address_text
from linli.services.jump_cases import found_cases, open_cases
from linli.services.jump_duty import duty_entries
from linli.services.jump_outside import outside_entries

if TYPE_CHECKING:
    from linli.services.container import Services

RESIDENT_LIMIT, OTHER_LIMIT = 12, 12
_HOUSEHOLDS = 3
_LETTERS = 20  # of what a visit was about
_VISITS = 500
"""So many of the newest visits can be jumped to; older ones are found in their register."""
_NOTICES = 500
"""So many of the newest notices can be jumped to; older ones are found in their register."""


class JumpService:
    """Finds records of every kind. People and homes are asked for, the rest is read once."""

    def __init__(self, services: "Services") -> None:
        self._services = services

    def catalogue(self) -> list[Findable]:
        """Return what is few enough to be looked through, such as buildings, staff and runs."""
        self._services.context.require(Right.READ, "查找")
        return [findable(entry) for entry in self._entries()]

    def find(self, text: str, catalogue: list[Findable]) -> list[JumpEntry]:
        """Return what fits a typed text: people first, then households, cards and the catalogue.

        Args:
            text: what is typed.
            catalogue: what `catalogue` has returned.
        """
        self._services.context.require(Right.READ, "查找")
        from linli.domain.typed import fold

        plain = fold(text).strip()
        if not plain:
            return []
        people = [_person(row) for row in self._services.residents.find(text, RESIDENT_LIMIT)]
        others = find_entries(catalogue, plain, OTHER_LIMIT)
        known = {entry.key for entry in others if entry.kind is JumpKind.CASE}
        cases = [each for each in found_cases(self._services, plain) if each.key not in known]
        return [*people, *self._numbered(plain), *others, *cases]

    def _numbered(self, text: str) -> Iterator[JumpEntry]:
        """Yield the card, the slip and the households whose number is meant."""
        card = self._services.cards.find_number(text)
        if card is not None:
            yield JumpEntry(
                kind=JumpKind.CARD,
                key=card.resident_id or card.household_id or 0,
                title=card.number,
                detail=f"{card.kind_title} · {card.holder}",
            )
        if not any(char.isdigit() for char in text):
            return
        report = self._services.reports.find_number(text)
        if report is not None:
            yield JumpEntry(
                kind=JumpKind.REPORT,
                key=report.id,
                title=f"信息 {report.number}",
                detail=f"{report.facts.day.isoformat()} · {report.facts.informant}",
            )
        asked = self._services.dispatches.find_number(text)
        if asked is not None:
            yield JumpEntry(
                kind=JumpKind.DISPATCH,
                key=asked.id,
                title=f"派单 {asked.number}",
                detail=f"{asked.facts.received_on.isoformat()} · {asked.facts.name}",
            )
        sheet = self._services.walks.find_number(text)
        if sheet is not None:
            state = "还没收回" if sheet.is_out else "已作废" if sheet.void_reason else "已收回"
            yield JumpEntry(
                kind=JumpKind.SHEET,
                key=sheet.id,
                title=sheet.label,
                detail=" · ".join(filter(None, (sheet.title, sheet.walker, state))),
            )
        for household in self._services.households.find_number(text, _HOUSEHOLDS):
            yield _household(household)

    def _teams(self) -> Iterator[JumpEntry]:
        """Yield the teams, and who is in them today."""
        services = self._services
        teams = {team.id: team for team in services.teams.list_all()}
        for team in teams.values():
            detail = " · ".join((*team.leaders, f"{team.strength} 人"))
            yield JumpEntry(kind=JumpKind.TEAM, key=team.id, title=team.facts.name, detail=detail)
        present = MemberFilter(on=services.context.clock().date())
        for member in services.team_members.list_all(present):
            if member.facts.team_id in teams:
                parts = (teams[member.facts.team_id].facts.name, member.facts.source)
                yield JumpEntry(
                    kind=JumpKind.TEAM_MEMBER,
                    key=member.facts.team_id,
                    title=member.facts.name,
                    detail=" · ".join(parts),
                )

    def _entries(self) -> Iterator[JumpEntry]:
        services = self._services
        for number, place in enumerate(services.elevations.places()):
            detail = f"{place.rooms} 户室"
            yield JumpEntry(kind=JumpKind.BUILDING, key=number, title=place.title, detail=detail)
        for dwelling in services.dwellings.list_rentals():
            rental = dwelling.rental
            title = f"出租房屋 {rental.number or ''}".strip() if rental else ""
            detail = address_text(dwelling.address)
            if rental and rental.landlord_name:
                detail += f" · 房东 {rental.landlord_name}"
            yield JumpEntry(kind=JumpKind.RENTAL, key=dwelling.id, title=title, detail=detail)
        for grid in services.grids.list_all():
            officers = "、".join(officer.name for officer in grid.facts.officers)
            detail = f"{grid.facts.number} {officers}".strip()
            yield JumpEntry(kind=JumpKind.GRID, key=grid.id, title=grid.facts.name, detail=detail)
        kinds = code_table(ORGANISATION_TABLE)
        for organisation in services.organisations.list_all():
            facts = organisation.facts
            leaders = "、".join(leader.name for leader in facts.leaders)
            parts = (kinds.label(facts.kind_code), facts.address or "", leaders)
            yield JumpEntry(
                kind=JumpKind.ORGANISATION,
                key=organisation.id,
                title=facts.name,
                detail=" · ".join(filter(None, parts)),
            )
        for person in services.staff.list_all():
            parts = (person.facts.post or "", person.facts.office or "", person.station or "")
            yield JumpEntry(
                kind=JumpKind.STAFF,
                key=person.id,
                title=person.facts.name,
                detail=" · ".join(filter(None, parts)),
            )
        for post in services.posts.list_all():
            yield JumpEntry(
                kind=JumpKind.POST,
                key=post.id,
                title=post.facts.name,
                detail=f"{post.grid} · {post.title}",
            )
        yield from self._teams()
        yield from self._kept()
        yield from self._notices()
        yield from open_cases(services)
        yield from outside_entries(services)
        yield from duty_entries(services)
        yield from self._visits()
        for label in services.community_map.labels():
            detail = LABEL_KIND[label.facts.kind]
            yield JumpEntry(
                kind=JumpKind.LABEL, key=label.id, title=label.facts.text, detail=detail
            )

    def _kept(self) -> Iterator[JumpEntry]:
        """Yield stations, kept filters and print runs."""
        services = self._services
        for station in services.stations.list_all():
            detail = station.facts.place or ""
            yield JumpEntry(
                kind=JumpKind.STATION, key=station.id, title=station.facts.name, detail=detail
            )
        for kept in services.filters.list_all():
            yield JumpEntry(kind=JumpKind.FILTER, key=kept.id, title=kept.name)
        for run in services.runs.list_all():
            detail = f"{run.started_at:%Y-%m-%d} · {run.printed}/{run.total}"
            yield JumpEntry(kind=JumpKind.RUN, key=run.id, title=run.title, detail=detail)

    def _notices(self) -> Iterator[JumpEntry]:
        for notice in self._services.notices.list_all(limit=_NOTICES):
            number = notice.number.text if notice.number else STATE_LABELS[notice.state]
            detail = f"{number} · {notice.day:%Y-%m-%d} · {notice.kind_title}"
            yield JumpEntry(kind=JumpKind.NOTICE, key=notice.id, title=notice.title, detail=detail)

    def _visits(self) -> Iterator[JumpEntry]:
        """Yield who came on reception days, of petitions only what the account may see."""
        matters = code_table(MATTER_TABLE)
        for visit in self._services.receptions.visits(VisitFilter(), _VISITS):
            facts = visit.facts
            parts = (facts.day.isoformat(), matters.label(facts.matter_code), _short(facts.content))
            yield JumpEntry(
                kind=JumpKind.VISIT, key=visit.id, title=facts.name, detail=" · ".join(parts)
            )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[:_LETTERS]}…"


def _person(row: ResidentRow) -> JumpEntry:
    age = "" if row.age is None else f"{row.age} {YEARS}"
    status = "" if row.status is ResidentStatus.PRESENT else STATUS[row.status]
    parts = (" ".join(filter(None, (row.sex, age))), row.address, status)
    return JumpEntry(
        kind=JumpKind.RESIDENT, key=row.id, title=row.name, detail=" · ".join(filter(None, parts))
    )


def _household(household: Household) -> JumpEntry:
    head = next((member.name for member in household.members if member.is_head), "")
    parts = (head, address_text(household.address))
    return JumpEntry(
        kind=JumpKind.HOUSEHOLD,
        key=household.id,
        title=f"户 {household.facts.number}",
        detail=" · ".join(filter(None, parts)),
    )
