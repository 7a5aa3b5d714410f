"""What beds, neighbours and notices say of a person, for the pane beside the table."""

from linli.domain.neighbours import Neighbour, NeighbourFilter
from linli.domain.register_texts import named
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.privacy.consent_words import consent_facts

Sections = list[tuple[str, list[tuple[str, str]]]]
"""Titles with lines of label and value."""


def person_sections(desk: Desk, resident_id: int, *, revealed: bool) -> Sections:
    """Return the bed a person has, who looks after whom in both directions, and the notice."""
    return [
        (tr("养老床位"), _bed(desk, resident_id)),
        (tr("邻里守望"), _neighbours(desk, resident_id, revealed=revealed)),
        (tr("个人信息"), consent_facts(desk.services.consents.of_resident(resident_id))),
    ]


def _bed(desk: Desk, resident_id: int) -> list[tuple[str, str]]:
    lines = []
    for bed in desk.services.beds.of_resident(resident_id):
        since = bed.stay.facts.since.isoformat() if bed.stay else ""
        words = tr("{bed} · {day} 入住").format(bed=bed.facts.label, day=since)
        lines.append((bed.facts.facility, words))
    return lines


def _neighbours(desk: Desk, resident_id: int, *, revealed: bool) -> list[tuple[str, str]]:
    wanted = NeighbourFilter(resident_id=resident_id, running=True)
    lines, masks = [], desk.services.masking.masks()
    for item in desk.services.neighbours.list_all(wanted):
        if item.facts.resident_id == resident_id:
            phone = item.phone if revealed else masks.show_phone(item.phone)
            lines.append((_role(item), _said(item, phone)))
        else:
            parts = (named(item.person), item.person.address)
            lines.append((tr("守望着"), " · ".join(filter(None, parts))))
    return lines


def _role(item: Neighbour) -> str:
    return tr("有事先打") if item.facts.call_first else tr("守望邻居")


def _said(item: Neighbour, phone: str) -> str:
    key = tr("有钥匙") if item.facts.holds_key else ""
    return " · ".join(filter(None, (item.name, phone or tr("没有电话"), key)))
