"""Figures of a report that are entered by hand, and what is said when a copy is kept."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_figures import BY_HAND
from linli.domain.case_reports import CaseReport, Period
from linli.domain.register_texts import spoken
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.rental_form import count_input


class HandForm(FormDialog):
    """Asks for what the ledger cannot know of a period."""

    def __init__(self, desk: Desk, report: CaseReport, parent: QWidget) -> None:
        title = tr("{period}：手填数字").format(period=report.period.title)
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._period = report.period
        for key, words, _, unit, _ in BY_HAND:
            self.form.add(key, f"{words}（{unit.value}）", count_input())
        self.form.load(**{key: report.figure(key).value for key, *_ in BY_HAND})

    @override
    def save(self) -> None:
        values = {key: self.form.value(key) for key, *_ in BY_HAND}
        given = {key: value for key, value in values.items() if value is not None}
        self._desk.bus.publish(self._desk.services.case_reports.enter(self._period, given))


class FreezeForm(FormDialog):
    """Says what keeping a copy means, and asks for a note."""

    def __init__(self, desk: Desk, period: Period, parent: QWidget) -> None:
        title = tr("留存{period}统计报表").format(period=period.title)
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._period = period
        words = tr(
            "把现在的数字原样存一份，注明今天的日期。以后案件再改，这一份不变，随时可以查看和重新打印。"
        )
        if period.last >= desk.services.context.clock().date():
            words += tr("这个时段到{day}才结束，现在留存的只到今天为止。").format(
                day=spoken(period.last)
            )
        label = plain_label(words, "", self)
        label.setWordWrap(True)
        self.form.add_widget(label)
        self.form.add("note", tr("说明(&N)"), LineInput(tr("如 报街道司法所")))
        self.form.load(note="")
        self.save_button.setText(tr("留存(&S)"))

    @override
    def save(self) -> None:
        _, changes = self._desk.services.case_reports.freeze(
            self._period, self.form.value("note") or ""
        )
        self._desk.bus.publish(changes)
