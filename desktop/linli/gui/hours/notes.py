"""Training, praise and evaluation of volunteers (志愿者培训、表彰和评价)."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.hours import NOTE_KIND, VolunteerNote, hours_text
from linli.domain.registers import Register
from linli.domain.workers import WorkerKind
from linli.gui.desk import Desk
from linli.gui.hours.forms import NoteForm
from linli.gui.hours.inputs import worker_choices
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister


class NotesDialog(PeopleRegister[VolunteerNote]):
    """Lists what else is recorded of volunteers, the last first."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.HOURS, Kind.WORKERS})
    history_table = "volunteer_note"
    across = True

    def __init__(
        self, desk: Desk, worker_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        heads = [tr("日期"), tr("志愿者"), tr("种类"), tr("时长"), tr("组织或授予单位"), tr("内容")]
        super().__init__(tr("志愿者培训和表彰"), heads, desk, parent)
        volunteers = worker_choices(desk, tr("所有志愿者"), WorkerKind.VOLUNTEER)
        self.worker = ChoiceInput(volunteers, self)
        self.worker.set_value(worker_id)
        self.add_choice(tr("谁(&W)"), self.worker)
        new = self.add_editing(tr("登记(&N)…"), ordered=False, right=Right.ROSTER)
        self.remove_button = self.add_action(
            tr("删除(&X)"), "trash", self._on_remove, right=Right.ROSTER
        )
        self.add_output(tr("打印(&P)…"), tr("导出表格(&B)…"))
        hint = tr("参加了什么培训、得过什么表彰、服务对象怎么评价，记在这里。")
        self.set_empty("school", tr("还没有培训和表彰"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[VolunteerNote]:
        return self.desk.services.hours.notes(self.worker.value())

    @override
    def key(self, item: VolunteerNote) -> Hashable:
        return item.id

    @override
    def line(self, item: VolunteerNote) -> Sequence[str]:
        return (
            item.day.isoformat(),
            item.worker,
            NOTE_KIND[item.kind],
            "" if item.quarters is None else hours_text(item.quarters),
            item.giver or "",
            self.masks.show_numbers_in(item.content.replace("\n", "；")),
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 条。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: VolunteerNote | None) -> None:
        form = NoteForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: VolunteerNote) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除 {name} {day} 的这一条？").format(
            name=item.worker, day=item.day.isoformat()
        )
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.hours.remove_note(item.id or 0)

    @override
    def register(self, *, revealed: bool) -> Register:
        title = tr("志愿者培训和表彰（{which}）").format(which=self.worker.currentText())
        return self.desk.services.hours.note_register(self.worker.value(), title)
