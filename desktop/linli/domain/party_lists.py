"""The register of party members (党员名册): its sums, which have to close, and its sheets.

A party member is who lives here and whose politics say so. Sums are shown as equations, so that
one sees at a glance that nobody is left out or counted twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

from linli.domain.labels import PARTY_BELONGING, PARTY_MANAGEMENT
from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.register_texts import AGE, NAME, NUMBER, PHONE, PLACE, SEX, age
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.residents import ResidentRow

_Way = TypeVar("_Way", PartyManagement, PartyBelonging)

OPEN = "未定"
"""Where nobody has said."""
NO_BRANCH = "没有登记支部"


class PartyList(StrEnum):
    """Which people the register shows."""

    ALL = "all"  # 全部党员
    DIRECT = "direct"  # 直管
    ASSIST = "assist"  # 协管
    ENTRUST = "entrust"  # 托管
    FLOATING = "floating"  # 流动党员登记
    DIFFICULTY = "difficulty"  # 困难党员
    UNDECIDED = "undecided"  # 管理方式或组织关系未定
    WITHOUT_FACTS = "without_facts"  # 政治面貌是党员, 没有登记党员情况
    WITHOUT_POLITICS = "without_politics"  # 登记了党员情况, 政治面貌不是党员


@dataclass(frozen=True, kw_only=True)
class PartyMember:
    """A line of the register; `phone` is full and to be masked by whoever shows it."""

    person: ResidentRow
    politics: str
    party: PartyMembership | None
    phone: str = ""


@dataclass(frozen=True, kw_only=True)
class PartySums:
    """How many party members live here, by management way, by belonging and by branch.

    The key None stands for those of whom nobody has said. The two `without_…` are no members more:
    the first are among `total`, the second are not.
    """

    total: int
    management: Mapping[PartyManagement | None, int]
    belonging: Mapping[PartyBelonging | None, int]
    branches: Mapping[str | None, int]
    without_facts: int
    without_politics: int

    @property
    def closes(self) -> bool:
        """Whether each way of counting comes to the same total."""
        ways: tuple[Iterable[int], ...] = (
            self.management.values(),
            self.belonging.values(),
            self.branches.values(),
        )
        return all(sum(counts) == self.total for counts in ways)


def management_equation(sums: PartySums) -> str:
    """Return 直管 300 + 协管 120 + 托管 40 + 未定 27 = 党员总数 487."""
    return _equation(sums.management, PARTY_MANAGEMENT, sums.total)


def belonging_equation(sums: PartySums) -> str:
    """Return 属地 1385 + 其他 171 = 党员总数 1556."""
    return _equation(sums.belonging, PARTY_BELONGING, sums.total)


def _equation(counts: Mapping[_Way | None, int], names: Mapping[_Way, str], total: int) -> str:
    parts = [f"{label} {counts.get(key, 0)}" for key, label in names.items()]
    if counts.get(None):
        parts.append(f"{OPEN} {counts[None]}")
    return f"{' + '.join(parts)} = 党员总数 {total}"


_JOINED = RegisterColumn(title="入党日期", width=26, align=Align.CENTER)
_WAY = RegisterColumn(title="管理", width=14, align=Align.CENTER)
_RELATION = RegisterColumn(title="组织关系", width=20, align=Align.CENTER)
_POST = RegisterColumn(title="认领岗位", width=30, share=1, holds=Holds.INTERNAL)


def member_register(members: Sequence[PartyMember], *, title: str, subtitle: str) -> Register:
    """Return the register by branch, for A4 across, with phones in full."""
    by_branch: dict[str, list[PartyMember]] = {}
    for member in members:
        branch = member.party.branch if member.party and member.party.branch else NO_BRANCH
        by_branch.setdefault(branch, []).append(member)
    ordered = sorted(by_branch, key=lambda branch: (branch == NO_BRANCH, branch))
    number = 0
    groups = []
    for branch in ordered:
        rows = []
        for member in by_branch[branch]:
            number += 1
            rows.append(_member_row(number, member))
        groups.append(RegisterGroup(heading=f"{branch}　{len(rows)} 人", rows=rows))
    return Register(
        title=title,
        subtitle=subtitle,
        columns=(NUMBER, NAME, SEX, AGE, _JOINED, _WAY, _RELATION, _POST, PHONE, PLACE),
        groups=tuple(groups),
        foot_note=f"合计：{len(members)} 人",
    )


def _member_row(number: int, member: PartyMember) -> tuple[str, ...]:
    party = member.party or PartyMembership()
    joined = party.joined.iso() if party.joined else ""
    post = "；".join(filter(None, ("困难党员" if party.difficulty else "", party.post)))
    return (
        *_whose(number, member),
        joined,
        PARTY_MANAGEMENT[party.management] if party.management else OPEN,
        PARTY_BELONGING[party.belonging] if party.belonging else OPEN,
        post,
        member.phone,
        member.person.address,
    )


def floating_register(members: Sequence[PartyMember], *, title: str) -> Register:
    """Return the register of floating members (流动党员登记册), for A4 across, phones in full."""
    rows = []
    for number, member in enumerate(members, start=1):
        party = member.party or PartyMembership()
        rows.append(
            (
                *_whose(number, member),
                party.certificate or "",
                party.registered.iso() if party.registered else "",
                party.home_organisation or "",
                party.branch or "",
                member.phone,
                member.person.address,
                "",
            )
        )
    columns = (
        *(NUMBER, NAME, SEX, AGE),
        RegisterColumn(title="活动证号", width=26),
        RegisterColumn(title="登记日期", width=26, align=Align.CENTER),
        RegisterColumn(title="组织关系所在党组织", width=32, share=1),
        RegisterColumn(title="编入支部", width=22),
        *(PHONE, PLACE),
        RegisterColumn(title="签字", width=18),
    )
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 人",
        row_height=10.0,
    )


def _whose(number: int, member: PartyMember) -> tuple[str, str, str, str]:
    return str(number), member.person.name, member.person.sex, age(member.person)
