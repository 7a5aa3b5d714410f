"""The sums of a month (按月统计): how many slips of each kind came from whom."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Kind
from linli.domain.codes import code_table
from linli.domain.register_texts import spoken_month
from linli.domain.registers import Register
from linli.domain.reports import REPORT_TABLE, InformantSum
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput
from linli.gui.registers.frame import PeopleRegister
from linli.gui.teams.patrols import months_around

_BEFORE = 24  # months that can be chosen


def open_sums(desk: Desk, parent: QWidget) -> None:
    """Show the sums of a month."""
    SumsDialog(desk, parent).open()


class SumsDialog(PeopleRegister[InformantSum]):
    """Lists today's informants, each with the slips of a month, then whoever else reported."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.REPORTS, Kind.TEAMS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        names = code_table(REPORT_TABLE).names
        heads = [tr("信息员"), *names.values(), tr("合计")]
        super().__init__(tr("信息报送按月统计"), heads, desk, parent)
        today = desk.services.context.clock().date()
        months = months_around(today, _BEFORE, 0)
        self.month = ChoiceInput({month: spoken_month(month) for month in months}, self)
        self.add_choice(tr("月份(&M)"), self.month)
        self.put_summary_below()
        self.add_output(tr("打印统计表(&P)…"), tr("导出表格(&B)…"))
        hint = tr("先在“队伍”里登记信息员队伍，再登记他们报来的信息。")
        self.set_empty("clipboard", tr("这个月没有信息，也没有信息员"), hint, [])
        self.read()

    @override
    def list_items(self) -> Sequence[InformantSum]:
        return self.desk.services.reports.sums(self.month.value())

    @override
    def key(self, item: InformantSum) -> Hashable:
        return item.member_id, item.name

    @override
    def line(self, item: InformantSum) -> Sequence[str]:
        codes = code_table(REPORT_TABLE).names
        figures = (item.counts.get(code, 0) for code in codes)
        return (item.name, *(str(figure or "") for figure in figures), str(item.total))

    @override
    def summary_text(self) -> str:
        if not self.items:
            return ""
        names = code_table(REPORT_TABLE).names
        sums = {code: sum(item.counts.get(code, 0) for item in self.items) for code in names}
        said = tr("，").join(f"{names[code]} {count}" for code, count in sums.items())
        silent = sum(not item.total for item in self.items)
        words = tr("共 {total} 条：{kinds}。没有报送的 {silent} 人。")
        return words.format(total=sum(sums.values()), kinds=said, silent=silent)

    @override
    def open_form(self, item: InformantSum | None) -> None:
        """A sum has no form of its own."""

    @override
    def register(self, *, revealed: bool) -> Register:
        return self.desk.services.reports.sum_register(self.month.value())
