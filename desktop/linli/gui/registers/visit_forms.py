"""The form of a visit (走访): to a person, a household, or several people in one step."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.visits import VISIT_TABLE, Visit, VisitDraft
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import CodeInput, LineInput, TextInput, date_input
from linli.gui.picker import household_line
from linli.gui.registers.inputs import ResidentInput

_FIELDS = ("day", "kind_code", "visitor", "content", "next_due")
_NAMED = 6
"""So many of the people visited are named."""


class VisitForm(FormDialog):
    """Records or changes a visit; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Visit | None,
        parent: QWidget | None,
        *,
        resident_ids: Sequence[int] = (),
        household_id: int | None = None,
        kind_code: str = "10",
        visitor: str | None = None,
    ) -> None:
        """Make the form of `item`, or an empty one.

        Args:
            desk: the working place.
            item: the visit to change.
            parent: the window below.
            resident_ids: to whom a new visit was; one record each. None: the clerk chooses one.
            household_id: or to which household.
            kind_code: what is chosen first.
            visitor: who went, as far as known.
        """
        super().__init__(
            tr("记一次走访") if item is None else tr("走访记录"), desk.theme, desk.ask, parent
        )
        self._desk = desk
        self._item = item
        self._resident_ids = list(resident_ids)
        self._household_id = household_id
        if item is not None:
            self._household_id = item.facts.household_id
            self._resident_ids = [item.facts.resident_id] if item.facts.resident_id else []
        self._add_whom()
        add = self.form.add
        kinds = CodeInput(code_table(VISIT_TABLE))
        add("kind_code", tr("类别(&T)"), kinds, hint=tr("五必访：住院、困难、节日、纠纷、丧葬"))
        add("day", tr("日期(&B)"), date_input())
        add("visitor", tr("走访人(&R)"), LineInput(tr("谁去的")))
        self.form.editor("visitor").suggest(desk.services.visits.visitors)
        content = TextInput()
        content.setMaximumHeight(desk.theme.px(110))
        add("content", tr("情况(&M)"), content)
        add("next_due", tr("下次走访(&E)"), date_input(), hint=tr("到这一天会列出来；不定的留空"))
        if item is None:
            today = desk.services.context.clock().date()
            visitor = visitor or desk.services.context.actor.name
            self.form.load(day=today, kind_code=kind_code, visitor=visitor)
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        value = self.form.value
        day = value("day")
        if not isinstance(day, date):
            message = tr("请填写走访的日期。")
            raise InvalidInput([FieldProblem(field="day", message=message)])
        people = self._resident_ids
        if self.form.has("resident_id"):
            people = [value("resident_id")]
        draft = VisitDraft(
            day=day,
            kind_code=value("kind_code") or "",
            resident_id=None if self._household_id else people[0],
            household_id=self._household_id,
            visitor=value("visitor"),
            content=value("content"),
            next_due=value("next_due"),
        )
        service = self._desk.services.visits
        if self._item is not None:
            return service.update(self._item.id, draft, version=self._item.version)
        if self._household_id is not None:
            return service.add(draft)[1]
        return service.add_for(people, draft)[1]

    def _add_whom(self) -> None:
        """Say to whom the visit was, or let the clerk choose."""
        services = self._desk.services
        if self._household_id is not None:
            text = tr("走访的户：{household}").format(
                household=household_line(services.households.get(self._household_id))
            )
        elif self._resident_ids:
            rows = services.residents.rows(self._resident_ids[:_NAMED])
            names = tr("、").join(row.name for row in rows)
            count = len(self._resident_ids)
            text = tr("走访的人：{names}").format(names=names)
            if count > len(rows):
                text += tr("等 {count} 人").format(count=count)
            if count > 1:
                text += tr("。每人各记一条。")
        else:
            self.form.add("resident_id", tr("走访对象(&O)"), ResidentInput(self._desk))
            return
        note = plain_label(text, "", self)
        note.setWordWrap(True)
        self.form.add_widget(note)
