"""What the documents of cases have in common: who the parties are, who signs, days and words."""

from collections.abc import Iterable, Sequence
from datetime import date

from linli.domain.case_papers import Cell as _Cell
from linli.domain.case_papers import Field, Form, FormRow, Passage, Signing, Slots
from linli.domain.cases import SIDE, Case, Party, Side
from linli.domain.codes import code_table
from linli.domain.register_texts import spoken
from linli.domain.registers import Align
from linli.domain.values.dates import PartialDate

PARTY = "当事人"
SIGNED = "签名、盖章或按指印"
_STAMPED = "代表人签名、单位盖章"
_ROW = 12.0  # shares in a row of a form
_COUNTED = "一二三四五六七八九十"


def roles(case: Case) -> list[tuple[str, Party]]:
    """Return the parties with what they are called: 申请人, or 申请人（一） of several."""
    return [pair for side in Side for pair in of_side(case, side)]


def of_side(case: Case, side: Side) -> list[tuple[str, Party]]:
    """Return the parties of one side with what they are called."""
    found = [party for party in case.facts.parties if party.side is side]
    if len(found) < 2:
        return [(SIDE[side], party) for party in found]
    return [(f"{SIDE[side]}（{counted(n)}）", party) for n, party in enumerate(found, 1)]


def counted(number: int) -> str:
    """Return 三 for 3; beyond ten in figures."""
    return _COUNTED[number - 1] if 1 <= number <= len(_COUNTED) else str(number)


def names(people: Iterable[str]) -> str:
    """Return names one after the other."""
    return "、".join(filter(None, people))


def party_names(case: Case) -> str:
    """Return the parties' names, applicants first."""
    return names(party.name for _, party in roles(case))


def mediators(case: Case) -> str:
    """Return who mediates, the one who leads first."""
    ordered = sorted(case.facts.mediators, key=lambda each: not each.presides)
    return names(each.name for each in ordered)


def number_of(case: Case) -> str:
    """Return the case's number, "" before it is accepted."""
    return "" if case.number is None else str(case.number)


def kind_of(case: Case) -> str:
    """Return the kind of dispute in words."""
    return code_table("dispute_kinds").label(case.facts.kind_code)


def numbered(items: Sequence[str]) -> str:
    """Return items one a line, with figures where there are several."""
    if len(items) < 2:
        return "".join(items)
    return "\n".join(f"{number}. {item}" for number, item in enumerate(items, 1))


def age_on(party: Party, day: date | None) -> str:
    """Return a person's completed years on the document's day."""
    if party.birth is None or day is None or day < party.birth:
        return ""
    birth = party.birth
    return str(PartialDate(birth.year, birth.month, birth.day).age_on(day))


def party_key(party: Party, number: int) -> str:
    """Return by what the fields of a party are known."""
    return f"party:{party.id}" if party.id is not None else f"party-{number}"


def party_slots(people: Sequence[tuple[str, Party]], day: date | None) -> tuple[Slots, ...]:
    """Return the lines that tell who the parties are, ages on `day`."""
    found: list[Slots] = []
    for number, (role, party) in enumerate(people):
        make = _organisation if party.is_organisation else _person
        found += make(role, party, party_key(party, number), day)
        found += _agent(role, party, party_key(party, number))
    return tuple(found)


def passage(
    key: str, title: str, text: str, *, lines: int = 5, required: bool = False, headed: bool = True
) -> Passage:
    """Return prose of several lines."""
    field = Field(key=key, title=title, text=text, lines=lines, required=required)
    return Passage(field=field, headed=headed)


def line(
    key: str, title: str, text: str, *, required: bool = False, fleeting: bool = False
) -> Slots:
    """Return one label with its value."""
    field = Field(key=key, title=title, text=text, required=required, fleeting=fleeting)
    return Slots(fields=(field,))


def day_field(day: date | None, *, title: str = "日期", fleeting: bool = False) -> Field:
    """Return the day of a document."""
    return Field(key="day", title=title, text=spoken(day), required=True, fleeting=fleeting)


def signing(
    labels: Iterable[str], day: Field | None = None, *, seal: str = "", columns: int = 2
) -> Signing:
    """Return where it is signed."""
    stamped = f"{seal}（印章）" if seal else ""
    return Signing(labels=tuple(labels), columns=columns, seal=stamped, day=day)


def party_signs(people: Sequence[tuple[str, Party]], *, how: str = SIGNED) -> list[str]:
    """Return the labels under which parties sign, each in a column of its own.

    For an organisation its representative signs, and its seal is put there.
    """
    return [
        f"{role} {party.name}（{_STAMPED if party.is_organisation else how}）"
        for role, party in people
    ]


