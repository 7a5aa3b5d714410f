"""The cases that a figure counted."""

from collections.abc import Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.case_flow import STAGE
from linli.domain.cases import DISPUTE_TABLE, CaseFilter, CaseRow
from linli.domain.changes import Kind
from linli.domain.codes import code_table
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.mediation.page import open_case
from linli.gui.register_dialog import RegisterDialog


class CountedCases(RegisterDialog[CaseRow]):
    """Lists them; Enter opens a case."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.CASES})
    history_table = "mediation_case"

    def __init__(
        self, desk: Desk, title: str, ids: frozenset[int], parent: QWidget | None = None
    ) -> None:
        heads = [tr("案号"), tr("纠纷"), tr("当事人"), tr("类型"), tr("现在"), tr("调解员")]
        super().__init__(title, heads, desk, parent)
        self._ids = ids
        self.open_button = self.add_button(tr("打开(&D)…"), "edit")
        self.open_button.clicked.connect(self._on_open)
        self._one.append(self.open_button)
        self.read()

    @override
    def list_items(self) -> Sequence[CaseRow]:
        return self.desk.services.cases.list_rows(CaseFilter(ids=self._ids))

    @override
    def key(self, item: CaseRow) -> Hashable:
        return item.id

    @override
    def line(self, item: CaseRow) -> Sequence[str]:
        return (
            item.number,
            item.title,
            tr("、").join(item.parties),
            code_table(DISPUTE_TABLE).label(item.kind_code),
            STAGE[item.stage],
            item.mediator,
        )

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 件。").format(count=len(self.items))

    @override
    def open_form(self, item: CaseRow | None) -> None:
        if item is not None:
            open_case(self.desk, item.id, self)
