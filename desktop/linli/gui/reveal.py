"""Showing full numbers (显示号码): the clerk says why, and the audit trail keeps it."""

from PySide6.QtWidgets import QWidget

from linli.gui.ask import Ask
from linli.gui.i18n import mark, tr

REVEALED_SECONDS = 60
"""How long full numbers stay on the screen of the counter."""

REASONS = (
    mark("办理业务"),
    mark("核对资料"),
    mark("联系本人"),
    mark("上报材料"),
)


def ask_reason(ask: Ask, parent: QWidget) -> str | None:
    """Ask why full numbers are needed; None if the clerk lets it be."""
    answer = ask.choose(
        parent,
        tr("为什么要看完整号码？"),
        [tr(reason) for reason in REASONS],
        detail=tr("谁在什么时候因为什么看过，会记入操作日志。"),
    )
    return None if answer is None else REASONS[answer]


def ask_numbers(ask: Ask, parent: QWidget, question: str) -> tuple[bool, str | None]:
    """Ask how the numbers of a list are written.

    Returns:
        Whether the list is wanted, and why its numbers are in full; None where they are masked.
    """
    ways = [tr("隐去中间几位（推荐）"), tr("完整显示")]
    answer = ask.choose(parent, question, ways)
    if answer != 1:
        return answer is not None, None
    reason = ask_reason(ask, parent)
    return reason is not None, reason
