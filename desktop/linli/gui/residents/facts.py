"""What the detail pane says of a person, as lines of label and value; what is absent has none."""

from collections.abc import Sequence
from datetime import date

from linli.domain.cards import IssuedCard
from linli.domain.codes import code_table
from linli.domain.entitlement_rules import ENTITLEMENT_TABLE
from linli.domain.entitlements import Entitlement
from linli.domain.grids import GridDraft
from linli.domain.labels import (
    GRID_ROLE,
    MANAGEMENT,
    PARTY_BELONGING,
    PARTY_MANAGEMENT,
    SEX,
    STATUS,
)
from linli.domain.party import PartyMembership
from linli.domain.residents import (
    Dwelling,
    FloatingStay,
    HouseholdMember,
    Resident,
    ResidentStatus,
)
from linli.domain.sensitive import is_sensitive, without_sensitive
from linli.domain.values.addresses import address_text
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import document_kind_label
from linli.domain.values.masking import Masks
from linli.domain.values.money import yuan
from linli.domain.values.phones import format_phone
from linli.domain.visits import VISIT_TABLE, Visit
from linli.gui.i18n import tr
from linli.gui.registers.due_words import due_words, state_words

Facts = list[tuple[str, str]]
"""Lines of label and value."""


def headline(resident: Resident, today: date) -> str:
    """Return sex, age and place in the household: 女 · 72 岁 · 户主."""
    facts = resident.facts
    age = None if facts.birth is None else facts.birth.age_on(today)
    living = resident.status is not ResidentStatus.DECEASED
    parts = [
        tr(SEX[facts.sex]),
        tr("{age} 岁").format(age=age) if age is not None and living else "",
        tr("户主") if resident.is_head else _label("relation", facts.relation_code),
    ]
    return " · ".join(part for part in parts if part)


def number_facts(resident: Resident, masks: Masks, *, revealed: bool) -> Facts:
    """Return documents and phones, masked unless `revealed`."""
    lines = []
    for document in resident.facts.documents:
        number = document.number if revealed else masks.show_document(document.number)
        lines.append((document_kind_label(document.kind), number))
    for phone in resident.facts.phones:
        number = format_phone(phone) if revealed else masks.show_phone(phone.number)
        note = tr("（{note}）").format(note=phone.note) if phone.note else ""
        lines.append((tr("联系电话"), number + note))
    return lines


def place_facts(resident: Resident) -> Facts:
    """Return where the person lives and is registered."""
    return _present(
        (tr("住址"), "" if resident.address is None else address_text(resident.address)),
        (tr("网格"), resident.grid_label),
        (tr("户号"), resident.household_number),
        (tr("户籍地址"), resident.facts.registered_address),
        (tr("原村"), resident.facts.origin_village),
        (tr("返迁"), tr("是") if resident.facts.returned else ""),
    )


def has_hidden_tags(resident: Resident) -> bool:
    """Whether there are tags that are shown only with a reason."""
    return any(map(is_sensitive, resident.facts.care_tags))


def _tags(tags: Sequence[str], *, revealed: bool) -> str:
    if revealed or not any(map(is_sensitive, tags)):
        return "、".join(tags)
    return "、".join((*without_sensitive(tags), tr("另有受限标签，点“显示号码”查看")))


def person_facts(resident: Resident, masks: Masks, *, revealed: bool) -> Facts:
    """Return the rest of what is known of the person; sensitive tags only if `revealed`."""
    facts = resident.facts
    return _present(
        (tr("出生日期"), _day(facts.birth)),
        (tr("民族文字姓名"), facts.native_name),
        (tr("曾用名"), facts.former_name),
        (tr("民族"), _label("ethnicity", facts.ethnicity_code)),
        (tr("文化程度"), _label("education", facts.education_code)),
        (tr("政治面貌"), _label("politics", facts.politics_code)),
        (tr("婚姻状况"), _label("marriage", facts.marriage_code)),
        (tr("职业"), facts.occupation),
        (tr("工作单位"), facts.employer),
        (tr("标签"), _tags(facts.care_tags, revealed=revealed)),
        (tr("特长"), "、".join(facts.skills)),
        (tr("备注"), facts.note if revealed else masks.show_numbers_in(facts.note or "")),
    )


def standing_facts(resident: Resident) -> Facts:
    """Return since when and why the person no longer lives here."""
    if resident.status is ResidentStatus.PRESENT:
        return []
    day = "" if resident.status_date is None else resident.status_date.isoformat()
    return _present((tr(STATUS[resident.status]), day), (tr("说明"), resident.status_note))


