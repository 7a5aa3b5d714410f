"""The line of filters over the residents table, and what else narrows it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from linli.domain.labels import STATUS
from linli.domain.resident_filters import CONDITIONS, filter_phrases, without_conditions
from linli.domain.residents import ResidentFilter, ResidentStatus
from linli.domain.saved_filters import SavedFilter
from linli.gui.desk import Desk
from linli.gui.elided_label import ElidedLabel
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.late import Late
from linli.gui.residents.filter_menu import FilterMenu

_Choices = Mapping[str, Mapping[str, Any]]
"""What a combo box offers: the shown text, and what it sets in a `ResidentFilter`."""

_LONGEST = 12


class FilterBar(QWidget):
    """Narrows the table by grid, standing, dwelling, tag and card; each first choice is no filter.

    Conditions that the boxes do not show, from the builder or a kept filter, are told in a sentence
    below them, so that nobody wonders why somebody is missing.

    Signals:
        filter_changed: the clerk has chosen another filter.
        replaced: all conditions are others now; what is typed into the find box is not meant.
        cards_requested: print cards for these residents (a list of ids).
    """

    filter_changed = Signal()
    replaced = Signal()
    cards_requested = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.typed = ""
        """What is typed into the find box."""
        self._wanted = ResidentFilter()
        self._grids: dict[int, str] = {}
        self._boxes: dict[QComboBox, tuple[str, ...]] = {}
        self._choices: dict[QComboBox, _Choices] = {}
        line = QWidget(self)
        self._row = FlowLayout(line)
        self.grid = self._combo(tr("网格"), "grid")
        self.status = self._combo(tr("居住状态"), "statuses")
        self.floating = self._combo(tr("流动人口"), "floating")
        self.rented = self._combo(tr("住房"), "rented")
        self.tag = self._combo(tr("标签和特长"), "care_tags", "skills")
        self.card = self._combo(tr("联系卡"), "card")
        self.more_button = self._button(tr("更多条件(&F)…"), "filter")
        self.more_button.clicked.connect(lambda _checked: self.open_builder())
        self.kept_button = self._button(tr("常用筛选(&Y)"), "bookmark")
        self.menu = FilterMenu(desk, self.kept_button)
        self.kept_button.setMenu(self.menu)
        self.others = QWidget(self)
        self.others_label = ElidedLabel("", self.others)
        self.others_button = self._quiet_button(tr("去掉这些条件"), self._on_others_cleared)
        self.clear_button = self._quiet_button(tr("清除筛选"), self.clear)
        self._arrange(line)
        self.menu.chosen.connect(self._on_kept)
        self.menu.save_requested.connect(self._on_save)
        self.menu.list_requested.connect(self.open_kept)
        self.reload()

    @property
    def is_set(self) -> bool:
        """Whether anything but the usual view is chosen."""
        return self._wanted != ResidentFilter()

    @property
    def wanted(self) -> ResidentFilter:
        """What is chosen here and typed into the find box."""
        texts = (self._wanted.text, self.typed)
        return replace(self._wanted, text=" ".join(text for text in texts if text))

    def show_filter(self, wanted: ResidentFilter) -> None:
        """Choose what a filter says, and nothing else."""
        self._wanted = wanted
        self._show()
        self.filter_changed.emit()

    def clear(self) -> None:
        """Choose nothing."""
        self.show_filter(ResidentFilter())

    def show_everybody(self) -> None:
        """Let also those be shown who moved out or died."""
        self.show_filter(replace(self._wanted, statuses=frozenset(ResidentStatus)))

    def open_builder(self) -> None:
        """Open the builder with what is chosen here."""
        self._build(self.wanted, "")

    def use_kept(self, filter_id: int) -> None:
        """Put a kept filter to use, or say why it cannot be used."""
        for kept in self._desk.services.filters.list_all():
            if kept.id == filter_id:
                self._on_kept(kept)

    def open_kept(self) -> None:
        """Open the list of kept filters."""
        from linli.gui.residents.saved_filters import SavedFilters

        dialog = SavedFilters(self._desk, self.window())
        dialog.shown.connect(self._on_replaced)
        dialog.build_requested.connect(self._on_build)
        dialog.open()

    def reload(self) -> None:
        """Read grids and tags again and keep what is chosen."""
        services = self._desk.services
        self._grids = services.grids.names()
        grids = {name: {"grid_ids": (number,)} for number, name in self._grids.items()}
        none: dict[str, Any] = {tr("未划网格"): {"without_grid": True}}
        tags = services.residents.suggestions("care_tags", "")
        skills = services.residents.suggestions("skills", "")
        said = tr("会 {skill}")
        self._choices = {
            self.grid: {tr("全部网格"): {}} | grids | none,
            self.status: _statuses(),
            self.floating: {
                tr("全部人口"): {},
                tr("流动人口"): {"floating": True},
                tr("常住人口"): {"floating": False},
            },
            self.rented: {tr("全部住房"): {}, tr("出租房屋"): {"rented": True}},
            self.tag: {tr("全部标签"): {}}
            | {text: {"care_tags": (text,)} for text in tags}
            | {said.format(skill=text): {"skills": (text,)} for text in skills},
            self.card: {
                tr("发卡不限"): {},
                tr("已发卡"): {"has_card": True},
                tr("未发卡"): {"has_card": False},
            },
        }
        self._show()

    # ---- laying out ----

    def _arrange(self, line: QWidget) -> None:
        words = QLabel(tr("还有条件："), self.others)
        words.setObjectName("muted")
        inner = QHBoxLayout(self.others)
        inner.setContentsMargins(0, 0, 0, 0)
        for widget in (words, self.others_label, self.others_button):
            inner.addWidget(widget)
        self._below = QWidget(self)
        row = QHBoxLayout(self._below)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.others)
        row.addWidget(self.clear_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(line)
        column.addWidget(self._below)

    def _combo(self, name: str, *conditions: str) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(tr("按“{name}”筛选").format(name=name))
        combo.setMaxVisibleItems(16)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        combo.currentIndexChanged.connect(lambda _: self._on_chosen(combo))
        self._boxes[combo] = conditions
        self._row.addWidget(combo)
        return combo

    def _button(self, text: str, icon_name: str) -> QPushButton:
        button = QPushButton(icon(icon_name), text, self)
        self._row.addWidget(button)
        return button

    def _quiet_button(self, text: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(icon("x"), text, self)
        button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        button.clicked.connect(lambda _checked: slot())
        return button

    # ---- showing ----

    def _show(self) -> None:
        """Let boxes and sentence say what is chosen."""
        phrases = filter_phrases(self._wanted, self._grids)
        for combo, conditions in self._boxes.items():
            said = "，".join(phrases.pop(each) for each in conditions if each in phrases)
            self._fill(combo, conditions, said)
        self.others_label.setText("，".join(phrases.values()))
        self.others.setVisible(bool(phrases))
        self._below.setVisible(self.is_set)

    def _fill(self, combo: QComboBox, conditions: tuple[str, ...], said: str) -> None:
        """Offer a box's choices, and what is chosen if it is none of them (`said`)."""
        choices = dict(self._choices.get(combo, {}))
        attributes = [each for name in conditions for each in CONDITIONS[name][0]]
        chosen = {each: getattr(self._wanted, each) for each in attributes}
        rest = without_conditions(self._wanted, conditions)
        fitting = [text for text, sets in choices.items() if replace(rest, **sets) == self._wanted]
        if not fitting:
            fitting = [said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"]
            choices[fitting[0]] = chosen
        with QSignalBlocker(combo):
            combo.clear()
            for text, sets in choices.items():
                combo.addItem(text, sets)
            combo.setItemData(combo.count() - 1, said, Qt.ItemDataRole.ToolTipRole)
            combo.setCurrentIndex(max(0, combo.findText(fitting[0])))
        active = combo.currentIndex() > 0
        if bool(combo.property("active")) != active:
            combo.setProperty("active", active)
            combo.style().unpolish(combo)
            combo.style().polish(combo)

    # ---- choosing ----

    def _on_chosen(self, combo: QComboBox) -> None:
        rest = without_conditions(self._wanted, self._boxes[combo])
        self.show_filter(replace(rest, **(combo.currentData() or {})))

    def _on_others_cleared(self) -> None:
        shown = {name for conditions in self._boxes.values() for name in conditions}
        self.show_filter(without_conditions(self._wanted, CONDITIONS.keys() - shown))

    def _on_kept(self, kept: SavedFilter) -> None:
        if kept.wanted is None:
            self._desk.ask.warn(self, kept.problem)
        else:
            self._on_replaced(kept.wanted)

    def _on_replaced(self, wanted: ResidentFilter) -> None:
        self._wanted = wanted
        self.replaced.emit()
        self.show_filter(wanted)

    def _on_build(self, kept: SavedFilter | None) -> None:
        if kept is not None and kept.wanted is not None:
            self._build(kept.wanted, kept.name)
        else:
            self._build(ResidentFilter(), "")

    def _build(self, wanted: ResidentFilter, name: str) -> None:
        from linli.gui.residents.filter_builder import FilterBuilder

        builder = FilterBuilder(self._desk, wanted, self.window(), name=name)
        builder.shown.connect(self._on_replaced)
        builder.cards_requested.connect(self.cards_requested)
        builder.open()

    def _on_save(self) -> None:
        Late("residents.saved_filters", "save_filter")(self._desk, self, self.wanted)


def _statuses() -> _Choices:
    moved, dead = ResidentStatus.MOVED_OUT, ResidentStatus.DECEASED
    return {
        tr("在住人员"): {},
        tr(STATUS[moved]): {"statuses": frozenset({moved})},
        tr(STATUS[dead]): {"statuses": frozenset({dead})},
        tr("全部人员"): {"statuses": frozenset(ResidentStatus)},
    }
