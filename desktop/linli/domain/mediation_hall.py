"""The mediation committee (人民调解委员会) of the hall: its name, mark, groups, members, helpers.

The hall's own facts, kept as a setting. How many sit on a committee, and who must be among them,
says art. 8 of the 人民调解法; whether a community has several nationalities only the hall knows.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from linli.domain.contact_rules import clean_text, name_problems, phone_problems
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

FEWEST, MOST = 3, 9
"""Members of a committee (art. 8)."""
TERM_YEARS = 3
"""Years of a term of office (art. 9)."""
LONGEST_MARK = 8
JOINT_LABEL = "“三位一体”联合调处"
"""How joint handling is called unless the hall says otherwise."""


class Office(StrEnum):
    """A member's office on the committee."""

    CHAIR = "chair"
    DEPUTY = "deputy"
    MEMBER = "member"


OFFICE = {Office.CHAIR: "主任", Office.DEPUTY: "副主任", Office.MEMBER: "委员"}


class HelperKind(StrEnum):
    """Who from outside helps to settle disputes (社会力量)."""

    CONGRESS = "congress"
    CONSULTATIVE = "consultative"
    SOCIAL = "social"


HELPER_KIND = {
    HelperKind.CONGRESS: "人大代表",
    HelperKind.CONSULTATIVE: "政协委员",
    HelperKind.SOCIAL: "社会资源",
}


@dataclass(frozen=True, kw_only=True)
class CommitteeMember:
    """A member of the committee (委员).

    `is_woman`, `is_minority` answer what art. 8 asks. `since` is when the term began.
    """

    name: str
    office: Office = Office.MEMBER
    is_woman: bool = False
    is_minority: bool = False
    phone: str | None = None
    since: date | None = None


@dataclass(frozen=True, kw_only=True)
class MediatorGroup:
    """A group of mediators (调解组), such as of a former village; `members` are names."""

    name: str
    members: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Helper:
    """Somebody from outside who can be invited (人大代表、政协委员、社会资源). `what`: in what."""

    name: str
    kind: HelperKind = HelperKind.SOCIAL
    what: str = ""
    phone: str | None = None


@dataclass(frozen=True, kw_only=True)
class MediationHall:
    """What the hall says of its mediation.

    Attributes:
        committee: the committee's full name, as papers have it.
        mark: its short name in numbers (代字): 西 in 〔2026〕西人调字第1号.
        groups: groups of mediators.
        members: who sits on the committee.
        is_mixed: whether several nationalities live here (多民族居住地区).
        joint_label: how joint handling is called.
        helpers: people from outside.
    """

    committee: str = ""
    mark: str = ""
    groups: tuple[MediatorGroup, ...] = ()
    members: tuple[CommitteeMember, ...] = ()
    is_mixed: bool = False
    joint_label: str = JOINT_LABEL
    helpers: tuple[Helper, ...] = ()

    @property
    def mediators(self) -> tuple[str, ...]:
        """All names of members and groups, each once."""
        names = [member.name for member in self.members]
        names += [name for group in self.groups for name in group.members]
        return tuple(dict.fromkeys(names))


def clean_hall(hall: MediationHall) -> MediationHall:
    """Return the hall's facts in normal form; lines without a name go."""
    return replace(
        hall,
        committee=tidy(hall.committee),
        mark=tidy(hall.mark),
        joint_label=tidy(hall.joint_label) or JOINT_LABEL,
        groups=tuple(
            replace(
                group,
                name=name,
                members=tuple(
                    dict.fromkeys(said for m in group.members if (said := normalise_name(m)))
                ),
            )
            for group in hall.groups
            if (name := tidy(group.name))
        ),
        members=tuple(
            replace(member, name=name, phone=clean_text(member.phone))
            for member in hall.members
            if (name := normalise_name(member.name))
        ),
        helpers=tuple(
            replace(helper, name=name, what=tidy(helper.what), phone=clean_text(helper.phone))
            for helper in hall.helpers
            if (name := tidy(helper.name))
        ),
    )


def check_hall(hall: MediationHall) -> list[FieldProblem]:
    """Return every broken rule of the hall's facts in normal form."""
    return list(_problems(hall))


def committee_hints(hall: MediationHall, today: date) -> list[str]:
    """Return what the committee lacks by art. 8 and 9: to be seen, not to be refused."""
    return list(_hints(hall, today)) if hall.members else []


def _problems(hall: MediationHall) -> Iterator[FieldProblem]:
    if len(hall.mark) > LONGEST_MARK:
        message = f"代字「{hall.mark}」太长，最多 {LONGEST_MARK} 个字，如 西。"
        yield FieldProblem(field="mark", message=message)
    if any(char in "〔〕[]（）()第号 " or char.isdigit() for char in hall.mark):
        message = f"代字「{hall.mark}」里不能有数字、括号和“第”“号”，请只写简称，如 西。"
        yield FieldProblem(field="mark", message=message)
    names = [group.name for group in hall.groups]
    for name in sorted({name for name in names if names.count(name) > 1}):
        message = f"调解组「{name}」填了两次，请删去一个。"
        yield FieldProblem(field="groups", message=message)
    for member in hall.members:
        yield from name_problems("members", member.name)
        yield from phone_problems("members", member.phone)
    if sum(member.office is Office.CHAIR for member in hall.members) > 1:
        yield FieldProblem(field="members", message="主任只能有一位，请改正。")
    for helper in hall.helpers:
        yield from phone_problems("helpers", helper.phone)


def _hints(hall: MediationHall, today: date) -> Iterator[str]:
    count = len(hall.members)
    if not FEWEST <= count <= MOST:
        yield f"调解委员会有 {count} 名委员，按人民调解法第八条应为 {FEWEST} 至 {MOST} 名。"
    if not any(member.office is Office.CHAIR for member in hall.members):
        yield "调解委员会还没有主任，按人民调解法第八条应有一名。"
    if not any(member.is_woman for member in hall.members):
        yield "调解委员会里没有妇女，按人民调解法第八条应有妇女成员。"
    if hall.is_mixed and not any(member.is_minority for member in hall.members):
        yield "这里是多民族居住地区，按人民调解法第八条应有人数较少民族的成员。"
    over = [m.name for m in hall.members if m.since and _term_end(m.since) <= today]
    if over:
        names = "、".join(over)
        yield f"{names}的任期已满 {TERM_YEARS} 年（人民调解法第九条），请改选或者连任后更新日期。"


def _term_end(since: date) -> date:
    day = 28 if (since.month, since.day) == (2, 29) else since.day
    return since.replace(year=since.year + TERM_YEARS, day=day)
