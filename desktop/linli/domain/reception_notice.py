"""The notice on the door (门口通知): when somebody is received in the coming weeks."""

from collections.abc import Sequence
from datetime import date

from linli.domain.notice_paper import (
    Layout,
    Notice,
    Paragraph,
    Seal,
    Signature,
    Table,
    TableColumn,
)
from linli.domain.reception_rules import WEEKDAYS, weekday_words
from linli.domain.receptions import ReceptionDay, Rule
from linli.domain.registers import Align
from linli.domain.settings import HallFacts
from linli.errors import UserError

_ONE_PAGE = 12
"""So many days and their notes stand on one page."""


def door_notice(rule: Rule, days: Sequence[ReceptionDay], hall: HallFacts, today: date) -> Notice:
    """Return the notice of the days on which somebody is received.

    Raises:
        UserError: nobody is received on any of them.
    """
    held = sorted({day.held_on: day for day in days[::-1] if day.held_on}.items())
    if not held:
        raise UserError("这段时间里没有一天接待，没有通知可打；请换一段时间。")
    facts = rule.facts
    whose = f"{hall.community}{rule.grid or ''}"
    where = f"在{facts.place}" if facts.place else ""
    begin = (
        f"{whose}{weekday_words(facts.weekdays)}{facts.hours}{where}接待居民来访，"
        "听取意见、解答问题、帮助办事。近期安排如下："
    )
    notes = [f"{_spoken(day.planned)}{day.why}。" for day in days if day.why]
    unknown = sorted({day.planned.year for day in days if not day.certain})
    if unknown:
        years = "、".join(f"{year}年" for year in unknown)
        notes.append(f"{years}放假安排公布后如有变动，另行通知。")
    contact = f"有急事随时来，或打电话：{hall.hotline}。" if hall.hotline else "有急事随时来。"
    return Notice(
        layout=Layout.POSTED,
        title=f"{facts.name}安排",
        addressees="各位居民",
        blocks=(
            Paragraph(text=begin),
            Table(columns=_COLUMNS, rows=tuple(_row(on, day, rule) for on, day in held)),
            *(Paragraph(text=note) for note in notes),
            Paragraph(text=contact),
        ),
        signature=Signature(issuers=(hall.community,), date=today, seal=Seal.PLAIN),
        page_numbers=len(held) > _ONE_PAGE,
        keep=tuple(day.receiver for _, day in held if day.receiver),
    )


_COLUMNS = (
    TableColumn(title="日期", align=Align.CENTER, share=1.3),
    TableColumn(title="星期", align=Align.CENTER, share=0.7),
    TableColumn(title="时间", align=Align.CENTER, share=1.2),
    TableColumn(title="接待人", align=Align.CENTER, share=1.3),
)


def _row(held_on: date, day: ReceptionDay, rule: Rule) -> tuple[str, ...]:
    return (
        f"{held_on.year}年{held_on.month}月{held_on.day}日",
        f"星期{WEEKDAYS[held_on.weekday()]}",
        rule.facts.hours,
        day.receiver,
    )


def _spoken(day: date) -> str:
    return f"{day.month}月{day.day}日"
