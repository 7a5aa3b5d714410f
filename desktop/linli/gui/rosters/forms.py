"""The small forms of a month: filling it, a wish, and a change after it was published."""

from datetime import date

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.register_texts import spoken_day, spoken_month
from linli.domain.roster_offers import offers
from linli.domain.rosters import CHANGE_KIND, Cell, ChangeKind, RosterChange, Wish
from linli.errors import FieldProblem, InvalidInput
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.rosters.sheet import Sheet

_KEEP = {
    False: mark("只保留锁定的，其余重新排"),
    True: mark("已排的都不动，只补空缺"),
}
_WISHES = {False: mark("不想值班"), True: mark("愿意值班"), None: mark("没有意愿")}


class FillForm(FormDialog):
    """Asks what stays when a month is filled; `saved` carries whether all of it does."""

    kept = False

    def __init__(self, desk: Desk, sheet: Sheet, parent: QWidget | None = None) -> None:
        super().__init__(tr("自动排班"), desk.theme, desk.ask, parent)
        self._sheet = sheet
        self.form.add("keep", tr("已经排的(&K)"), ChoiceInput({k: tr(w) for k, w in _KEEP.items()}))
        self.effect = plain_label("", "muted", self)
        self.effect.setWordWrap(True)
        self.form.add_widget(self.effect)
        self.save_button.setText(tr("开始排班(&S)"))
        self.form.edited.connect(self._show_effect)
        locked = sum(cell.locked for cell in sheet.month.cells)
        self.form.load(keep=bool(sheet.month.cells) and not locked and bool(sheet.short))
        self._show_effect()

    @override
    def save(self) -> bool:
        return bool(self.form.value("keep"))

    def _show_effect(self) -> None:
        sheet = self._sheet
        cells = sheet.month.cells
        locked = sum(cell.locked for cell in cells)
        stays = len(cells) if self.form.value("keep") else locked
        need = sum(each.count for each in sheet.problem.needs)
        words = tr(
            "{month}共要 {need} 人次，参加的有 {people} 人。已排 {held} 人次，其中锁定 {locked}；"
            "会保留 {stays}，其余由程序排。请假、休息、技能等规则不会违反，排不出的留空并说明原因。"
            "中途可以停下，用到那时为止最好的结果；可以按 Ctrl+Z 撤销。"
        )
        self.effect.setText(
            words.format(
                month=spoken_month(sheet.month.month),
                need=need,
                people=len(sheet.problem.workers),
                held=len(cells),
                locked=locked,
                stays=stays,
            )
        )


class WishForm(FormDialog):
    """Keeps what somebody would like; `saved` carries the `Changes`."""

    kept = False

    def __init__(
        self,
        desk: Desk,
        sheet: Sheet,
        day: date,
        worker_id: int | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("值班意愿"), desk.theme, desk.ask, parent)
        self._desk = desk
        names = {each.id: each.facts.name for each in sheet.problem.workers}
        shifts: dict[int | None, str] = {None: tr("整天")}
        shifts |= {each.id: each.name for each in sheet.plan.facts.shifts}
        self.form.add("worker_id", tr("姓名(&N)"), ChoiceInput(names))
        self.form.add("day", tr("日期(&D)"), date_input())
        self.form.add("shift_id", tr("班次(&B)"), ChoiceInput(shifts))
        wishes = ChoiceInput({key: tr(words) for key, words in _WISHES.items()})
        hint = tr("自动排班时尽量照顾，不保证")
        self.form.add("wants", tr("意愿(&Y)"), wishes, hint=hint)
        own = (w for w in sheet.month.wishes if w.worker_id == worker_id and w.day == day)
        kept = next(own, None)
        self.form.load(
            worker_id=worker_id,
            day=day,
            shift_id=kept.shift_id if kept else None,
            wants=kept.wants if kept else False,
        )

    @override
    def save(self) -> Changes:
        value = self.form.value
        day = value("day")
        if day is None:
            raise InvalidInput([FieldProblem(field="day", message=tr("请填写日期。"))])
        wish = Wish(
            worker_id=value("worker_id"),
            day=day,
            shift_id=value("shift_id"),
            wants=bool(value("wants")),
        )
        return self._desk.services.rosters.set_wish(wish, gone=value("wants") is None)


