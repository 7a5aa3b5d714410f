"""Petitions (信访) as they are printed: the register, and the slips that the person receives."""

from collections.abc import Sequence

from linli.domain.letters import Letter, LetterLine, body, fact, sign
from linli.domain.petition_clocks import PetitionClocks
from linli.domain.petition_flow import DECIDES_ACCEPTANCE, MOVE, STATE, Move
from linli.domain.petitions import FORM, Petition, PetitionStep
from linli.domain.register_texts import spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup

_OUTCOMES = (Move.RECHECK, Move.REVIEW, Move.DECIDE, Move.REFUSE)


def petition_register(items: Sequence[Petition], clocks: PetitionClocks, *, title: str) -> Register:
    """Return petitions in the order given, for A4 across; phones in full, to be masked."""
    columns = (
        RegisterColumn(title="编号", width=32, align=Align.CENTER),
        RegisterColumn(title="收到", width=25, align=Align.CENTER),
        RegisterColumn(title="形式", width=14, align=Align.CENTER),
        RegisterColumn(title="信访人", width=26, holds=Holds.NAME),
        RegisterColumn(title="电话", width=29, holds=Holds.PHONE),
        RegisterColumn(title="事项", width=32, share=2, holds=Holds.PRIVATE),
        RegisterColumn(title="办理单位", width=22, share=1),
        RegisterColumn(title="状态", width=20),
        RegisterColumn(title="期限", width=28),
        RegisterColumn(title="结果", width=26, share=2, holds=Holds.PRIVATE),
    )
    rows = tuple(
        (
            item.number,
            item.facts.received_on.isoformat(),
            FORM[item.facts.form],
            name_text(item),
            item.phone,
            item.facts.matter,
            item.unit,
            state_text(item),
            due_text(item, clocks, between="\n"),
            outcome_text(item).replace("\n", "；"),
        )
        for item in items
    )
    repeats = sum(item.is_repeat for item in items)
    people = sum(item.facts.persons for item in items)
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 件，{people} 人次，其中重复信访 {repeats} 件",
    )


def told_letter(
    petition: Petition, *, community: str, printed: str, clocks: PetitionClocks
) -> Letter:
    """Return what tells the person whether a petition was accepted (告知单)."""
    decision = petition.last(*DECIDES_ACCEPTANCE)
    if decision is None:
        raise LookupError("nothing was decided yet")
    facts = petition.facts
    lines: list[LetterLine] = [
        body(
            f"{facts.name}：您于{spoken(facts.received_on)}{FORM[facts.form]}反映的事项"
            f"（编号 {petition.number}）已经收到，现将办理情况告知如下。"
        ),
        fact("反映的事项", facts.matter),
        fact("决定", MOVE[decision.move]),
        fact("决定日期", spoken(decision.day)),
    ]
    if decision.unit:
        lines.append(fact("办理单位", decision.unit))
    if decision.text:
        lines.append(fact("说明", decision.text))
    due = clocks.settling(petition)
    if due is not None:
        lines.append(fact("办结期限", f"{spoken(due.due)}以前答复您"))
    lines += [body(community), sign("经办人"), sign("信访人签收"), sign("日期")]
    return Letter(title="信访事项告知单", subtitle=community, lines=tuple(lines), printed=printed)


def answer_letter(
    petition: Petition, *, community: str, printed: str, clocks: PetitionClocks
) -> Letter:
    """Return the slip of the answer (答复单) with what was decided, and what the person may do."""
    decision = petition.last(*_OUTCOMES)
    if decision is None:
        raise LookupError("nothing was decided yet")
    facts = petition.facts
    lines: list[LetterLine] = [
        body(f"{facts.name}：您反映的事项（编号 {petition.number}）已经办理，现答复如下。"),
        fact("反映的事项", facts.matter),
        fact("收到日期", spoken(facts.received_on)),
        fact("办理单位", petition.unit),
        fact(_called(decision), decision.text or ""),
        fact("作出日期", spoken(decision.day)),
    ]
    if decision.move in (Move.DECIDE, Move.REVIEW):
        lines.append(body(_may_ask(petition, decision, clocks)))
    lines += [body(community), sign("经办人"), sign("信访人签收"), sign("日期")]
    return Letter(title="信访事项答复单", subtitle=community, lines=tuple(lines), printed=printed)


def name_text(item: Petition) -> str:
    """Return whose a petition is, with how many they are."""
    many = f"等 {item.facts.persons} 人" if item.facts.persons > 1 else ""
    again = f"（第 {item.times} 次）" if item.times > 1 else ""
    return item.facts.name + many + again


def state_text(item: Petition) -> str:
    """Return where a petition stands, 作废 of a voided one."""
    return "作废" if item.voided_reason else STATE[item.state]


def due_text(item: Petition, clocks: PetitionClocks, *, between: str = " ") -> str:
    """Return by when what has to be done next, and how long that is; `between` parts the words."""
    clock = clocks.next_due(item)
    if clock is None:
        return ""
    return between.join((clock.what, clock.due.isoformat(), clock.words))


def outcome_text(item: Petition) -> str:
    """Return what came of a petition so far."""
    step = item.last(Move.CLOSE, *_OUTCOMES)
    return "" if step is None or not step.text else step.text


def _called(decision: PetitionStep) -> str:
    return {Move.REVIEW: "复查意见", Move.RECHECK: "复核意见", Move.REFUSE: "不予受理理由"}.get(
        decision.move, "处理意见"
    )


def _may_ask(petition: Petition, decision: PetitionStep, clocks: PetitionClocks) -> str:
    what = "复查" if decision.move is Move.DECIDE else "复核"
    clock, served = clocks.asking(petition), petition.last(Move.ANSWER, Move.REVIEW)
    if clock is not None and served is not None and served.day >= decision.day:
        until = f"{spoken(clock.due)}以前"
    else:
        until = "自收到本答复之日起在规定期限内"
    return f"对以上意见不服的，可以{until}向上一级机关、单位请求{what}。"
