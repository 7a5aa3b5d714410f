"""Rules of a household (户): who follows the head, and how relations read from a new head.

A relation (GB/T 4761) is to the head, so a change of head changes what every member is called.
What follows from the old relations is carried over; what does not is left open (None) for the
clerk: whether a grandchild is the new head's child or nephew, no register says.
"""

from collections.abc import Sequence
from datetime import date
from enum import Enum, auto

from linli.domain.relations import HEAD_CODE, register_rank
from linli.domain.residents import HouseholdMember, Sex

ADULT = 18
"""Years: a head has full civil capacity."""
UNRELATED = "99"


class _Kin(Enum):
    """What a member is to the head."""

    HEAD = auto()
    SPOUSE = auto()
    CHILD = auto()
    CHILD_IN_LAW = auto()
    SONS_CHILD = auto()
    DAUGHTERS_CHILD = auto()
    PARENT = auto()
    PARENT_IN_LAW = auto()
    SIBLING = auto()
    OTHER = auto()


_CODES = {
    _Kin.HEAD: "01 02",
    _Kin.SPOUSE: "10 11 12",
    _Kin.CHILD: "20 21 22 23 24 25 26 29 30 31 32 33 34 35 36 39",
    _Kin.CHILD_IN_LAW: "28 38",
    _Kin.SONS_CHILD: "41 42",
    _Kin.DAUGHTERS_CHILD: "43 44",
    _Kin.PARENT: "50 51 52",
    _Kin.PARENT_IN_LAW: "53 54 55 56",
    _Kin.SIBLING: "70 71 73 75 77",
}
_KIN = {code: kin for kin, codes in _CODES.items() for code in codes.split()}

# By sex of whoever is named: man, woman, not known.
_SPOUSE = ("11", "12", "10")
_CHILD = ("20", "30", None)
_CHILD_IN_LAW = ("28", "38", None)
_PARENT = ("51", "52", "50")
_HUSBANDS_PARENT = ("53", "54", None)
_WIFES_PARENT = ("55", "56", None)
_FATHERS_PARENT = ("61", "62", "60")
_MOTHERS_PARENT = ("63", "64", "60")
_SONS_CHILD = ("41", "42", "40")
_DAUGHTERS_CHILD = ("43", "44", "40")
_ELDER = ("71", "75", "70")
_YOUNGER = ("73", "77", "70")
_SIBLING = ("70", "70", "70")

_Names = tuple[str | None, str | None, str | None]
# (what the new head was, what the member was) to the old head: what the member is now.
_NOW: dict[tuple[_Kin, _Kin], _Names] = {
    (_Kin.SPOUSE, _Kin.HEAD): _SPOUSE,
    (_Kin.SPOUSE, _Kin.PARENT_IN_LAW): _PARENT,
    (_Kin.SPOUSE, _Kin.SIBLING): ("97", "97", "97"),
    (_Kin.CHILD, _Kin.HEAD): _PARENT,
    (_Kin.CHILD, _Kin.SPOUSE): _PARENT,
    (_Kin.PARENT, _Kin.HEAD): _CHILD,
    (_Kin.PARENT, _Kin.SPOUSE): _CHILD_IN_LAW,
    (_Kin.PARENT, _Kin.PARENT): _SPOUSE,
    (_Kin.PARENT, _Kin.SIBLING): _CHILD,
    (_Kin.SONS_CHILD, _Kin.HEAD): _FATHERS_PARENT,
    (_Kin.SONS_CHILD, _Kin.SPOUSE): _FATHERS_PARENT,
    (_Kin.DAUGHTERS_CHILD, _Kin.HEAD): _MOTHERS_PARENT,
    (_Kin.DAUGHTERS_CHILD, _Kin.SPOUSE): _MOTHERS_PARENT,
}
_UNCHANGED = {
    (_Kin.SPOUSE, _Kin.CHILD),
    (_Kin.SPOUSE, _Kin.CHILD_IN_LAW),
    (_Kin.SPOUSE, _Kin.SONS_CHILD),
    (_Kin.SPOUSE, _Kin.DAUGHTERS_CHILD),
    (_Kin.SIBLING, _Kin.PARENT),
}
_SIBLINGS = {
    (_Kin.CHILD, _Kin.CHILD),
    (_Kin.SIBLING, _Kin.HEAD),
    (_Kin.SIBLING, _Kin.SIBLING),
}


