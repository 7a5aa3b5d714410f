"""The communities of the street (社区) beside the hall's own, whose grids are kept here too."""

from collections.abc import Callable, Hashable, Sequence
from typing import ClassVar

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes, Kind
from linli.domain.communities import Community, CommunityDraft
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import LineInput
from linli.gui.register_dialog import RegisterDialog


def open_communities(desk: Desk, parent: QWidget) -> None:
    """Show the communities beside the hall's own."""
    CommunitiesDialog(desk, parent).open()


class CommunitiesDialog(RegisterDialog[Community]):
    """Lists the communities beside the hall's own."""

    kinds: ClassVar[frozenset[Kind]] = frozenset({Kind.GRIDS})
    history_table = "community"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        heads = [tr("社区"), tr("代码"), tr("街道")]
        super().__init__(tr("本街道的其他社区"), heads, desk, parent)
        new = self.add_editing(tr("添加社区(&N)…"), ordered=False)
        self.add_removing(tr("删除(&X)"))
        hint = tr("一本台账要管几个社区的网格时，把别的社区写在这里；只管本社区就不用。")
        self.set_empty("building-community", tr("只有本大厅的社区"), hint, [new])
        self.read()

    @override
    def list_items(self) -> Sequence[Community]:
        return self.desk.services.communities.list_all()

    @override
    def key(self, item: Community) -> Hashable:
        return item.id

    @override
    def line(self, item: Community) -> Sequence[str]:
        return item.facts.name, item.facts.number or "", item.facts.street or ""

    @override
    def summary_text(self) -> str:
        return tr("共 {count} 个。").format(count=len(self.items)) if self.items else ""

    @override
    def open_form(self, item: Community | None) -> None:
        form = CommunityForm(self.desk, item, self)
        form.saved.connect(self.desk.bus.publish)
        form.open()

    @override
    def removal(self, item: Community) -> tuple[str, str, Callable[[], Changes]]:
        question = tr("删除“{name}”？").format(name=item.facts.name)
        detail = tr("可以按 Ctrl+Z 撤销。")
        return question, detail, lambda: self.desk.services.communities.remove(item.id)


class CommunityForm(FormDialog):
    """A community's name, code and street; `saved` carries the `Changes`."""

    def __init__(
        self, desk: Desk, community: Community | None, parent: QWidget | None = None
    ) -> None:
        title = tr("编辑社区") if community else tr("添加社区")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._services = desk.services
        self._community = community
        self.form.add("name", tr("名称(&N)"), LineInput(tr("如 东河社区")))
        hint = tr("统计用区划代码，12 位数字；网格不按规则编号时可以不填。")
        self.form.add("number", tr("代码(&D)"), LineInput(), hint=hint)
        self.form.add("street", tr("街道(&J)"), LineInput(tr("如 木垒镇")))
        if community is not None:
            facts = community.facts
            self.form.load(name=facts.name, number=facts.number, street=facts.street)

    @override
    def save(self) -> Changes:
        value = self.form.value
        draft = CommunityDraft(
            name=value("name") or "", number=value("number"), street=value("street")
        )
        if self._community is None:
            return self._services.communities.add(draft)[1]
        return self._services.communities.update(
            self._community.id, draft, version=self._community.version
        )
