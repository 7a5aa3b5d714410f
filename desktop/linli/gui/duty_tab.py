"""The page of a role that sees no people: the commands it has, as buttons."""

from typing import ClassVar

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.accounts import role_name
from linli.domain.changes import Kind
from linli.gui.actions import ActionSpec
from linli.gui.desk import Desk
from linli.gui.empty_state import EmptyState
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.menu_commands import MenuLine
from linli.gui.safety_commands import SAFETY_MENU
from linli.gui.tab import Tab


class DutyTab(Tab):
    """Offers what the role may do; there is nothing to list."""

    kinds: ClassVar[frozenset[Kind]] = frozenset()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        role = role_name(desk.services.context.actor.role)
        lines = [line for line in SAFETY_MENU if line is not None and self._may(line[0])]
        page = EmptyState(
            "shield-lock",
            tr("您的角色是{role}").format(role=role),
            tr("这个角色看不到居民资料。能做的事在下面，也在“安全”菜单里。"),
            [self._action(line) for line in lines],
            desk.theme,
            self,
        )
        column = QVBoxLayout(self)
        column.addWidget(page)

    @override
    def refresh(self) -> None:
        """Nothing is listed here."""

    def _may(self, spec: ActionSpec) -> bool:
        return spec.right is not None and self.desk.may(spec.right)

    def _action(self, line: MenuLine) -> QAction:
        spec, show = line
        action = QAction(icon(spec.icon_name), tr(spec.text), self)
        action.setToolTip(tr(spec.tip))
        action.setProperty("icon_name", spec.icon_name)
        action.triggered.connect(lambda _checked: show(self.desk, self))
        return action
