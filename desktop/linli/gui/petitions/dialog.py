"""The register of petitions (信访): what came, where it stands, what is due, who comes again."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Kind
from linli.domain.petition_lists import due_text, name_text, state_text
from linli.domain.petitions import FORM, Petition, PetitionFilter
from linli.domain.registers import Register
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.petitions.forms import PetitionForm
from linli.gui.petitions.move_form import MoveForm
from linli.gui.print_dialog import open_print_dialog
from linli.gui.registers.frame import SHOWN_MOST, PeopleRegister
from linli.gui.void_form import VoidForm

_OPEN, _DUE, _REPEATS = "open", "due", "repeats"
_YEAR, _ALL, _VOIDED = "year", "all", "voided"
_SHOWN = {
    _OPEN: mark("没有办结的"),
    _DUE: mark("到期和快到期的"),
    _REPEATS: mark("重复信访"),
    _YEAR: mark("今年的"),
    _ALL: mark("全部"),
    _VOIDED: mark("全部，含作废的"),
}


def open_petitions(desk: Desk, parent: QWidget) -> None:
    """Show the register of petitions."""
    PetitionsDialog(desk, parent).open()


def open_petition(desk: Desk, petition_id: int, parent: QWidget) -> None:
    """Open one petition."""
    form = PetitionForm(desk, desk.services.petitions.get(petition_id), parent)
    form.saved.connect(desk.bus.publish)
    form.open()


class PetitionsDialog(PeopleRegister[Petition]):
    """Lists petitions, the last number first; at first those that are not ended."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PETITIONS, Kind.LIMITS, Kind.GRIDS, Kind.RESIDENTS}
    )
    history_table = "petition"
    across = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [
            *(tr("编号"), tr("信访人"), tr("事项"), tr("状态"), tr("期限")),
            *(tr("办理单位"), tr("收到"), tr("形式"), tr("电话")),
        ]
        super().__init__(tr("信访登记"), heads, desk, parent)
        self._clocks = desk.services.petitions.clocks()
        self.shown = ChoiceInput({each: tr(words) for each, words in _SHOWN.items()}, self)
        forms: dict[Any, str] = {None: tr("全部形式")}
        forms |= {each: tr(words) for each, words in FORM.items()}
        self.way = ChoiceInput(forms, self)
        self.find_line = self.add_find(tr("编号、姓名、事项、内容、单位"))
        self.add_choice(tr("显示(&T)"), self.shown)
        self.add_choice(tr("形式(&K)"), self.way)
        self.put_summary_below()
        new = self.add_editing(tr("登记信访(&N)…"), ordered=False, right=Right.SENSITIVE)
        self.move_button = self.add_action(
            tr("办理(&H)…"), "check", self._on_move, right=Right.SENSITIVE
        )
        self.void_button = self.add_action(tr("作废(&X)…"), "x", self._on_void, right=Right.REMOVE)
        self.told_button = self.add_action(
            tr("打印告知单(&G)"), "printer", self._on_told, right=Right.PRINT
        )
        self.answer_button = self.add_action(
            tr("打印答复单(&F)"), "printer", self._on_answer, right=Right.PRINT
        )
        self.add_output(tr("打印登记簿(&P)…"), tr("导出表格(&B)…"))
        hint = tr("来信、来访、来电、网上的信访登记在这里；到期的、重复来的会提醒。")
        self.set_empty("notebook", tr("这里没有信访"), hint, [new])
        self.read()

    @property
    def wanted(self) -> PetitionFilter:
        """What is listed now, save what only the clocks know."""
        chosen = self.shown.value()
        wanted = PetitionFilter(
            form=self.way.value(),
            text=self.find_line.value() or "",
            voided=chosen == _VOIDED,
        )
        if chosen in (_OPEN, _DUE):
            return replace(wanted, is_open=True)
        if chosen == _YEAR:
            return replace(wanted, since=self._today().replace(month=1, day=1))
        return wanted

    @override
    def read(self) -> None:
        self._clocks = self.desk.services.petitions.clocks()
        super().read()

    @override
    def list_items(self) -> Sequence[Petition]:
        petitions, chosen = self.desk.services.petitions, self.shown.value()
        found = petitions.list_all(self.wanted, None if chosen in (_DUE, _REPEATS) else SHOWN_MOST)
        if chosen == _DUE:
            known = {item.id: item for item in found}
            return [known[item.id] for item in petitions.due() if item.id in known]
        return [item for item in found if item.is_repeat] if chosen == _REPEATS else found

    @override
    def key(self, item: Petition) -> Hashable:
        return item.id

    @override
    def line(self, item: Petition) -> Sequence[str]:
        facts = item.facts
        return (
            item.number,
            name_text(item),
            self.masks.show_numbers_in(facts.matter),
            tr(state_text(item)),
            due_text(item, self._clocks),
            item.unit,
            facts.received_on.isoformat(),
            tr(FORM[facts.form]),
            self.masks.show_phone(item.phone) if item.phone else "",
        )

    @override
    def summary_text(self) -> str:
        said = self.desk.services.petitions.summary()
        parts = [tr("没有办结的 {count} 件").format(count=said.waiting)]
        if said.late:
            parts.append(tr("已超期 {count} 件").format(count=said.late))
        if said.near:
            parts.append(tr("快到期 {count} 件").format(count=said.near))
        if said.repeats:
            parts.append(tr("其中重复信访 {count} 件").format(count=said.repeats))
        return "，".join(parts) + "。"

    @override
    def open_form(self, item: Petition | None) -> None:
        self._publish_from(PetitionForm(self.desk, item, self))

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("信访登记簿（{which}）").format(which=self.shown.currentText())
        ids = [item.id for item in self.list_items()[::-1]]
        return self.desk.services.petitions.register(ids, title)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        one = selected[0] if len(selected) == 1 else None
        in_force = one is not None and one.voided_reason is None
        may = self.desk.may
        self.move_button.setEnabled(in_force and may(Right.SENSITIVE))
        self.void_button.setEnabled(one is not None and one.is_open and may(Right.REMOVE))

    def _publish_from(self, form: FormDialog) -> None:
        form.saved.connect(self.desk.bus.publish)
        form.open()

    def _on_move(self) -> None:
        self._publish_from(MoveForm(self.desk, self.selected()[0], self))

    def _on_void(self) -> None:
        item, petitions = self.selected()[0], self.desk.services.petitions

        def void(reason: str) -> Any:
            return petitions.void(item.id, reason, version=item.version)

        self._publish_from(VoidForm(self.desk, item.number, void, self))

    def _on_told(self) -> None:
        self._print_letter(self.desk.services.petitions.told_slip, tr("信访告知单"))

    def _on_answer(self) -> None:
        self._print_letter(self.desk.services.petitions.answer_slip, tr("信访答复单"))

    def _print_letter(self, make: Callable[[int], bytes], what: str) -> None:
        item = self.selected()[0]
        title = f"{what} {item.number}"
        self.desk.jobs.run(
            lambda _: make(item.id),
            owner=self,
            done=lambda content: open_print_dialog(self.desk, content, title, self),
            title=tr("正在准备打印…"),
        )

    def _today(self) -> date:
        return self.desk.services.context.clock().date()
