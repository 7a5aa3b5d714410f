"""Rules of posts on grids (网格岗位), before they are saved."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from linli.domain.contact_rules import clean_lines, clean_text, name_problems, phone_problems
from linli.domain.posts import PostDraft, role_of
from linli.domain.values.addresses import Address, address_text, normalise_part
from linli.domain.values.names import normalise_name
from linli.domain.values.text import tidy
from linli.errors import FieldProblem

MOST_OWN_ROLES = 30
MOST_ROLE_LENGTH = 20
MOST_DAYS_AHEAD = 366


def clean_post(draft: PostDraft) -> PostDraft:
    """Return a post in normal form; only a role of a building keeps one."""
    place = draft.building if role_of(draft.role).of_building else None
    return replace(
        draft,
        name=normalise_name(draft.name),
        phone=clean_text(draft.phone),
        building=place and clean_building(place),
        note=clean_lines(draft.note),
    )


def clean_building(place: Address) -> Address:
    """Return the building or lane of a place in normal form."""
    return Address(
        estate=normalise_part("estate", place.estate),
        building=normalise_part("building", place.building),
    )


def check_post(draft: PostDraft, today: date) -> list[FieldProblem]:
    """Return every broken rule of a draft in normal form that can be seen without the ledger.

    Who is to come or to leave may be written down beforehand: what holds on a day is what its days
    say, so that cards and lists change when the day comes. A day more than a year ahead is taken
    for a slip of the pen.
    """
    return list(_problems(draft, today))


def _problems(draft: PostDraft, today: date) -> Iterator[FieldProblem]:
    yield from name_problems("name", draft.name)
    yield from phone_problems("phone", draft.phone)
    role = role_of(draft.role)
    if not draft.role:
        yield FieldProblem(field="role", message="没有选岗位，请选一个。")
    elif role.of_building and not (draft.building and address_text(draft.building)):
        message = f"{role.name}要写明是哪一栋楼或哪条巷道，请选一处。"
        yield FieldProblem(field="building", message=message)
    since, until = draft.since, draft.until
    for field, words, day in (("since", "上岗日期", since), ("until", "最后一天", until)):
        if day is not None and is_too_far(day, today):
            yield FieldProblem(field=field, message=far_message(words, day, today))
    if since is not None and until is not None and until < since:
        message = f"最后一天 {until.isoformat()} 早于上岗的 {since.isoformat()}，请改正。"
        yield FieldProblem(field="until", message=message)


def is_too_far(day: date, today: date) -> bool:
    """Whether a day is so far ahead that nobody plans a post for it."""
    return (day - today).days > MOST_DAYS_AHEAD


def far_message(words: str, day: date, today: date) -> str:
    """Return the sentence about such a day; `words` is what the day is."""
    return f"{words} {day.isoformat()} 离今天（{today.isoformat()}）一年多，请核对年份。"


def same_post(one: PostDraft, other: PostDraft) -> bool:
    """Whether two people hold one and the same post: of a grid, or of a building in it."""
    return (one.grid_id, one.role, one.building) == (other.grid_id, other.role, other.building)


def overlaps(one: PostDraft, other: PostDraft) -> bool:
    """Whether there is a day on which both are on their posts."""
    return not (_ends_before(one, other) or _ends_before(other, one))


def double_of(draft: PostDraft, known: Iterable[PostDraft]) -> PostDraft | None:
    """Return the entry that says the same already: this person on this post on these days."""
    for other in known:
        if same_post(draft, other) and overlaps(draft, other) and _same_person(draft, other):
            return other
    return None


def own_role_problems(names: Iterable[str], taken: Iterable[str]) -> list[FieldProblem]:
    """Return what is wrong with the own roles of a community."""
    found, known = [], {tidy(name) for name in taken}
    listed = list(names)
    if len(listed) > MOST_OWN_ROLES:
        message = f"自定岗位最多 {MOST_OWN_ROLES} 个，现在 {len(listed)} 个，请减少。"
        found.append(FieldProblem(field="roles", message=message))
    for name in listed:
        if len(name) > MOST_ROLE_LENGTH:
            message = f"岗位名称「{name}」太长，最多 {MOST_ROLE_LENGTH} 个字，请写短些。"
            found.append(FieldProblem(field="roles", message=message))
        if name in known:
            message = f"「{name}」已经有了，不用再加，请删去。"
            found.append(FieldProblem(field="roles", message=message))
        known.add(name)
    return found


def _same_person(one: PostDraft, other: PostDraft) -> bool:
    for column in ("resident_id", "staff_id"):
        mine, theirs = getattr(one, column), getattr(other, column)
        if mine is not None and theirs is not None:
            return bool(mine == theirs)
    return one.name == other.name


def _ends_before(one: PostDraft, other: PostDraft) -> bool:
    return one.until is not None and other.since is not None and one.until < other.since