def form_row(
    *cells: tuple[str, Field] | tuple[str, Field, float], height: float = 10.0, label: float = 2.2
) -> FormRow:
    """Return a row of labels and values; `label` is a label's part of the row."""
    made: list[_Cell] = []
    even = _ROW / len(cells) - label
    for cell in cells:
        text, field, *share = cell
        align = Align.LEFT if field.lines > 1 else Align.CENTER
        made += [
            _Cell(share=label, text=text),
            _Cell(share=share[0] if share else even, field=field, align=align),
        ]
    return FormRow(cells=tuple(made), height=height)


def form_field(key: str, title: str, text: str, *, lines: int = 1, required: bool = False) -> Field:
    """Return a field of a form."""
    return Field(key=key, title=title, text=text, lines=lines, required=required)


def party_form(people: Sequence[tuple[str, Party]], day: date | None) -> tuple[Form, ...]:
    """Return a block of rows for each party."""
    return tuple(
        Form(label=role, rows=_rows(party, party_key(party, number), f"{role} {party.name}", day))
        for number, (role, party) in enumerate(people)
    )


# ---- private ------------------------------------------------------------------------------


def _person(role: str, party: Party, key: str, day: date | None) -> list[Slots]:
    group = f"{role} {party.name}"
    name, sex, nation, age, work, phone, place = _person_fields(role, party, key, group, day)
    return [
        Slots(fields=(name, sex, nation, age), shares=(3.7, 1.9, 2.2, 2.2)),
        Slots(fields=(work, phone), shares=(1.0, 1.0)),
        Slots(fields=(place,)),
    ]


def _person_fields(
    role: str, party: Party, key: str, group: str, day: date | None
) -> tuple[Field, ...]:
    sex = code_table("sex").label(party.sex_code)
    nation = code_table("ethnicity").label(party.ethnicity_code)

    def field(name: str, title: str, text: str | None, *, required: bool = False) -> Field:
        return Field(
            key=f"{key}:{name}", title=title, text=text or "", group=group, required=required
        )

    age = Field(key=f"{key}:age", title="年龄", text=age_on(party, day), group=group, unit="岁")
    return (
        field("name", f"{role}姓名", party.name, required=True),
        field("sex", "性别", sex),
        field("nation", "民族", nation),
        age,
        field("work", "职业或职务", party.occupation),
        field("phone", "联系方式", party.phone),
        field("place", "单位或住址", party.address),
    )


def _organisation(role: str, party: Party, key: str, _day: date | None) -> list[Slots]:
    name, head, post, phone, place = _organisation_fields(role, party, key, f"{role} {party.name}")
    return [
        Slots(fields=(name,)),
        Slots(fields=(head, post), shares=(1.35, 1.0)),
        Slots(fields=(phone,)),
        Slots(fields=(place,)),
    ]


def _organisation_fields(role: str, party: Party, key: str, group: str) -> tuple[Field, ...]:
    said = (
        ("name", f"{role}名称", party.name, True),
        ("head", "法定代表人（负责人）", party.representative, False),
        ("post", "职务", party.representative_post, False),
        ("phone", "联系方式", party.phone, False),
        ("place", "单位地址", party.address, False),
    )
    return tuple(
        Field(key=f"{key}:{name}", title=title, text=text or "", group=group, required=required)
        for name, title, text, required in said
    )


def _agent(role: str, party: Party, key: str) -> list[Slots]:
    agent = party.agent
    if agent is None:
        return []
    group = f"{role} {party.name}"
    return [
        Slots(
            fields=(
                Field(key=f"{key}:agent", title="委托代理人", text=agent.name, group=group),
                Field(
                    key=f"{key}:agent-phone",
                    title="代理人联系方式",
                    text=agent.phone or "",
                    group=group,
                ),
            )
        )
    ]


def _rows(party: Party, key: str, group: str, day: date | None) -> tuple[FormRow, ...]:
    """Return the rows of one party in a form."""
    if party.is_organisation:
        fields = _organisation_fields("", party, key, group)
        name, head, post, phone, place = fields
        return (
            form_row((name.title, name)),
            form_row((head.title, head), (post.title, post)),
            form_row((phone.title, phone), (place.title, place)),
        )
    name, sex, nation, age, work, phone, place = _person_fields("", party, key, group, day)
    return (
        form_row(
            (name.title, name, 3.0),
            (sex.title, sex, 1.5),
            (nation.title, nation, 2.0),
            (age.title, age, 1.5),
            label=1.5,
        ),
        form_row((work.title, work), (phone.title, phone)),
        form_row((place.title, place)),
    )