def floating_facts(stay: FloatingStay, masks: Masks) -> Facts:
    """Return what is recorded of a floating person; numbers are masked."""
    management = "" if stay.management is None else tr(MANAGEMENT[stay.management])
    expires = "" if stay.permit_expires is None else stay.permit_expires.isoformat()
    leaves = "" if stay.expected_leave is None else stay.expected_leave.isoformat()
    return _present(
        (tr("来自"), stay.origin),
        (tr("来此日期"), _day(stay.arrived)),
        (tr("来此原因"), _label("floating_reason", stay.reason_code)),
        (tr("住所类型"), _label("housing", stay.housing_code)),
        (tr("证照"), _label("permit", stay.permit_code)),
        (tr("证照号码"), masks.show_document(stay.permit_number or "")),
        (tr("有效期至"), expires),
        (tr("预计离开"), leaves),
        (tr("房东"), stay.landlord_name),
        (tr("房东电话"), masks.show_phone(stay.landlord_phone or "")),
        (tr("管理类别"), management),
    )


def party_facts(party: PartyMembership) -> Facts:
    """Return what is recorded of a party member."""
    management, belonging = party.management, party.belonging
    return _present(
        (tr("党支部"), party.branch),
        (tr("入党日期"), _day(party.joined)),
        (tr("管理方式"), "" if management is None else tr(PARTY_MANAGEMENT[management])),
        (tr("组织关系"), "" if belonging is None else tr(PARTY_BELONGING[belonging])),
        (tr("关系所在党组织"), party.home_organisation),
        (tr("流动党员证号"), party.certificate),
        (tr("流动登记日期"), _day(party.registered)),
        (tr("困难党员"), tr("是") if party.difficulty else ""),
        (tr("认领岗位"), party.post),
        (tr("党员备注"), party.note),
    )


def entitlement_facts(items: Sequence[Entitlement], today: date) -> Facts:
    """Return what a person gets: 最低生活保障 · 520 元/月 · 享受中."""
    lines = []
    for item in items:
        amount = item.facts.amount
        parts = [
            "" if amount is None else tr("{amount} 元/月").format(amount=yuan(amount)),
            state_words(item, today),
        ]
        kind = code_table(ENTITLEMENT_TABLE).label(item.facts.kind_code)
        lines.append((kind, " · ".join(filter(None, parts))))
    return lines


def visit_facts(items: Sequence[Visit], today: date) -> Facts:
    """Return the last visits: 2026-11-20 — 住院必访 · 王芳 · 下次走访 2026-12-01."""
    lines = []
    for item in items:
        kind = code_table(VISIT_TABLE).label(item.facts.kind_code)
        due = due_words(item, today) if item.is_last else ""
        following = tr("下次 {day}").format(day=due) if due else ""
        parts = (kind, item.facts.visitor, following)
        lines.append((item.facts.day.isoformat(), " · ".join(filter(None, parts))))
    return lines


def rental_facts(dwelling: Dwelling) -> Facts:
    """Return what is recorded of the rented dwelling."""
    rental = dwelling.rental
    if rental is None:
        return []
    rooms = "" if rental.rooms is None else tr("{count} 间").format(count=rental.rooms)
    people = "" if rental.occupants is None else tr("{count} 人").format(count=rental.occupants)
    return _present(
        (tr("出租编号"), rental.number),
        (tr("房东"), rental.landlord_name),
        (tr("房间"), rooms),
        (tr("租住"), people),
        (tr("管理类别"), "" if rental.management is None else tr(MANAGEMENT[rental.management])),
        (tr("租客"), "、".join(tenancy.name for tenancy in rental.tenancies)),
    )


def officer_facts(grid: GridDraft) -> Facts:
    """Return who looks after the grid, with their published phone."""
    return [
        (tr(GRID_ROLE[officer.role]), " ".join(filter(None, (officer.name, officer.phone))))
        for officer in grid.officers
    ]


def card_line(card: IssuedCard) -> str:
    """Return a card as the pane lists it: kind, number, day and standing."""
    parts = [card.kind_title, card.number, card.issued_at.date().isoformat()]
    if card.withdrawn_at is not None:
        parts.append(tr("已收回"))
    elif card.outdated:
        parts.append(tr("内容已变，宜换卡"))
    return " · ".join(parts)


def member_line(member: HouseholdMember, today: date) -> str:
    """Return a member as the pane lists them: 李秀英 · 妻 · 70 岁."""
    relation = tr("户主") if member.is_head else _label("relation", member.relation_code)
    living = member.status is not ResidentStatus.DECEASED
    age = ""
    if member.birth is not None and living:
        age = tr("{age} 岁").format(age=member.birth.age_on(today))
    standing = "" if member.status is ResidentStatus.PRESENT else tr(STATUS[member.status])
    return " · ".join(part for part in (member.name, relation, age, standing) if part)


def _present(*lines: tuple[str, str | None]) -> Facts:
    return [(label, value) for label, value in lines if value]


def _label(table: str, code: str | None) -> str:
    return code_table(table).label(code)


def _day(day: PartialDate | None) -> str:
    return "" if day is None else day.display()
