"""What the page of a case says at its left: facts, people, agreement, clocks."""

from collections.abc import Iterable, Sequence
from datetime import date

from linli.domain.cases import (
    AGREEMENT_FORM,
    COURT_RULING,
    DISPUTE_TABLE,
    EVENT_TABLE,
    SCALE,
    SIDE,
    SOURCE,
    Agreement,
    Case,
    Party,
)
from linli.domain.clocks import Clock
from linli.domain.codes import code_table
from linli.domain.values.masking import Masks
from linli.domain.values.money import yuan
from linli.gui.i18n import tr
from linli.gui.mediation.words import light_chip
from linli.gui.table import Chip

Facts = list[tuple[str, str]]
"""Lines of label and value."""


def registration_facts(case: Case) -> Facts:
    """Return what was registered; what is not known has no line."""
    facts = case.facts
    source = tr(SOURCE[facts.source]) + (f" · {facts.source_unit}" if facts.source_unit else "")
    kind = code_table(DISPUTE_TABLE).label(facts.kind_code)
    event = code_table(EVENT_TABLE).label(facts.event_code)
    people = tr("{scale}，{count} 人").format(scale=tr(SCALE[facts.scale]), count=facts.persons)
    lines = [
        (tr("登记"), facts.registered_on.isoformat()),
        (tr("受理"), case.accepted_on.isoformat() if case.accepted_on else ""),
        (tr("类型"), " · ".join(filter(None, (kind, event)))),
        (tr("来源"), source),
        (tr("发生"), " ".join(filter(None, (_day(facts.occurred_on), facts.place or "")))),
        (tr("网格"), case.grid or ""),
        (tr("金额"), tr("{yuan} 元").format(yuan=yuan(facts.amount)) if facts.amount else ""),
        (tr("规模"), people + (tr("，疑难复杂") if facts.is_difficult else "")),
        (tr("调解组"), facts.group or ""),
        (tr("简要情况"), facts.summary),
        (tr("申请事项"), "\n".join(facts.requests)),
    ]
    return _known(lines)


def mediator_facts(case: Case) -> Facts:
    """Return who mediates."""
    return [
        (tr("主持") if each.presides else tr("调解员"), each.name)
        for each in sorted(case.facts.mediators, key=lambda each: not each.presides)
    ]


def party_facts(party: Party, masks: Masks, today: date) -> Facts:
    """Return what is known of a party, numbers masked."""
    number = party.id_number or ""
    if party.is_organisation:
        lines = [
            (
                tr("代表人"),
                " ".join(filter(None, (party.representative, party.representative_post))),
            ),
            (tr("信用代码"), number),
        ]
    else:
        age = _age(party.birth, today)
        parts = (
            code_table("sex").label(party.sex_code),
            tr("{age} 岁").format(age=age) if age is not None else "",
            code_table("ethnicity").label(party.ethnicity_code),
            party.occupation or "",
        )
        lines = [
            ("", " · ".join(filter(None, parts))),
            (tr("证件"), masks.show_document(number) if number else ""),
        ]
    lines += [
        (tr("电话"), masks.show_numbers_in(party.phone) if party.phone else ""),
        (tr("住址"), party.address or ""),
    ]
    if party.agent is not None:
        agent = (party.agent.name, party.agent.relation, party.agent.powers)
        lines.append((tr("代理人"), " · ".join(filter(None, agent))))
    return _known(lines)


def side_words(party: Party) -> str:
    """Return a party as the head of its lines: 申请人 张三（居民）."""
    what = tr("（单位）") if party.is_organisation else ""
    what = tr("（居民）") if party.resident_id is not None else what
    return f"{tr(SIDE[party.side])} {party.name}{what}"


def agreement_facts(agreement: Agreement) -> Facts:
    """Return the agreement with what is to be done under it."""
    lines = [
        (tr("形式"), tr(AGREEMENT_FORM[agreement.form])),
        (tr("达成"), agreement.agreed_on.isoformat()),
        (tr("生效"), agreement.effective_on.isoformat()),
        (tr("内容"), "\n".join(f"{n}. {term}" for n, term in enumerate(agreement.terms, 1))),
        (tr("履行方式"), agreement.performance),
    ]
    for duty in agreement.duties:
        due = tr("{day} 以前").format(day=duty.due.isoformat()) if duty.due else ""
        money = tr("{yuan} 元").format(yuan=yuan(duty.amount)) if duty.amount is not None else ""
        done = (
            tr("✓ {day} 已履行").format(day=_day(duty.done_on)) if duty.done_on else tr("○ 未履行")
        )
        lines.append((duty.who, " · ".join(filter(None, (duty.what, money, due, done)))))
    if agreement.applied_on is not None:
        words = (_day(agreement.applied_on), agreement.court or "")
        lines.append((tr("司法确认"), " ".join(filter(None, words))))
    if agreement.ruling is not None:
        lines.append(
            (tr("裁定"), f"{_day(agreement.ruled_on)} {tr(COURT_RULING[agreement.ruling])}")
        )
    return _known(lines)


def clock_facts(clocks: Sequence[Clock]) -> list[tuple[Chip, str]]:
    """Return the open clocks of a case as light and words, what is due first, then the stopped."""
    lines = []
    for clock in clocks:
        if clock.done is None:
            parts = (clock.what, clock.due.isoformat(), tr("已延长") if clock.extended else "")
            lines.append((light_chip(clock), " · ".join(filter(None, parts))))
    stopped = len(clocks) - len(lines)
    if stopped:
        late = sum(clock.days_late > 0 for clock in clocks if clock.done is not None)
        words = tr("{count} 项").format(count=stopped)
        words += tr("，其中超期 {late} 项").format(late=late) if late else ""
        lines.append((Chip(text=tr("已办结"), glyph="✓"), words))
    return lines


def _known(lines: Iterable[tuple[str, str]]) -> Facts:
    return [(label, value) for label, value in lines if value]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _age(birth: date | None, today: date) -> int | None:
    if birth is None:
        return None
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))
