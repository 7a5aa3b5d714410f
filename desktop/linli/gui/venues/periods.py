"""The periods that lists of bookings and events can be narrowed to."""

from datetime import date

from PySide6.QtWidgets import QWidget

from linli.domain.trainings import period
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput

COMING = "coming"
PERIODS = {
    COMING: mark("今天和以后的"),
    "month": mark("本月"),
    "quarter": mark("本季度"),
    "year": mark("今年"),
    "last_year": mark("去年"),
    None: mark("全部"),
}


def period_input(parent: QWidget) -> ChoiceInput:
    """Return an input for one of them; at first what is to come."""
    choice = ChoiceInput({each: tr(words) for each, words in PERIODS.items()}, parent)
    choice.set_value(COMING)
    return choice


def period_days(chosen: str | None, today: date) -> tuple[date | None, date | None]:
    """Return the first and last day of one of `PERIODS`, None where it is open."""
    if chosen is None:
        return None, None
    return (today, None) if chosen == COMING else period(chosen, today)
