"""Suggestions (建议) as they are printed: the register, and the slip of the reply."""

from collections.abc import Sequence
from datetime import date

from linli.domain.letters import Letter, body, fact, sign
from linli.domain.register_texts import spoken
from linli.domain.registers import Align, Holds, Register, RegisterColumn, RegisterGroup
from linli.domain.suggestions import ADOPTION, Suggestion


def suggestion_register(items: Sequence[Suggestion], today: date, *, title: str) -> Register:
    """Return suggestions in the order given, for A4 across."""
    columns = (
        RegisterColumn(title="编号", width=32, align=Align.CENTER),
        RegisterColumn(title="日期", width=26, align=Align.CENTER),
        RegisterColumn(title="建议人", width=26, holds=Holds.NAME),
        RegisterColumn(title="网格", width=26),
        RegisterColumn(title="建议内容", width=50, share=3, holds=Holds.PRIVATE),
        RegisterColumn(title="答复期限", width=28, align=Align.CENTER),
        RegisterColumn(title="办理", width=24),
        RegisterColumn(title="答复", width=38, share=2, holds=Holds.PRIVATE),
    )
    rows = tuple(
        (
            item.number,
            item.facts.day.isoformat(),
            item.who,
            item.grid or "",
            item.facts.content.replace("\n", "；"),
            item.due.isoformat() if item.due else "",
            standing_text(item, today),
            item.reply.text.replace("\n", "；") if item.reply else "",
        )
        for item in items
    )
    replied = sum(item.reply is not None for item in items)
    return Register(
        title=title,
        columns=columns,
        groups=(RegisterGroup(rows=rows),),
        foot_note=f"合计：{len(rows)} 件，已答复 {replied} 件",
    )


def reply_letter(suggestion: Suggestion, *, community: str, printed: str, today: date) -> Letter:
    """Return the slip of a reply (建议答复单); `suggestion` has been replied to."""
    reply = suggestion.reply
    if reply is None:
        raise LookupError("nothing was replied yet")
    facts = suggestion.facts
    whom = facts.name or "建议人"
    lines = (
        body(
            f"{whom}：您于{spoken(facts.day)}提出的建议（编号 {suggestion.number}）已经收到，"
            "感谢您关心社区，现答复如下。"
        ),
        fact("您的建议", facts.content),
        fact("办理结果", ADOPTION[reply.adoption]),
        fact("答复", reply.text),
        fact("答复日期", spoken(reply.day)),
        fact("答复人", reply.replier),
        body(f"{community}　{spoken(today)}"),
        sign("建议人签收"),
        sign("日期"),
    )
    return Letter(title="建议答复单", subtitle=community, lines=lines, printed=printed)


def standing_text(item: Suggestion, today: date) -> str:
    """Return what became of a suggestion, or how long its reply is overdue."""
    if item.voided_reason:
        return "作废"
    if item.reply is not None:
        return ADOPTION[item.reply.adoption]
    if item.is_late(today) and item.due is not None:
        return f"待答复，超 {(today - item.due).days} 天"
    return "待答复"
