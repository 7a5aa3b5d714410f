"""The line of filters over the residents table."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from linli.domain.labels import STATUS
from linli.domain.residents import ResidentFilter, ResidentStatus
from linli.gui.flow import FlowLayout
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.services.container import Services

_Choices = Mapping[str, Mapping[str, Any]]
"""What a filter offers: the shown text, and what it sets in a `ResidentFilter`."""


class FilterBar(QWidget):
    """Narrows the table by grid, standing, dwelling, tag and card; each first choice is no filter.

    Signals:
        filter_changed: the clerk has chosen another filter.
    """

    filter_changed = Signal()

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._row = FlowLayout(self)
        self.grid = self._combo(tr("网格"), {})
        self.status = self._combo(tr("居住状态"), _statuses())
        self.floating = self._combo(
            tr("流动人口"),
            {
                tr("全部人口"): {},
                tr("流动人口"): {"floating": True},
                tr("常住人口"): {"floating": False},
            },
        )
        self.rented = self._combo(
            tr("住房"),
            {
                tr("全部住房"): {},
                tr("出租房屋"): {"rented": True},
            },
        )
        self.tag = self._combo(tr("标签和特长"), {})
        self.card = self._combo(
            tr("联系卡"),
            {
                tr("发卡不限"): {},
                tr("已发卡"): {"has_card": True},
                tr("未发卡"): {"has_card": False},
            },
        )
        self.clear_button = QPushButton(icon("x"), tr("清除筛选"), self)
        self.clear_button.setProperty("quiet", True)  # noqa: FBT003 - Qt's own signature
        self.clear_button.clicked.connect(self.clear)
        self._row.addWidget(self.clear_button)
        self.reload()

    @property
    def is_set(self) -> bool:
        """Whether anything but the usual view is chosen."""
        return any(combo.currentIndex() > 0 for combo in self._combos())

    def apply_to(self, wanted: ResidentFilter) -> ResidentFilter:
        """Return `wanted` narrowed by what is chosen here."""
        chosen: dict[str, Any] = {}
        for combo in self._combos():
            chosen |= combo.currentData() or {}
        return replace(wanted, **chosen)

    def clear(self) -> None:
        """Choose nothing."""
        for combo in self._combos():
            with QSignalBlocker(combo):
                combo.setCurrentIndex(0)
        self._on_chosen()

    def show_everybody(self) -> None:
        """Let also those be shown who moved out or died."""
        self.status.setCurrentIndex(self.status.count() - 1)

    def reload(self) -> None:
        """Read grids and tags again and keep what is chosen."""
        grids = {name: {"grid_ids": (number,)} for number, name in self._services.grids.names().items()}
        none: dict[str, Any] = {tr("未划网格"): {"without_grid": True}}
        _fill(self.grid, {tr("全部网格"): {}} | grids | none)
        residents = self._services.residents
        tags = {text: {"care_tags": (text,)} for text in residents.suggestions("care_tags", "")}
        skills = {
            tr("会 {skill}").format(skill=text): {"skills": (text,)}
            for text in residents.suggestions("skills", "")
        }
        _fill(self.tag, {tr("全部标签"): {}} | tags | skills)
        self._mark()

    def _combos(self) -> tuple[QComboBox, ...]:
        return self.grid, self.status, self.floating, self.rented, self.tag, self.card

    def _combo(self, name: str, choices: _Choices) -> QComboBox:
        combo = QComboBox(self)
        combo.setAccessibleName(name)
        combo.setToolTip(tr("按“{name}”筛选").format(name=name))
        combo.setMaxVisibleItems(16)
        combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        _fill(combo, choices)
        combo.currentIndexChanged.connect(self._on_chosen)
        self._row.addWidget(combo)
        return combo

    def _on_chosen(self) -> None:
        self._mark()
        self.filter_changed.emit()

    def _mark(self) -> None:
        """Let the filters that narrow the table stand out."""
        for combo in self._combos():
            active = combo.currentIndex() > 0
            if bool(combo.property("active")) != active:
                combo.setProperty("active", active)
                combo.style().unpolish(combo)
                combo.style().polish(combo)
        self.clear_button.setVisible(self.is_set)


def _statuses() -> _Choices:
    moved, dead = ResidentStatus.MOVED_OUT, ResidentStatus.DECEASED
    return {
        tr("在住人员"): {},
        tr(STATUS[moved]): {"statuses": frozenset({moved})},
        tr(STATUS[dead]): {"statuses": frozenset({dead})},
        tr("全部人员"): {"statuses": frozenset(ResidentStatus)},
    }


def _fill(combo: QComboBox, choices: _Choices) -> None:
    """Offer `choices` and keep the one that is chosen, if it is still among them."""
    chosen = combo.currentText()
    with QSignalBlocker(combo):
        combo.clear()
        for text, value in choices.items():
            combo.addItem(text, value)
        combo.setCurrentIndex(max(0, combo.findText(chosen)))
