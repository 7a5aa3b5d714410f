"""Pairings (结对联系): who looks after which household, and the cards of both sides."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.cards import CardSource
from linli.domain.changes import Changes, Kind
from linli.domain.pairings import Pairing, PairingState
from linli.gui.cards.dialog import open_source_cards
from linli.gui.desk import Desk
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput
from linli.gui.register_dialog import RegisterDialog
from linli.gui.registers.visits import open_pairing_visits
from linli.gui.staff.pairing_forms import EndForm, PairingForm

_STATES = {
    PairingState.CURRENT: mark("正在帮扶的"),
    PairingState.PAST: mark("已结束的"),
    PairingState.ALL: mark("全部"),
}
_FIRST_KIND = "party_household"


def open_pairings(desk: Desk, parent: QWidget, household_id: int | None = None) -> None:
    """Show the pairings of the ledger, or those of one household."""
    PairingsDialog(desk, parent, household_id).open()


class PairingsDialog(RegisterDialog[Pairing]):
    """Lists pairings in walking order of the households."""

    kinds: ClassVar[frozenset[Kind]] = frozenset(
        {Kind.PAIRINGS, Kind.RESIDENTS, Kind.HOUSEHOLDS, Kind.DWELLINGS}
    )
    history_table = "pairing"

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, household_id: int | None = None
    ) -> None:
        heads = [
            tr("党员、帮扶人"),
            tr("职务"),
            tr("照片"),
            tr("结对户户主"),
            tr("住址"),
            tr("开始"),
            tr("状态"),
        ]
        title = tr("结对联系") if household_id is None else tr("本户的结对联系")
        super().__init__(title, heads, desk, parent)
        self._household_id = household_id
        self.state = ChoiceInput({state: tr(words) for state, words in _STATES.items()}, self)
        if household_id is None:
            self.add_choice(tr("显示(&S)"), self.state)
        self.state.setVisible(household_id is None)
        new = self.add_editing(tr("添加结对(&N)…"), ordered=False)
        self.end_button = self.add_button(tr("结束帮扶(&E)…"), "user-minus", Right.EDIT)
        self.end_button.clicked.connect(self._on_end)
        self.visits_button = self.add_button(tr("走访(&W)…"), "home")
        self.visits_button.clicked.connect(self._on_visits)
        self._one.append(self.visits_button)
        self.add_removing(tr("删除(&X)"))
        self.add_printing(tr("打选中的党员联系卡(&P)…"), tr("打全部在帮扶的(&A)…"))
        hint = tr("登记哪位党员或干部联系哪一户，就能成对打党员联系卡：一张给户里，一张给党员。")
        self.set_empty("users", tr("这里还没有结对"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Pairing]:
        service = self.desk.services.pairings
        if self._household_id is not None:
            return service.of_household(self._household_id)
        return service.list_all(self.state.value())

    @override
    def key(self, item: Pairing) -> Hashable:
        return item.id

    @override
    def line(self, item: Pairing) -> Sequence[str]:
        facts = item.facts
        state = tr("正在帮扶")
        if facts.until is not None:
            state = tr("{day} 结束").format(day=facts.until.isoformat())
        elif item.head_id is None:
            state = tr("户里没有人了，请结束")
        return (
            facts.helper.name,
            facts.helper.post or "",
            tr("有") if facts.helper.photo else tr("缺"),
            item.household_head,
            item.place,
            "" if facts.since is None else facts.since.isoformat(),
            state,
        )

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        helpers = {(item.facts.helper.resident_id, item.facts.helper.name) for item in self.items}
        return tr("共 {count} 对，{helpers} 位党员或帮扶人。").format(
            count=len(self.items), helpers=len(helpers)
        )

    @override
    def open_form(self, item: Pairing | None) -> None:
        form = PairingForm(self.desk, item, self, household_id=self._household_id)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Pairing) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”的这一对？").format(name=item.facts.helper.name)
        detail = tr("登记错了才删除；不再帮扶的请点“结束帮扶”，以后还查得到。")
        return question, detail, lambda: self.desk.services.pairings.remove(item.id)

    @override
    def print_items(self, items: Sequence[Pairing]) -> None:
        """Print the cards of both sides for the pairings that go on."""
        ids = [i.head_id for i in items if i.facts.until is None and i.head_id is not None]
        if not ids:
            words = tr("选中的结对都已结束，或户里没有人了，没有卡可打。")
            self.desk.ask.tell(self, words)
            return
        open_source_cards(self.desk, CardSource.HOME, ids, self, kind=_FIRST_KIND)

    @override
    def _on_selection(self) -> None:
        super()._on_selection()
        selected = self.selected()
        goes_on = len(selected) == 1 and selected[0].facts.until is None
        self.end_button.setEnabled(goes_on)

    def _on_visits(self) -> None:
        open_pairing_visits(self.desk, self.selected()[0], self)

    def _on_end(self) -> None:
        form = EndForm(self.desk, self.selected()[0], self)
        form.saved.connect(self.desk.bus.publish)
        form.open()
