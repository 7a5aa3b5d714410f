"""The pane beside the table: who the selected person is, and what can be done next."""

from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.accounts import Right
from linli.domain.case_flow import STAGE
from linli.domain.changes import Changes, Kind
from linli.domain.entitlements import EntitlementFilter
from linli.domain.residents import Household, Resident
from linli.domain.visits import VisitFilter
from linli.errors import NotFoundError
from linli.gui.desk import Desk
from linli.gui.fact_list import FactList, plain_label
from linli.gui.fitting import scrolled
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.late import Late
from linli.gui.permission import new_button
from linli.gui.registers.person_sections import person_sections
from linli.gui.residents import facts
from linli.gui.reveal import REVEALED_SECONDS, ask_reason

_OPEN_ENTITLEMENTS = Late("registers.entitlements", "open_entitlements")
_OPEN_NEIGHBOURS = Late("registers.neighbours", "open_neighbours")
_OPEN_VISITS = Late("registers.visits", "open_visits")
_ISSUED_CARDS = Late("cards.issued", "IssuedCards")

_VISITS_SHOWN = 3
_CASES_SHOWN = 5


class DetailPane(QFrame):
    """Shows one person; numbers are masked until the clerk says why they are needed.

    Signals:
        print_requested, edit_requested, household_requested, history_requested: a button was
            pressed; they are about the person shown.
        rental_requested: the rental of this dwelling is to be opened.
        member_chosen: another member of the household was clicked, with the id.
    """

    print_requested = Signal()
    edit_requested = Signal()
    household_requested = Signal()
    history_requested = Signal()
    rental_requested = Signal(int)
    member_chosen = Signal(int)

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, revealed_seconds: int = REVEALED_SECONDS
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._desk = desk
        self._resident: Resident | None = None
        self._revealed = False
        self._is_stale = False
        self._hide_timer = QTimer(self)
        self._hide_timer.setSingleShot(True)
        self._hide_timer.setInterval(revealed_seconds * 1000)
        self._hide_timer.timeout.connect(self.hide_numbers)
        self._name = plain_label("", "heading", self)
        self._name.setWordWrap(True)
        self._headline = plain_label("", "muted", self)
        self._headline.setWordWrap(True)
        self.photo = plain_label("", "", self)
        self.photo.setAccessibleName(tr("照片"))
        self._hint = plain_label("", "muted", self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._page = QWidget()
        self._page_lines = QVBoxLayout(self._page)
        self._lines = QVBoxLayout()
        self._body = scrolled(self._page)
        self._make_buttons()
        self._arrange()
        desk.theme.changed.connect(self._on_theme)
        self.show_nobody(tr("在左边选一位居民，这里显示详细情况。"))

    @property
    def resident_id(self) -> int | None:
        """Who is shown, None if nobody."""
        return None if self._resident is None else self._resident.id

    def show_nobody(self, hint: str) -> None:
        """Show only a sentence."""
        self._resident = None
        self.hide_numbers()
        self._hint.setText(hint)
        self._body.hide()
        self._hint.show()

    def show_resident(self, resident_id: int) -> None:
        """Read and show a person; another person's numbers are masked again."""
        try:
            resident = self._desk.services.residents.get(resident_id)
        except NotFoundError as error:
            self.show_nobody(error.message)
            return
        if resident_id != self.resident_id:
            self._revealed = False
            self._hide_timer.stop()
        self._resident = resident
        self._hint.hide()
        self._body.show()
        self._fill(resident)

    def hide_numbers(self) -> None:
        """Mask documents and phones again."""
        self._hide_timer.stop()
        if self._revealed:
            self._revealed = False
            if self._resident is not None:
                self._fill(self._resident)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever comes back to the pane, perhaps after a lock, has to ask again."""
        super().hideEvent(event)
        self._hide_timer.stop()
        if self._revealed:
            self._revealed = False
            self._is_stale = True

    @override
    def showEvent(self, event: QShowEvent) -> None:
        if self._is_stale and self._resident is not None:
            self._fill(self._resident)
        super().showEvent(event)

    def _make_buttons(self) -> None:
        self.print_button = self._button(tr("打联系卡(&P)"), "printer", Right.PRINT)
        self.edit_button = self._button(tr("编辑(&D)"), "edit", Right.EDIT)
        self.household_button = self._button(tr("本户(&O)"), "home")
        self.history_button = self._button(tr("历史(&R)"), "history")
        self.entitlements_button = self._button(tr("待遇(&J)…"), "heart-handshake")
        self.visits_button = self._button(tr("走访(&W)…"), "list-details")
        self.neighbours_button = self._button(tr("邻里(&N)…"), "bell-ringing")
        self.reveal_button = self._button(tr("显示号码(&V)"), "eye", Right.REVEAL)
        self.reveal_button.setParent(self._page)
        self.print_button.clicked.connect(self.print_requested)
        self.edit_button.clicked.connect(self.edit_requested)
        self.household_button.clicked.connect(self.household_requested)
        self.history_button.clicked.connect(self.history_requested)
        self.entitlements_button.clicked.connect(self._on_entitlements)
        self.visits_button.clicked.connect(self._on_visits)
        self.neighbours_button.clicked.connect(self._on_neighbours)
        self.reveal_button.clicked.connect(self._on_reveal)
        self._desk.bus.changed.connect(self._on_changed)

    def _button(self, text: str, icon_name: str, right: Right | None = None) -> QPushButton:
        button = new_button(icon(icon_name), text, self, self._desk, right)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        row = FlowLayout()
        for button in (
            self.print_button,
            self.edit_button,
            self.household_button,
            self.history_button,
            self.entitlements_button,
            self.visits_button,
            self.neighbours_button,
        ):
            row.addWidget(button)
        words = QVBoxLayout()
        words.addWidget(self._name)
        words.addWidget(self._headline)
        words.addStretch(1)
        top = QHBoxLayout()
        top.addLayout(words, 1)
        top.addWidget(self.photo, 0, Qt.AlignmentFlag.AlignTop)
        self._page_lines.addLayout(top)
        self._page_lines.addLayout(row)
        self._page_lines.addLayout(self._lines)
        self._page_lines.addStretch(1)
        self._lines.setContentsMargins(0, 0, 0, 0)
        outer = QVBoxLayout(self)
        outer.addWidget(self._body, 1)
        outer.addWidget(self._hint, 1)
        self._on_theme()

    def _on_theme(self) -> None:
        margin = self._desk.theme.px(16)
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(margin, margin // 2, margin // 2, margin // 2)
        self._page_lines.setContentsMargins(0, margin // 2, margin // 2, 0)
        self.setMinimumWidth(self._desk.theme.px(260))
        if self._resident is not None:
            self._fill(self._resident)

    def _fill(self, resident: Resident) -> None:
        self._is_stale = False
        today = self._desk.services.context.clock().date()
        self._masks = self._desk.services.masking.masks()
        self._name.setText(resident.facts.name)
        self._headline.setText(facts.headline(resident, today))
        self._show_photo(resident.facts.photo)
        self.household_button.setEnabled(resident.facts.household_id is not None)
        self._clear()
        self._add_numbers(resident)
        self._add_section("", facts.standing_facts(resident) + facts.place_facts(resident))
        household = self._household(resident.facts.household_id)
        if household is not None:
            self._add_members(household, resident.id, today)
        self._add_cards(resident.id)
        self._add_grid(resident)
        if resident.facts.floating is not None:
            stay = facts.floating_facts(resident.facts.floating, self._masks)
            self._add_section(tr("流动人口"), stay)
        self._add_section(tr("救助待遇"), self._entitlements(resident.id, today))
        self._add_section(tr("最近走访"), self._visits(resident.id, today))
        self._add_cases(resident.id)
        for title, lines in person_sections(self._desk, resident.id, revealed=self._revealed):
            self._add_section(title, lines)
        if resident.facts.party is not None:
            self._add_section(tr("党员"), facts.party_facts(resident.facts.party))
        shared = None if household is None else household.facts.dwelling_id
        self._add_rental(resident.facts.dwelling_id or shared)
        person = facts.person_facts(resident, self._masks, revealed=self._revealed)
        self._add_section(tr("个人资料"), person)

    def _show_photo(self, digest: str | None) -> None:
        content = self._desk.services.settings.photo(digest) if digest else None
        picture = QPixmap()
        shown = content is not None and picture.loadFromData(content)
        if shown:
            room = self._desk.theme.size(66, 88)
            smooth = Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        self.photo.setPixmap(picture)
        self.photo.setVisible(shown)

    def _clear(self) -> None:
        while self._lines.count():
            widget = self._lines.takeAt(0).widget()
            if widget not in (None, self.reveal_button):
                widget.hide()
                widget.deleteLater()

    def _add_numbers(self, resident: Resident) -> None:
        lines = facts.number_facts(resident, self._masks, revealed=self._revealed)
        self._lines.addWidget(self._facts(lines))
        anything = bool(lines) or facts.has_hidden_tags(resident)
        self.reveal_button.setVisible(anything and self._desk.services.masking.may_reveal())
        self.reveal_button.setText(tr("隐藏号码(&V)") if self._revealed else tr("显示号码(&V)"))
        self.reveal_button.setIcon(icon("eye-off" if self._revealed else "eye"))
        self._lines.addWidget(self.reveal_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_section(self, title: str, lines: facts.Facts) -> None:
        if not lines:
            return
        if title:
            self._lines.addWidget(plain_label(title, "section", self._page))
        self._lines.addWidget(self._facts(lines))

    def _facts(self, lines: facts.Facts) -> FactList:
        return FactList(lines, self._desk.theme, self._page)

    def _add_members(self, household: Household, resident_id: int, today: date) -> None:
        title = tr("本户 {count} 人").format(count=len(household.members))
        self._lines.addWidget(plain_label(title, "section", self._page))
        for member in household.members:
            line = QPushButton(facts.member_line(member, today), self._page)
            line.setProperty("link", True)  # noqa: FBT003 - Qt's own signature
            line.setAutoDefault(False)
            line.setEnabled(member.resident_id != resident_id)
            line.clicked.connect(
                lambda _=False, number=member.resident_id: self.member_chosen.emit(number)
            )
            self._lines.addWidget(line)

    def _entitlements(self, resident_id: int, today: date) -> facts.Facts:
        running = EntitlementFilter(resident_id=resident_id, running=True)
        items = self._desk.services.entitlements.list_all(running)
        return facts.entitlement_facts(items, today)

    def _visits(self, resident_id: int, today: date) -> facts.Facts:
        wanted = VisitFilter(resident_id=resident_id)
        items = self._desk.services.visits.list_all(wanted, _VISITS_SHOWN)
        return facts.visit_facts(items, today)

    def _household(self, household_id: int | None) -> Household | None:
        if household_id is None:
            return None
        return self._desk.services.households.get(household_id)

    def _add_rental(self, dwelling_id: int | None) -> None:
        if dwelling_id is None:
            return
        dwelling = self._desk.services.dwellings.get(dwelling_id)
        if dwelling.rental is None:
            return
        self._add_section(tr("出租房屋"), facts.rental_facts(dwelling))
        button = self._button(tr("打开出租登记(&T)"), "home")
        button.clicked.connect(lambda: self.rental_requested.emit(dwelling_id))
        self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_grid(self, resident: Resident) -> None:
        if resident.grid_id is None:
            return
        grid = self._desk.services.grids.facts(resident.grid_id)
        self._add_section(grid.name, facts.officer_facts(grid))

    def _add_cards(self, resident_id: int) -> None:
        cards = self._desk.services.cards.issued_to(resident_id)
        self._lines.addWidget(plain_label(tr("联系卡"), "section", self._page))
        for text in [facts.card_line(card) for card in cards] or [tr("还没有发过联系卡。")]:
            line = plain_label(text, "" if cards else "muted", self._page)
            line.setWordWrap(True)
            self._lines.addWidget(line)
        if cards:
            button = self._button(tr("发卡记录(&C)…"), "list-details")
            button.clicked.connect(lambda: _ISSUED_CARDS(self._desk, resident_id, self).open())
            self._lines.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_cases(self, resident_id: int) -> None:
        """Name the disputes to which the person is a party, for those who mediate."""
        if not self._desk.may(Right.MEDIATE):
            return
        rows = self._desk.services.cases.of_resident(resident_id)
        if not rows:
            return
        title = tr("矛盾纠纷 {count} 件").format(count=len(rows))
        self._lines.addWidget(plain_label(title, "section", self._page))
        for row in rows[:_CASES_SHOWN]:
            line = QPushButton(f"{row.title} · {tr(STAGE[row.stage])}", self._page)
            line.setProperty("link", True)  # noqa: FBT003 - Qt's own signature
            line.setAutoDefault(False)
            line.clicked.connect(lambda _=False, number=row.id: self._open_case(number))
            self._lines.addWidget(line)

    def _open_case(self, case_id: int) -> None:
        from linli.gui.mediation.page import open_case  # which may lead back to the person

        open_case(self._desk, case_id, self)

    def _on_changed(self, changes: Changes) -> None:
        """Show what was recorded of the person in another dialog; the tab sees to the rest."""
        kinds = (
            Kind.ENTITLEMENTS,
            Kind.VISITS,
            Kind.BEDS,
            Kind.NEIGHBOURS,
            Kind.CONSENTS,
            Kind.CASES,
        )
        if changes.touches(*kinds) and self._resident is not None:
            self.show_resident(self._resident.id)

    def _on_entitlements(self) -> None:
        if self._resident is not None:
            _OPEN_ENTITLEMENTS(self._desk, self, self._resident.id)

    def _on_visits(self) -> None:
        if self._resident is not None:
            _OPEN_VISITS(self._desk, self, resident_id=self._resident.id)

    def _on_neighbours(self) -> None:
        if self._resident is not None:
            _OPEN_NEIGHBOURS(self._desk, self, self._resident.id)

    def _on_reveal(self) -> None:
        if self._resident is None:
            return
        if self._revealed:
            self.hide_numbers()
            return
        reason = ask_reason(self._desk.ask, self)
        if reason is None:
            return
        self._desk.services.residents.reveal(self._resident.id, reason)
        self._revealed = True
        self._fill(self._resident)
        self._hide_timer.start()
