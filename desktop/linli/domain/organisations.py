"""Organisations of the district (辖区单位、社会组织) and who leads them, since when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from linli.domain.values.dates import PartialDate

ORGANISATION_TABLE = "organisation"
BETWEEN = "、"


@dataclass(frozen=True, kw_only=True)
class Leader:
    """Who leads or represents an organisation (负责人). `until` is the end of the office."""

    name: str
    post: str | None = None
    phone: str | None = None
    since: PartialDate | None = None
    until: PartialDate | None = None

    def is_former_on(self, today: date) -> bool:
        """Whether the office has ended; a year or month without a day has ended with its start."""
        return self.until is not None and self.until <= PartialDate.from_date(today)


@dataclass(frozen=True, kw_only=True)
class OrganisationDraft:
    """What is recorded of an organisation.

    Attributes:
        name: the full name; there is one of each.
        kind_code: of the table `organisation`.
        credit_code: 统一社会信用代码 in normal form; not every society has one.
        address: where it is, as people say it.
        phone: the office's numbers, several divided by 、.
        note: anything else.
        leaders: those in office and those before them, in the clerk's order.
    """

    name: str
    kind_code: str
    credit_code: str | None = None
    address: str | None = None
    phone: str | None = None
    note: str | None = None
    leaders: tuple[Leader, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """A saved organisation."""

    id: int
    version: int
    facts: OrganisationDraft

    def leaders_on(self, today: date) -> list[Leader]:
        """Return who is in office."""
        return [each for each in self.facts.leaders if not each.is_former_on(today)]


@dataclass(frozen=True, kw_only=True)
class OrganisationFilter:
    """Which organisations a list shows; every condition narrows.

    `text` is a part of the name, in characters, pinyin or initials, or of the code, address,
    phone or a leader's name.
    """

    text: str = ""
    kind_code: str | None = None


def leader_text(leader: Leader, today: date) -> str:
    """Return a leader in one line: 王建国 主任 2021年3月至今."""
    return " ".join(filter(None, (leader.name, leader.post, term_text(leader, today))))


def term_text(leader: Leader, today: date) -> str:
    """Return the time in office as spoken, "" where nothing is known: 2021年3月至2024年."""
    since, until = leader.since, leader.until
    if until is None:
        return f"{since.display()}至今" if since else ""
    if since is not None:
        return f"{since.display()}至{until.display()}"
    return f"{'已于' if leader.is_former_on(today) else '到'}{until.display()}卸任"


def count_kinds(items: Sequence[Organisation]) -> Iterator[tuple[str, int]]:
    """Yield each kind that occurs, in the table's order, and how often."""
    codes = [item.facts.kind_code for item in items]
    for code in sorted(set(codes)):
        yield code, codes.count(code)
