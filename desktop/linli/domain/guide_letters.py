"""What a hall hands out about its services: guides, notices of all that is needed, receipts."""

from collections.abc import Sequence

from linli.domain.agency import AgencyCase
from linli.domain.guides import Guide, GuideDraft, GuideKind, time_words
from linli.domain.letters import Letter, LetterLine, body, fact, heading, sign, tick
from linli.domain.register_texts import spoken
from linli.domain.settings import HallFacts

_NO_MATERIALS = "不需要材料"
_NONE = "没有特别的条件"


def guide_letter(guide: Guide, hall: HallFacts, printed: str) -> Letter:
    """Return a guide or a work rule, to hang up or to lay out."""
    facts = guide.facts
    if facts.kind is GuideKind.RULES:
        lines = [*_part("依据", facts.basis), *_part("适用", facts.conditions)]
        lines += [heading("内容"), *map(body, _numbered(facts.steps))]
        lines += [fact("监督电话", facts.phone or hall.hotline or "")]
    else:
        lines = [
            *_part("依据", facts.basis),
            *_part("办理条件", facts.conditions),
            *_part("需要的材料", facts.materials, numbered=True),
            *_part("办理程序", facts.steps, numbered=True),
            *_ending(facts, hall),
        ]
    return _letter(facts.title, guide, hall, lines, printed)


def telling_letter(guide: Guide, hall: HallFacts, printed: str) -> Letter:
    """Return the notice of all that is needed (一次性告知单): materials to tick, a line to sign."""
    facts = guide.facts
    lines = [
        fact("事项", facts.title),
        fact("告知的人", "＿＿＿＿＿＿＿＿"),
        fact("依据", facts.basis or "社区便民服务"),
        heading("条件"),
        *map(body, _numbered(facts.conditions) or [_NONE]),
        heading("程序"),
        *map(body, _numbered(facts.steps)),
        fact("期限", time_words(facts) or "随到随办"),
        heading("材料（已经带来的打勾，没有打勾的请补齐）"),
        *([tick(line) for line in _lines(facts.materials)] or [body(_NO_MATERIALS)]),
        fact("收费", facts.fee or ""),
        fact("咨询电话", facts.phone or hall.hotline or ""),
        sign("告知人（经办人）"),
        sign("被告知人签名"),
        sign("日期"),
    ]
    return _letter("一次性告知单", guide, hall, lines, printed)


def receipt_letters(case: AgencyCase, hall: HallFacts, printed: str) -> tuple[Letter, Letter]:
    """Return the stub (存根), which stays, and the receipt (回执), which goes along."""
    facts = case.facts
    shared = [
        fact("编号", case.number),
        fact("姓名", facts.name),
        fact("代办事项", facts.item),
        fact("接件日期", spoken(facts.received_on)),
        *([fact("接件站点", case.station)] if case.station else []),
        heading("收到的材料"),
        *([body(line) for line in _numbered(facts.materials)] or [body("没有收材料。")]),
        fact("承诺办结", spoken(facts.promised_on) if facts.promised_on else "没有约定日期"),
        fact("首问责任人", facts.first_asked),
    ]
    log = [
        body(_log_line(step.day.isoformat(), step.giver, step.taker, step.words))
        for step in case.steps
    ]
    stub = [*shared, fact("联系电话", facts.phone or "")]
    stub += [heading("交接记录"), *(log or [body("还没有交接。")])]
    if case.ended is not None:
        stub += [fact("办理结果", f"{spoken(case.ended.closed_on)}　{case.ended.result}")]
    stub += [sign("交件人签名"), sign("经办人签名"), sign("结果领取人签名"), sign("领取日期")]
    told = "请凭这张回执领取结果。到期没有接到通知的，请打咨询电话或找首问责任人。代办不收费。"
    receipt = [
        *shared,
        fact("咨询电话", hall.hotline or ""),
        body(told),
        sign("经办人签名（盖章）"),
        sign("日期"),
    ]
    return (
        Letter(title="全程代办存根", subtitle=hall.hall_name, lines=tuple(stub), printed=printed),
        Letter(
            title="全程代办回执", subtitle=hall.hall_name, lines=tuple(receipt), printed=printed
        ),
    )


def _letter(
    title: str, guide: Guide, hall: HallFacts, lines: Sequence[LetterLine], printed: str
) -> Letter:
    subtitle = "　".join(filter(None, (hall.hall_name, guide.station)))
    return Letter(title=title, subtitle=subtitle, lines=tuple(lines), printed=printed)


def _ending(facts: GuideDraft, hall: HallFacts) -> list[LetterLine]:
    said = (
        ("办理期限", time_words(facts) or "随到随办"),
        ("收费", facts.fee or ""),
        ("咨询电话", facts.phone or hall.hotline or ""),
    )
    return [fact(label, text) for label, text in said if text]


def _part(title: str, text: str | None, *, numbered: bool = False) -> list[LetterLine]:
    lines = _numbered(text) if numbered else _lines(text)
    return [heading(title), *map(body, lines)] if lines else []


def _lines(text: str | None) -> list[str]:
    return (text or "").splitlines()


def _numbered(text: str | None) -> list[str]:
    """Return lines with their numbers; a single line needs none."""
    lines = _lines(text)
    if len(lines) < 2:
        return lines
    return [f"{number}. {line}" for number, line in enumerate(lines, start=1)]


def _log_line(day: str, giver: str, taker: str, words: str | None) -> str:
    said = f"：{words.replace(chr(10), '；')}" if words else ""
    return f"{day}　{giver} 交给 {taker}{said}"
