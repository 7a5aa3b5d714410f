"""How grids are staffed: the template of a community (1+2+2+X), gaps, doubled posts, loads.

The source names the template and does not say what 1, 2, 2 and X are: that is the community's to
say, and until it has, nothing is checked against it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from linli.domain.posts import CONTACT, Post, role_of
from linli.domain.teams import person_key
from linli.errors import FieldProblem

LEAST_GRIDS, MOST_GRIDS = 2, 4
"""每个工作人员联系2-4个网格."""
_MOST_COUNT = 99


@dataclass(frozen=True, kw_only=True)
class Slot:
    """A part of the template: `sign` is 1, 2 or X, `count` how many there must be, None any."""

    sign: str
    role: str | None = None
    count: int | None = None


EMPTY_TEMPLATE = (
    Slot(sign="1", count=1),
    Slot(sign="2", count=2),
    Slot(sign="2", count=2),
    Slot(sign="X"),
)
"""What nobody has filled in."""


@dataclass(frozen=True, kw_only=True)
class LoadRule:
    """How many grids somebody is in touch with, and the roles by which one is."""

    least: int = LEAST_GRIDS
    most: int = MOST_GRIDS
    roles: tuple[str, ...] = (CONTACT,)


@dataclass(frozen=True, kw_only=True)
class Vacancy:
    """A post that nobody holds (空缺), or too few."""

    grid_id: int
    grid: str
    role: str
    place: str
    wanted: int
    have: int

    @property
    def words(self) -> str:
        """What is missing, in the clerk's words."""
        return f"缺 {self.wanted - self.have} 人（应有 {self.wanted}，现有 {self.have}）"


@dataclass(frozen=True, kw_only=True)
class Doubled:
    """Somebody on several posts (一人多岗), or several people on one (一岗多人)."""

    who: str
    what: str
    one_person: bool


@dataclass(frozen=True, kw_only=True)
class Load:
    """Somebody in touch with grids, and whether there are as many as the rule asks for."""

    name: str
    grids: tuple[str, ...]
    fits: bool


def is_filled(template: Sequence[Slot]) -> bool:
    """Whether the community has said what every part of the template is."""
    return bool(template) and all(slot.role for slot in template)


def check_template(template: Sequence[Slot]) -> list[FieldProblem]:
    """Return what is wrong with a template: half filled, a role twice, no people."""
    found = []
    seen: set[str] = set()
    for place, slot in enumerate(template):
        if not slot.role and any(other.role for other in template):
            message = f"第 {place + 1} 项（{slot.sign}）没有选岗位，请选一个，或都不填。"
            found.append(FieldProblem(field=f"role{place}", message=message))
        if slot.role and slot.role in seen:
            message = f"「{role_of(slot.role).name}」选了两次，请换一个。"
            found.append(FieldProblem(field=f"role{place}", message=message))
        if slot.count is not None and not 1 <= slot.count <= _MOST_COUNT:
            message = f"人数要在 1 到 {_MOST_COUNT} 之间，现在是 {slot.count}，请改正。"
            found.append(FieldProblem(field=f"count{place}", message=message))
        seen.add(slot.role or "")
    return found


def check_load_rule(rule: LoadRule) -> list[FieldProblem]:
    """Return what is wrong with the bounds."""
    if 0 <= rule.least <= rule.most <= _MOST_COUNT:
        return []
    message = f"最少 {rule.least} 个、最多 {rule.most} 个不成范围，请改正。"
    return [FieldProblem(field="most", message=message)]


def template_words(template: Sequence[Slot]) -> str:
    """Return a template in one line: 网格长 1、网格员 2、信息员 若干; "" where it is not filled."""
    if not is_filled(template):
        return ""
    return "、".join(f"{role_of(slot.role or '').name} {slot.count or '若干'}" for slot in template)


def vacancies(
    template: Sequence[Slot],
    grids: Mapping[int, str],
    places: Mapping[str, Mapping[int, Sequence[str]]],
    posts: Sequence[Post],
) -> list[Vacancy]:
    """Return what is missing by a filled template.

    Args:
        template: what each grid must have; of a role of buildings each building must have it.
        grids: names of the grids that it holds for.
        places: of a role of buildings what these are called in each grid.
        posts: who is on a post on the day.
    """
    found = []
    for grid_id, name in grids.items():
        here = [post for post in posts if post.facts.grid_id == grid_id]
        for slot in template:
            if slot.role is None or slot.count is None:
                continue
            of_role = [post for post in here if post.facts.role == slot.role]
            of_building = role_of(slot.role).of_building
            seats = places[slot.role].get(grid_id, ()) if of_building else ("",)
            for place in seats:
                have = len([post for post in of_role if post.place == place or not place])
                if have < slot.count:
                    vacancy = Vacancy(
                        grid_id=grid_id,
                        grid=name,
                        role=role_of(slot.role).name,
                        place=place,
                        wanted=slot.count,
                        have=have,
                    )
                    found.append(vacancy)
    return found


def doubled(posts: Sequence[Post]) -> list[Doubled]:
    """Return who is on several posts, and which single posts several people hold."""
    people: dict[object, list[Post]] = {}
    seats: dict[object, list[Post]] = {}
    for post in posts:
        facts = post.facts
        people.setdefault(person_key(facts), []).append(post)
        if role_of(facts.role).single:
            seats.setdefault((facts.grid_id, facts.role, post.place), []).append(post)
    found = [
        Doubled(
            who=held[0].facts.name,
            what="、".join(f"{post.grid}{post.title}" for post in held),
            one_person=True,
        )
        for held in people.values()
        if len(held) > 1
    ]
    found += [
        Doubled(
            who="、".join(post.facts.name for post in held),
            what=f"{held[0].grid}{held[0].title}",
            one_person=False,
        )
        for held in seats.values()
        if len(held) > 1
    ]
    return found


def loads(posts: Iterable[Post], rule: LoadRule) -> list[Load]:
    """Return with how many grids each is in touch who is by the rule, the first met first."""
    grids: dict[object, dict[str, None]] = {}
    names: dict[object, str] = {}
    for post in posts:
        if post.facts.role in rule.roles:
            key = person_key(post.facts)
            names.setdefault(key, post.facts.name)
            grids.setdefault(key, {})[post.grid] = None
    return [
        Load(
            name=names[key],
            grids=tuple(of),
            fits=rule.least <= len(of) <= rule.most,
        )
        for key, of in grids.items()
    ]
