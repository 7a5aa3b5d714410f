"""The form of a label on the picture of the community: a road, a river, a square."""

from dataclasses import replace

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.community_map import (
    LABEL_KIND,
    LABEL_LETTERS,
    LABEL_SIZE,
    Box,
    LabelDraft,
    LabelKind,
    MapLabel,
)
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput


class LabelForm(FormDialog):
    """Adds or changes a label; `saved` carries the `Changes`."""

    kept = False

    def __init__(
        self, desk: Desk, label: MapLabel | None, place: tuple[int, int], parent: QWidget | None
    ) -> None:
        """Make the form of `label`, or of a new one at `place` (column, row)."""
        title = tr("添加标注") if label is None else tr("修改标注")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._label = label
        self._place = place
        kinds = ChoiceInput({kind: tr(words) for kind, words in LABEL_KIND.items()})
        line = LineInput(tr("如 幸福路"))
        line.setMaxLength(LABEL_LETTERS)
        self.form.add("kind", tr("种类(&K)"), kinds)
        self.form.add("text", tr("文字(&T)"), line)
        facts = None if label is None else label.facts
        self.form.load(
            kind=facts.kind if facts else LabelKind.ROAD, text=facts.text if facts else ""
        )

    @override
    def save(self) -> Changes:
        kind, text = self.form.value("kind"), self.form.value("text") or ""
        service = self._desk.services.community_map
        if self._label is not None:
            draft = replace(self._label.facts, kind=kind, text=text)
            return service.save_label(self._label.id, draft)
        width, height = LABEL_SIZE[kind]
        x, y = self._place
        box = Box(x=x - width // 2, y=y - height // 2, width=width, height=height)
        return service.save_label(None, LabelDraft(kind=kind, text=text, box=box))
