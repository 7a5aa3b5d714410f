"""What draws the names (字体和手绘字): the faces of type, added fonts, and drawn characters."""

from dataclasses import dataclass

from PySide6.QtWidgets import QDialog, QWidget

from linli.domain.accounts import Right
from linli.domain.changes import Changes, Kind
from linli.domain.faces import AddedFont, ServingFont
from linli.domain.glyphs import KeptGlyph, Stroke
from linli.domain.name_troubles import code_point
from linli.gui.desk import Desk
from linli.gui.i18n import tr
from linli.gui.list_dialog import HistoryOf, ListDialog
from linli.gui.names.drawing import DrawingDialog
from linli.gui.names.font_file import ask_font_file
from linli.gui.plain_table import PlainTable


@dataclass(frozen=True)
class _Line:
    """A line of the table, with what it is about; a face of type is only shown."""

    texts: tuple[str, ...]
    font: AddedFont | None = None
    drawn: KeptGlyph | None = None


def open_fonts(desk: Desk, parent: QWidget) -> QDialog:
    """Show which fonts print, those that were added, and the drawn characters."""
    dialog = FontsDialog(desk, parent)
    dialog.open()
    return dialog


class FontsDialog(ListDialog):
    """Lists them; an added font can be removed, a drawn character drawn anew or removed."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(tr("字体和手绘字"), desk, parent)
        self._lines: list[_Line] = []
        heads = [tr("名称"), tr("种类"), tr("用什么画"), tr("说明")]
        self.table = PlainTable(heads, desk.theme, self)
        self.table.setAccessibleName(tr("字体和手绘字"))
        self.set_list(self.table)
        self.add_font_button = self.add_button(tr("添加字体(&F)…"), "plus", Right.DESIGN)
        self.draw_button = self.add_button(tr("重画(&D)…"), "edit", Right.DESIGN)
        self.remove_button = self.add_button(tr("删除(&X)"), "trash", Right.DESIGN)
        self.add_history(self._history_of)
        self.summary.setText(
            tr("打印时一个字一个字地找字体：先用手绘的，再用卡片的字体，最后用添加的字体。")
        )
        self.add_font_button.clicked.connect(self._on_add)
        self.draw_button.clicked.connect(self._on_draw)
        self.remove_button.clicked.connect(self._on_remove)
        self.table.itemActivated.connect(lambda _: self.draw_button.click())
        self.table.currentCellChanged.connect(lambda *_: self._show_choices())
        desk.bus.changed.connect(self._on_changed)
        self._read()

    def _read(self) -> None:
        row = max(self.table.currentRow(), 0)
        fonts, names = self.desk.services.fonts, self.desk.services.names
        self._lines = [
            *map(_face_line, fonts.serving().values()),
            *map(_added_line, fonts.list_added()),
            *map(_drawn_line, names.glyphs()),
        ]
        self.table.set_lines(line.texts for line in self._lines)
        self.table.selectRow(min(row, len(self._lines) - 1))
        self._show_choices()

    def _chosen(self) -> _Line:
        return self._lines[max(self.table.currentRow(), 0)]

    def _history_of(self) -> HistoryOf | None:
        """Name the chosen drawing, else the added fonts."""
        drawn = self._chosen().drawn
        if drawn is None:
            return "setting", "fonts.added", tr("添加的字体")
        character = drawn.glyph.character
        return "drawn_glyph", character, tr("手绘的“{character}”").format(character=character)

    def _show_choices(self) -> None:
        line = self._chosen()
        self.draw_button.setEnabled(line.drawn is not None)
        self.remove_button.setEnabled(line.drawn is not None or line.font is not None)

    def _on_changed(self, changes: Changes) -> None:
        if changes.touches(Kind.GLYPHS, Kind.SETTINGS, Kind.RESIDENTS):
            self._read()

    def _on_add(self) -> None:
        ask_font_file(self.desk, self, lambda _font: None)

    def _on_draw(self) -> None:
        kept = self._chosen().drawn
        if kept is None:
            return
        character = kept.glyph.character
        names = self.desk.services.names

        def keep(strokes: tuple[Stroke, ...], width: float) -> None:
            changes = names.keep_glyph(kept.resident_id, character, strokes, width)
            self.desk.bus.publish(changes)

        dialog = DrawingDialog(self.desk, kept.holder or character, character, keep, self)
        dialog.show_drawing(kept.glyph.strokes, kept.glyph.width)
        dialog.open()

    def _on_remove(self) -> None:
        line = self._chosen()
        services = self.desk.services
        if line.drawn is not None:
            character = line.drawn.glyph.character
            self.desk.jobs.run(
                lambda _: services.names.remove_glyph(character),
                owner=self,
                done=self.desk.bus.publish,
            )
        elif line.font is not None and self._agreed(line.font):
            file = line.font.file
            self.desk.jobs.run(
                lambda _: services.fonts.remove(file), owner=self, done=self.desk.bus.publish
            )

    def _agreed(self, font: AddedFont) -> bool:
        return self.desk.ask.confirm(
            self,
            tr("移除字体“{font}”？").format(font=font.info.font),
            accept=tr("移除"),
            detail=tr("只有它才有的字就印不出来了。可以按 Ctrl+Z 撤销。"),
        )


def _face_line(serving: ServingFont) -> _Line:
    return _Line(
        (serving.style.label, tr("卡片的字体"), serving.font, serving.note or ""),
    )


def _added_line(font: AddedFont) -> _Line:
    said = tr("有 {count} 个别的字体没有的汉字").format(count=font.info.rare)
    lost = tr("文件不见了，请重新添加")
    return _Line(
        (font.info.font, tr("添加的字体"), font.chosen, said if font.present else lost), font=font
    )


def _drawn_line(kept: KeptGlyph) -> _Line:
    character = kept.glyph.character
    whose = tr("为“{name}”画的").format(name=kept.holder) if kept.holder else ""
    return _Line((character, tr("手绘的字"), code_point(character), whose), drawn=kept)
