"""Two records side by side (比对): choose field by field, merge, or tell them apart."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from linli.domain.changes import Changes
from linli.domain.merges import Comparison
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.doubles.sides import SidesForm
from linli.gui.fact_list import plain_label
from linli.gui.fitting import fit_to_screen, is_short, scrolled
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.reveal import REVEALED_SECONDS, ask_reason


class CompareDialog(QDialog):
    """Shows one of several pairs, and goes on to the next when one is settled.

    Raises:
        UserError: the pair cannot be compared, such as one of them being merged meanwhile.
    """

    def __init__(
        self, desk: Desk, pairs: Sequence[tuple[int, int]], at: int, parent: QWidget | None
    ) -> None:
        """Make the dialog.

        Args:
            desk: the working place.
            pairs: whom to compare, one pair after the other.
            at: the pair to begin with.
            parent: the window it belongs to.
        """
        comparison = desk.services.doubles.compare(*pairs[at])
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("比对两条登记"))
        self._desk = desk
        self._pairs = list(pairs)
        self._at = at
        self.heading = plain_label("", "heading", self)
        self.why = plain_label("", "muted", self)
        self.doubts = plain_label("", "error", self)
        for words in (self.heading, self.why, self.doubts):
            words.setWordWrap(True)
        self._make_buttons()
        self._hide_timer = QTimer(self)
        self._hide_timer.setSingleShot(True)
        self._hide_timer.setInterval(REVEALED_SECONDS * 1000)
        self._hide_timer.timeout.connect(self._on_hide)
        self.sides = SidesForm(comparison, desk.theme, self)
        self._area = scrolled(self.sides)
        self._column = QVBoxLayout(self)
        margin = desk.theme.px(16)
        self._column.setContentsMargins(margin, margin, margin, margin)
        self._column.setSpacing(desk.theme.px(8))
        for part in (self.heading, self.why, self.doubts, self._area, self._bar, self.buttons):
            self._column.addWidget(part, 1 if part is self._area else 0)
        for keys, steps in (("PgDown", 1), ("PgUp", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda steps=steps: self._go(steps))
        fit_to_screen(self, desk.theme.size(900, 700))
        self._show(comparison)

    @property
    def comparison(self) -> Comparison:
        """The pair that is shown."""
        return self.sides.comparison

    def _make_buttons(self) -> None:
        self._bar = QWidget(self)
        flow = FlowLayout(self._bar)
        self.swap_button = self._button(tr("换过来保留(&W)"), "arrows-split", self._on_swap)
        self.reveal_button = self._button(tr("显示号码(&V)"), "eye", self._on_reveal)
        self.previous_button = self._button(tr("上一对(&B)"), "arrow-left", lambda: self._go(-1))
        self.next_button = self._button(tr("下一对(&X)"), "arrow-right", lambda: self._go(1))
        for button in (
            self.swap_button,
            self.reveal_button,
            self.previous_button,
            self.next_button,
        ):
            flow.addWidget(button)
        self.buttons = QDialogButtonBox(self)
        role = QDialogButtonBox.ButtonRole
        self.merge_button = self.buttons.addButton(tr("合并成一条(&S)"), role.AcceptRole)
        self.apart_button = self.buttons.addButton(tr("不是同一人(&N)"), role.ActionRole)
        self.close_button = self.buttons.addButton(tr("关闭(&C)"), role.RejectRole)
        for button in (self.apart_button, self.close_button):
            button.setAutoDefault(False)
        self.merge_button.setDefault(True)
        self.buttons.accepted.connect(self._on_merge)
        self.apart_button.clicked.connect(self._on_apart)
        self.buttons.rejected.connect(self.reject)

    def _button(self, text: str, icon_name: str, slot: Callable[[], object]) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self._bar)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _show(self, comparison: Comparison) -> None:
        self.sides.show_pair(comparison)
        self._area.verticalScrollBar().setValue(0)
        words = tr("第 {at} 对，共 {count} 对")
        place = words.format(at=self._at + 1, count=len(self._pairs))
        self.heading.setText(place if len(self._pairs) > 1 else self.windowTitle())
        self.heading.setVisible(len(self._pairs) > 1 or not is_short(self, self._desk.theme))
        alike = "、".join(tr(word) for word in comparison.alike)
        self.why.setText(tr("可能是同一人：{why}").format(why=alike) if alike else "")
        self.why.setVisible(bool(alike))
        doubts = [tr(word) for word in comparison.doubts]
        if comparison.told_apart:
            doubts.append(tr("曾标记为不是同一人"))
        self.doubts.setText(tr("请仔细核对：{what}").format(what="、".join(doubts)))
        self.doubts.setVisible(bool(doubts))
        self._hide_timer.stop()
        self.reveal_button.setEnabled(True)
        self.reveal_button.setVisible(self._desk.services.masking.may_reveal())
        self.previous_button.setEnabled(self._at > 0)
        self.next_button.setEnabled(self._at + 1 < len(self._pairs))
        self.sides.focus_first()

    def _go(self, steps: int) -> None:
        """Go to another pair, on or back."""
        at = self._at + steps
        self._show_first_of(range(at, len(self._pairs) if steps > 0 else -1, steps))

    def _show_first_of(self, places: Iterable[int]) -> bool:
        """Show the first of some pairs that is not settled meanwhile; False if all are."""
        for at in places:
            try:
                comparison = self._desk.services.doubles.compare(*self._pairs[at])
            except UserError:
                continue
            self._at = at
            self._show(comparison)
            return True
        return False

    def _settled(self, changes: Changes) -> None:
        """Go on with the pair that follows, else with the one before; close after the last."""
        del self._pairs[self._at]
        after = range(self._at, len(self._pairs))
        if not self._show_first_of([*after, *reversed(range(self._at))]):
            self.accept()
        self._desk.bus.publish(changes)

    def _on_merge(self) -> None:
        comparison = self.comparison
        agreed = self._desk.ask.confirm(
            self,
            tr("把「{gone}」并入「{kept}」？").format(
                gone=comparison.gone_name, kept=comparison.kept_name
            ),
            accept=tr("合并"),
            detail=tr("名下的登记一起转过来。以后可以在“合并记录”里撤回，也可以按 Ctrl+Z。"),
        )
        if not agreed:
            return
        try:
            _, changes = self._desk.services.doubles.merge(
                comparison.kept_id,
                comparison.gone_id,
                self.sides.choices(),
                kept_version=comparison.kept_version,
                gone_version=comparison.gone_version,
            )
        except UserError as error:
            self._desk.ask.warn(self, error.message)
            return
        self._settled(changes)

    def _on_apart(self) -> None:
        pair = self.comparison.kept_id, self.comparison.gone_id
        try:
            changes = self._desk.services.doubles.not_same(*pair)
        except UserError as error:
            self._desk.ask.warn(self, error.message)
            return
        self._settled(changes)

    def _on_swap(self) -> None:
        one, other = self._pairs[self._at]
        self._pairs[self._at] = (other, one)
        self._show_first_of([self._at])

    def _on_reveal(self) -> None:
        reason = ask_reason(self._desk.ask, self)
        if reason is not None:
            self._show_again(reason)
            self.reveal_button.setEnabled(False)
            self._hide_timer.start()

    def _on_hide(self) -> None:
        self._show_again(None)

    def _show_again(self, reason: str | None) -> None:
        """Show the same pair, numbers in full if there is a reason; what was chosen stays so."""
        chosen = self.sides.choices()
        try:
            pair = self._pairs[self._at]
            comparison = self._desk.services.doubles.compare(*pair, reason=reason)
        except UserError as error:
            self._desk.ask.warn(self, error.message)
            return
        self._show(comparison)
        self.sides.choose(chosen)
