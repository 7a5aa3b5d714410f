"""The forms of sweeps (排查): the sweep, and each dispute that it came upon."""

from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.cases import DISPUTE_TABLE
from linli.domain.changes import Changes
from linli.domain.codes import code_table
from linli.domain.residents import ResidentRow
from linli.domain.sweeps import HANDLING, FindingDraft, Handling, Named, Sweep, SweepDraft
from linli.errors import FieldProblem, InvalidInput
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, CodeInput, LineInput, ListInput, TextInput, date_input
from linli.gui.parts_input import PartsInput
from linli.gui.picker import resident_picker
from linli.gui.rental_form import count_input
from linli.gui.teams.team_form import grid_choice

_SWEEP = ("day", "hours", "grid_id", "goers", "scope", "households", "findings", "note")
_FINDING = ("place", "content", "people", "kind_code", "handling", "unit", "risk", "prevented")
_TEXT = 84


class PeopleInput(Composite):
    """Names in one line; who is picked among the residents stays linked while the name stands.

    Signals:
        edited: others are named.
    """

    edited = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._linked: list[Named] = []
        self.line = ListInput(tr("姓名，几个人用、隔开"))
        self.pick_button = QPushButton(icon("search"), tr("从居民中选(&R)…"), self)
        self.pick_button.setAutoDefault(False)
        self.pick_button.clicked.connect(self._on_pick)
        self.label = plain_label("", "muted", self)
        self.label.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.line, 1)
        row.addWidget(self.pick_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.label)
        self.line.edited.connect(self._on_edited)
        self.set_value(())

    @override
    def first_part(self) -> QWidget:
        return self.line

    def value(self) -> tuple[Named, ...]:
        """Return who is named, residents by their numbers."""
        linked = {one.name: one for one in reversed(self._linked)}
        return tuple(linked.get(name, Named(name=name)) for name in self.line.value())

    def set_value(self, value: tuple[Named, ...] | None) -> None:
        """Name people."""
        self._linked = [one for one in value or () if one.resident_id is not None]
        self.line.set_value(tuple(one.name for one in value or ()))
        self._show()

    def problem(self) -> str | None:
        """Nobody is right too."""
        return None

    def _show(self) -> None:
        names = [one.name for one in self.value() if one.resident_id is not None]
        words = tr("已对上居民：{names}").format(names="、".join(names))
        self.label.setText(words if names else "")
        self.label.setVisible(bool(names))

    def _on_edited(self) -> None:
        self._show()
        self.edited.emit()

    def _on_pick(self) -> None:
        picker = resident_picker(self._desk, self)
        picker.chosen.connect(self._on_chosen)
        picker.open()

    def _on_chosen(self, person: ResidentRow) -> None:
        chosen = Named(name=person.name, resident_id=person.id)
        others = [one for one in self.value() if one.name != chosen.name]
        self.set_value((*others, chosen))
        self.edited.emit()


class FindingForm(FormDialog):
    """A dispute that a sweep came upon; `saved` carries the `FindingDraft`."""

    def __init__(self, desk: Desk, finding: FindingDraft | None, parent: QWidget) -> None:
        super().__init__(tr("发现的矛盾纠纷"), desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._id = None if finding is None else finding.id
        add = self.form.add
        add("place", tr("地点(&D)"), LineInput(tr("如 3号楼2单元501")), wide=True)
        content = TextInput()
        content.setMaximumHeight(desk.theme.px(_TEXT))
        add("content", tr("什么矛盾纠纷(&M)"), content, wide=True)
        add("people", tr("涉及的人(&N)"), PeopleInput(desk), wide=True)
        kinds = CodeInput(code_table(DISPUTE_TABLE))
        add("kind_code", tr("纠纷类型(&K)"), kinds, hint=tr("可以只打号或几个字，如 02、物业"))
        ways: dict[Any, str] = {each: tr(words) for each, words in HANDLING.items()}
        hint = tr("选“转为案件”的，保存以后在“发现的矛盾”里点一下就登记")
        add("handling", tr("怎么处理(&H)"), ChoiceInput(ways), hint=hint)
        add("unit", tr("转给哪个部门(&Z)"), LineInput(tr("如 派出所、物业公司")))
        add("risk", "", CheckInput(tr("可能激化，要预防(&J)")))
        add("prevented", "", CheckInput(tr("已经防止激化（计入预防件数）(&Y)")))
        if finding is None:
            self.form.load(handling=Handling.WATCHED)
        else:
            self.form.load(**{name: getattr(finding, name) for name in _FINDING})
        self.form.editor("handling").edited.connect(self._on_handling)
        self._on_handling()
        self.save_button.setText(tr("确定(&S)"))

    @override
    def save(self) -> FindingDraft:
        values = {name: self.form.value(name) for name in _FINDING}
        for name in ("content", "kind_code"):
            values[name] = values[name] or ""
        draft = FindingDraft(**values, id=self._id)
        return self._desk.services.sweeps.checked_finding(draft)

    def _on_handling(self) -> None:
        handed = self.form.value("handling") is Handling.HANDED_ON
        self.form.show_fields(["unit"], shown=handed)


class FindingsInput(PartsInput[FindingDraft]):
    """What a sweep found."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("发现的矛盾纠纷"), tr("添加发现的矛盾纠纷(&A)…"), parent)
        self.add_moves()

    @override
    def line(self, part: FindingDraft) -> str:
        names = "、".join(one.name for one in part.people)
        kind = code_table(DISPUTE_TABLE).label(part.kind_code)
        said = (
            kind,
            part.place,
            names,
            part.content.replace("\n", "；"),
            tr(HANDLING[part.handling]),
        )
        return " · ".join(filter(None, said))

    @override
    def part_form(self, part: FindingDraft | None) -> FormDialog:
        return FindingForm(self.desk, part, self)


class SweepForm(FormDialog):
    """Records or changes a sweep; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, item: Sweep | None, parent: QWidget | None) -> None:
        title = tr("登记排查") if item is None else tr("排查记录")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        add("day", tr("日期(&B)"), date_input())
        add("hours", tr("时间(&T)"), LineInput(tr("如 9:30—11:30，可以不填")))
        add("grid_id", tr("哪个网格(&G)"), grid_choice(desk, tr("全社区")))
        add("households", tr("走访几户(&H)"), count_input())
        add("goers", tr("谁去的(&N)"), ListInput(tr("几个人用、隔开")), wide=True)
        self.form.editor("goers").suggest(desk.services.sweeps.goers)
        add("scope", tr("范围和路线(&R)"), LineInput(tr("如 1号楼到5号楼")), wide=True)
        hint = tr("没有发现的不用添加，照样保存，计一次排查")
        add("findings", tr("发现的矛盾纠纷(&F)"), FindingsInput(desk), hint=hint, wide=True)
        note = TextInput()
        note.setMaximumHeight(desk.theme.px(_TEXT))
        add("note", tr("备注(&M)"), note, wide=True)
        if item is None:
            context = desk.services.context
            self.form.load(day=context.clock().date(), goers=(context.actor.name,))
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _SWEEP})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _SWEEP}
        if not isinstance(values["day"], date):
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写排查的日期。"))])
        values["households"] = values["households"] or 0
        draft = SweepDraft(**values)
        service, item = self._desk.services.sweeps, self._item
        if item is None:
            return service.add(draft)[1]
        return service.update(item.id, draft, version=item.version)
