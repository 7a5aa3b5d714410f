"""The list of the people of a filter (居民名册) as it is printed: building by building, walked."""

from collections.abc import Sequence
from itertools import groupby

from linli.domain.register_texts import AGE, NAME, NUMBER, PHONE, SEX, age, named
from linli.domain.registers import Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.residents import Resident, ResidentRow
from linli.domain.values.addresses import address_text, building_text
from linli.domain.values.phones import format_phone

_COLUMNS = (
    NUMBER,
    NAME,
    SEX,
    AGE,
    PHONE,
    RegisterColumn(title="住址", width=42, share=2, holds=Holds.PLACE),
    RegisterColumn(title="标签", width=22, share=1, holds=Holds.INTERNAL),
    RegisterColumn(title="备注", width=18, share=1),
)
_NO_HOME = "没有登记住址"
_Person = tuple[ResidentRow, Resident]


def resident_register(people: Sequence[_Person], *, title: str, subtitle: str) -> Register:
    """Return the list of some people for A4, in full; the last column is free to write in.

    Args:
        people: the lines (masked) and the people, in walking order.
        title: stands over the list.
        subtitle: who is on it, in words.
    """
    numbers = iter(range(1, len(people) + 1))
    groups = []
    for building, walked in groupby(people, _building):
        some = list(walked)
        rows = [_row(next(numbers), person) for person in some]
        groups.append(RegisterGroup(heading=f"{building}　{len(some)} 人", rows=rows))
    return Register(
        title=title,
        subtitle=subtitle,
        columns=_COLUMNS,
        groups=tuple(groups),
        foot_note=_sum(people),
    )


def _building(person: _Person) -> str:
    address = person[1].address
    return building_text(address) if address else _NO_HOME


def _row(number: int, person: _Person) -> tuple[str, ...]:
    line, whole = person
    phone = format_phone(whole.facts.phones[0]) if whole.facts.phones else ""
    place = address_text(whole.address)
    return (str(number), named(line), line.sex, age(line), phone, place, line.tags, "")


def _sum(people: Sequence[_Person]) -> str:
    households = {whole.facts.household_id for _, whole in people} - {None}
    return f"共 {len(people)} 人，{len(households)} 户"