def successor(members: Sequence[HouseholdMember], today: date) -> HouseholdMember | None:
    """Return who leads the household next: an adult if there is one, by the register's order.

    Args:
        members: those who stay and live here.
        today: the day on which ages count.
    """

    def order(member: HouseholdMember) -> tuple[bool, int, int, int]:
        birth = member.birth
        minor = birth is not None and birth.age_on(today) < ADULT
        born = 9999 if birth is None else birth.year
        return minor, register_rank(member.relation_code), born, member.resident_id

    return min(members, key=order, default=None)


def relations_after(members: Sequence[HouseholdMember], head_id: int) -> dict[int, str | None]:
    """Return each member's relation to the new head, None where the old relations do not tell.

    Args:
        members: all of the household, with their relations to the old head.
        head_id: the member who leads it now.
    """
    head = next(member for member in members if member.resident_id == head_id)
    old_head = next((member for member in members if _kin(member) is _Kin.HEAD), None)
    found = {m.resident_id: _relation(m, head, old_head) for m in members}
    return found | {head_id: HEAD_CODE}


def _relation(
    member: HouseholdMember, head: HouseholdMember, old_head: HouseholdMember | None
) -> str | None:
    if member.relation_code == UNRELATED and head.relation_code != UNRELATED:
        return UNRELATED
    pair = (_kin(head), _kin(member))
    if head is old_head or pair in _UNCHANGED:
        return member.relation_code
    if pair in _SIBLINGS:
        return _named(_sibling(member, head), member.sex)
    if pair in _NOW:
        return _named(_NOW[pair], member.sex)
    return _named(_through(pair, head, old_head), member.sex)


def _through(
    pair: tuple[_Kin, _Kin], head: HouseholdMember, old_head: HouseholdMember | None
) -> _Names:
    """Return the relations whose name depends on the sex of who stands between."""
    between = Sex.UNKNOWN if old_head is None else old_head.sex
    match pair:
        case (_Kin.SPOUSE, _Kin.PARENT):
            return _by_sex(head.sex, _WIFES_PARENT, _HUSBANDS_PARENT)
        case (_Kin.CHILD_IN_LAW, _Kin.HEAD | _Kin.SPOUSE):
            return _by_sex(head.sex, _WIFES_PARENT, _HUSBANDS_PARENT)
        case (_Kin.CHILD, _Kin.PARENT):
            return _by_sex(between, _FATHERS_PARENT, _MOTHERS_PARENT)
        case (_Kin.PARENT, _Kin.CHILD):
            return _by_sex(between, _SONS_CHILD, _DAUGHTERS_CHILD)
        case _:
            return (None, None, None)


def _by_sex(sex: Sex, man: _Names, woman: _Names) -> _Names:
    if sex is Sex.MALE:
        return man
    return woman if sex is Sex.FEMALE else (None, None, None)


def _sibling(member: HouseholdMember, head: HouseholdMember) -> _Names:
    if member.birth is None or head.birth is None or member.birth.agrees_with(head.birth):
        return _SIBLING
    return _ELDER if member.birth < head.birth else _YOUNGER


def _named(names: _Names, sex: Sex) -> str | None:
    man, woman, unknown = names
    return {Sex.MALE: man, Sex.FEMALE: woman}.get(sex, unknown)


def _kin(member: HouseholdMember) -> _Kin:
    return _KIN.get(member.relation_code or "", _Kin.OTHER)
