"""Entering days of a year in the words of a notice: public holidays, ethnic festivals."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.working_days import FIELD, HolidayYear, year_words
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput, TextInput
from linli.gui.rental_form import count_input


class YearDaysForm(FormDialog):
    """Asks for a year, its days and where they were announced; `saved` carries the `Changes`."""

    def __init__(
        self,
        title: str,
        desk: Desk,
        save: Callable[..., Changes],
        *,
        days: str,
        hint: str,
        units: int,
        year: int | None,
        known: HolidayYear | None,
        parent: QWidget | None,
    ) -> None:
        """Make the form.

        Args:
            title: of the window.
            desk: the working place.
            save: takes the year, the words, and their `source`.
            days: the caption of the words.
            hint: how they are written.
            units: how high the words are at least.
            year: which year; None for the next.
            known: what is entered of it.
            parent: the window below.
        """
        super().__init__(title, desk.theme, desk.ask, parent)
        self._save_year = save
        text = TextInput()
        text.setMinimumHeight(desk.theme.px(units))
        self.form.add("year", tr("年份(&Y)"), count_input())
        self.form.add(FIELD, days, text, hint=hint)
        self.form.add("source", tr("来源(&O)"), LineInput(tr("如 通知的名称和日期")))
        self.form.load(
            year=year or desk.services.context.clock().year + 1,
            holidays="" if known is None else year_words(known),
            source="" if known is None else known.source,
        )

    @override
    def save(self) -> Changes:
        year = self.form.value("year")
        if year is None:
            message = tr("没有填写年份，请填写，如 2027。")
            raise InvalidInput([FieldProblem(field="year", message=message)])
        words, source = self.form.value(FIELD) or "", self.form.value("source") or ""
        return self._save_year(year, words, source=source)
