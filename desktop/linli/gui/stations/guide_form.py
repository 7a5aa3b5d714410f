"""The form of a guide, a work rule or a service (办事指南、工作制度、代办事项)."""

from typing import Any

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.guides import FREE, GUIDE_KIND, Guide, GuideDraft, GuideKind
from linli.domain.limits import UNIT, Unit
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, TextInput
from linli.gui.rental_form import count_input

_FIELDS = (
    *("kind", "title", "station_id", "basis", "conditions", "materials", "steps"),
    *("days", "unit", "fee", "phone"),
)
"""Fields that hold the attribute of `GuideDraft` of the same name."""


def station_choices(desk: Desk, nothing: str) -> dict[Any, str]:
    """Return the stations by id, with what stands for none of them."""
    found = {station.id: station.facts.name for station in desk.services.stations.list_all()}
    return {None: nothing} | found


class GuideForm(FormDialog):
    """Adds or changes a guide; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        item: Guide | None,
        parent: QWidget | None,
        *,
        kind: GuideKind | None = None,
        station_id: int | None = None,
    ) -> None:
        """Make the form of `item`, or an empty one of a kind and a station."""
        title = tr("添加指南或制度") if item is None else tr("指南或制度")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._item = item
        add = self.form.add
        kinds: dict[Any, str] = {each: tr(words) for each, words in GUIDE_KIND.items()}
        add("kind", tr("类别(&K)"), ChoiceInput(kinds))
        add("title", tr("名称(&N)"), LineInput(tr("如 老年人优待证代办")))
        hint = tr("指定了站点，才算这个站点的“七个有”")
        add(
            "station_id",
            tr("站点(&G)"),
            ChoiceInput(station_choices(desk, tr("整个大厅"))),
            hint=hint,
        )
        add("phone", tr("咨询电话(&T)"), LineInput())
        lines = tr("一行写一条")
        for name, words, hint in (
            ("basis", tr("依据(&Y)"), tr("法律、文件的名称和条款")),
            ("conditions", tr("条件(&J)"), lines),
            ("materials", tr("材料(&M)"), tr("一行写一种，告知单上可以打勾")),
            ("steps", tr("程序或内容(&X)"), tr("一行写一条；工作制度的条文也写在这里")),
        ):
            text = TextInput()
            text.setMaximumHeight(desk.theme.px(96))
            add(name, words, text, hint=hint)
        add("days", tr("办理期限(&Q)"), count_input(), hint=tr("当场办结的填 0，不承诺的留空"))
        units: dict[Any, str] = {each: tr(words) for each, words in UNIT.items()}
        add("unit", tr("按什么算(&U)"), ChoiceInput(units))
        add("fee", tr("收费(&F)"), LineInput())
        if item is None:
            self.form.load(
                kind=kind or GuideKind.GUIDE,
                station_id=station_id,
                unit=Unit.WORKING_DAYS,
                fee=FREE,
            )
        else:
            self.form.load(**{name: getattr(item.facts, name) for name in _FIELDS})

    @override
    def save(self) -> Changes:
        values = {name: self.form.value(name) for name in _FIELDS}
        draft = GuideDraft(**(values | {"title": values["title"] or ""}))
        service, item = self._desk.services.guides, self._item
        if item is None:
            return service.save(draft)[1]
        return service.save(draft, item.id, version=item.version)[1]