class ChangeForm(FormDialog):
    """Records a swap or a stand-in of a published month; `saved` carries the `Changes`."""

    kept = False

    def __init__(self, desk: Desk, sheet: Sheet, cell: Cell, parent: QWidget | None = None) -> None:
        shift = sheet.plan.shift(cell.shift_id).name
        title = tr("{day}{shift}：{name} 换班或替班").format(
            day=spoken_day(cell.day), shift=shift, name=sheet.names.get(cell.worker_id, "")
        )
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._sheet = sheet
        self._cell = cell
        need = sheet.problem.need.get((cell.day, cell.shift_id))
        found = offers(sheet.problem, sheet.month.cells, need) if need else []
        others = {
            each.worker_id: tr("{name}（{why}）").format(name=each.name, why=each.why_not)
            if each.why_not
            else each.name
            for each in found
        }
        add = self.form.add
        kinds = {ChangeKind.STAND_IN: tr("替班，不用还"), ChangeKind.SWAP: tr("换班，两人对调")}
        add("kind", tr("办法(&B)"), ChoiceInput(kinds))
        add("comes_id", tr("由谁来值(&L)"), ChoiceInput(others))
        add("other_day", tr("换他的哪一班(&H)"), ChoiceInput({}))
        add("agreed_by", tr("谁同意的(&T)"), LineInput(tr("如 带班领导的姓名")))
        add("reason", tr("原因(&Y)"), LineInput(tr("如 家里有事")))
        for name in ("kind", "comes_id"):
            self.form.editor(name).edited.connect(self._show_shifts)
        self._show_shifts()
        self.form.modified = False

    @override
    def save(self) -> Changes:
        value = self.form.value
        kind: ChangeKind = value("kind")
        other = value("other_day") if kind is ChangeKind.SWAP else None
        if value("comes_id") is None:
            message = tr("没有别的人参加这张值班表，请先在“班次和规则”里加人。")
            raise InvalidInput([FieldProblem(field="comes_id", message=message)])
        change = RosterChange(
            kind=kind,
            day=self._cell.day,
            shift_id=self._cell.shift_id,
            leaves_id=self._cell.worker_id,
            comes_id=value("comes_id"),
            other_day=other[0] if other else None,
            other_shift_id=other[1] if other else None,
            agreed_by=value("agreed_by") or "",
            reason=value("reason") or "",
        )
        month = self._sheet.month
        return self._desk.services.rosters.change(
            month.plan_id, month.month, change, version=month.version
        )

    def _show_shifts(self) -> None:
        """Offer the shifts of whoever comes, while it is a swap."""
        swaps = self.form.value("kind") is ChangeKind.SWAP
        comes = self.form.value("comes_id")
        names = {shift.id: shift.name for shift in self._sheet.plan.facts.shifts}
        self.form.editor("other_day").set_choices(
            {
                (cell.day, cell.shift_id): f"{spoken_day(cell.day)}{names[cell.shift_id]}"
                for cell in self._sheet.month.cells
                if cell.worker_id == comes and cell.shift_id in names
            }
        )
        self.form.show_fields(["other_day"], shown=swaps)


def change_words(sheet: Sheet, change: RosterChange) -> tuple[str, ...]:
    """Return a change as a line of a list."""
    names = {shift.id: shift.name for shift in sheet.plan.facts.shifts}
    who = sheet.names
    place = f"{spoken_day(change.day)}{names.get(change.shift_id, '')}"
    other = (
        f"{spoken_day(change.other_day)}{names.get(change.other_shift_id or 0, '')}"
        if change.other_day
        else ""
    )
    entered = f"{change.entered:%Y-%m-%d %H:%M}" if change.entered else ""
    return (
        entered,
        CHANGE_KIND[change.kind],
        place,
        who.get(change.leaves_id, ""),
        who.get(change.comes_id, ""),
        other,
        change.agreed_by,
        change.reason,
        change.by,
    )
