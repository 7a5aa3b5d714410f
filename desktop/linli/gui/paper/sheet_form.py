"""The form of a sheet of the clerk's own: lengths as a ruler measures them, and the picture."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.paper import A3, A4, A5, CardSize, Sheet, check_sheet
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import mark, tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.paper.numbers import number_input, whole_input
from linli.gui.paper.sheet_picture import SheetPicture

A4_ACROSS = CardSize(width=A4.height, height=A4.width)
_PAPERS = {
    A4: mark("A4 竖放（210×297 毫米）"),
    A4_ACROSS: mark("A4 横放（297×210 毫米）"),
    A5: mark("A5（148×210 毫米）"),
    A3: mark("A3（297×420 毫米）"),
    None: mark("别的大小，自己填"),
}
_NUMBERS = ("width", "height", "left", "top", "card_width", "card_height")
_MOST_DRAWN = 400  # cells; what is typed on the way may be far more
_COUNTS = ("columns", "rows")
_PITCHES = {"pitch_x": "card_width", "pitch_y": "card_height"}


class SheetForm(FormDialog):
    """Adds or changes an own sheet; `saved` carries its id and the `Changes`."""

    def __init__(self, desk: Desk, sheet: Sheet, parent: QWidget | None = None) -> None:
        """Make the form.

        Args:
            desk: the working place.
            sheet: what the form begins with; with an own sheet's id that one is changed.
            parent: the window that asks.
        """
        title = tr("编辑纸张") if sheet.id else tr("新建纸张")
        super().__init__(title, desk.theme, desk.ask, parent)
        self._desk = desk
        self._sheet = sheet
        self._width = 980
        self.picture = SheetPicture(self)
        self.figures = QLabel(self)
        self.figures.setObjectName("muted")
        self.figures.setWordWrap(True)
        self._add_fields()
        self._load(sheet)
        self._put_picture()
        self.form.edited.connect(self._on_edited)
        self._on_edited()
        self.form.modified = False

    @override
    def save(self) -> tuple[str, Changes]:
        sheet = self._drawn()
        if sheet is None:
            words = tr("没有填写，请用尺子量一下填上。")
            raise InvalidInput(FieldProblem(field=name, message=words) for name in self._missing())
        return self._desk.services.paper.save_sheet(sheet)

    @override
    def show_error(self, error: UserError) -> None:
        if isinstance(error, InvalidInput):
            error = InvalidInput(self._placed(error.problems))
        super().show_error(error)

    def _add_fields(self) -> None:
        add = self.form.add
        add("title", tr("名称(&N)"), LineInput(tr("如 A4 标签 3×8")))
        add("paper", tr("纸张大小(&Z)"), ChoiceInput({k: tr(v) for k, v in _PAPERS.items()}))
        add("width", tr("纸的宽(&1)"), number_input(tr("毫米")))
        add("height", tr("纸的高(&2)"), number_input(tr("毫米")))
        add("columns", tr("一行几格(&L)"), whole_input(tr("如 3")))
        add("rows", tr("一共几行(&H)"), whole_input(tr("如 8")))
        self.form.add_section(tr("用尺子量（毫米）"))
        add("left", tr("离纸左边(&Q)"), number_input(), hint=tr("第一格的左边离纸的左边多少毫米。"))
        add("top", tr("离纸上边(&T)"), number_input(), hint=tr("第一格的上边离纸的上边多少毫米。"))
        add("card_width", tr("每格的宽(&W)"), number_input())
        add("card_height", tr("每格的高(&G)"), number_input())
        hint = tr("从一格的左边量到右边那一格的左边。格子挨着没有缝，可以不填。")
        add("pitch_x", tr("横向间距(&X)"), number_input(), hint=hint)
        hint = tr("从一格的上边量到下面那一格的上边。格子挨着没有缝，可以不填。")
        add("pitch_y", tr("纵向间距(&Y)"), number_input(), hint=hint)
        marks = {False: tr("不印（标签纸已经切好）"), True: tr("印（整张纸，印好再裁）")}
        add("crop_marks", tr("裁切线(&C)"), ChoiceInput(marks))

    def _put_picture(self) -> None:
        """Put the picture beside the fields."""
        place = self._column.indexOf(self._area)
        side = QVBoxLayout()
        side.addWidget(self.picture, 1)
        side.addWidget(self.figures)
        row = QHBoxLayout()
        row.setSpacing(self.theme.px(16))
        row.addWidget(self._area, 3)
        row.addLayout(side, 2)
        self._column.insertLayout(place, row, 1)

    def _load(self, sheet: Sheet) -> None:
        size = CardSize(width=sheet.width, height=sheet.height)
        values = {name: getattr(sheet, name) for name in (*_NUMBERS, *_COUNTS, *_PITCHES)}
        for pitch, cell in _PITCHES.items():
            if values[pitch] == values[cell]:
                values[pitch] = None
        self.form.load(
            title=sheet.title,
            paper=size if size in _PAPERS else None,
            crop_marks=sheet.crop_marks,
            **values,
        )

    def _on_edited(self) -> None:
        size = self.form.value("paper")
        self.form.show_fields(["width", "height"], shown=size is None)
        self.form.clear_problems()
        sheet = self._drawn()
        self.picture.show_sheet(sheet if sheet and 0 < sheet.slots <= _MOST_DRAWN else None)
        if sheet is None:
            self.figures.setText(tr("填好上面各项，这里就画出来。"))
            return
        self.figures.setText(tr("一张纸 {slots} 格").format(slots=sheet.slots))
        try:
            check_sheet(sheet)
        except InvalidInput as error:
            for problem in self._placed(error.problems):
                if problem.field != "title":  # said when it is saved
                    self.form.field(problem.field).show_error(problem.message)

    def _placed(self, problems: Iterable[FieldProblem]) -> Iterator[FieldProblem]:
        """Yield problems; those of hidden fields belong to the paper that was chosen."""
        hidden = {"width", "height"} if self.form.value("paper") is not None else set()
        for problem in problems:
            yield replace(problem, field="paper") if problem.field in hidden else problem

    def _drawn(self) -> Sheet | None:
        """Return the sheet as the fields have it, None while one is missing."""
        if self._missing():
            return None
        value = self.form.value
        numbers = {name: value(name) for name in (*_NUMBERS, *_COUNTS)}
        size: CardSize | None = value("paper")
        if size is not None:
            numbers |= {"width": size.width, "height": size.height}
        pitches = {name: value(name) or numbers[cell] for name, cell in _PITCHES.items()}
        return Sheet(
            id=self._sheet.id,
            title=value("title") or "",
            crop_marks=value("crop_marks"),
            **numbers,
            **pitches,
        )

    def _missing(self) -> list[str]:
        """Return the fields that need a number and have none."""
        shown = (name for name in (*_NUMBERS, *_COUNTS) if not self.form.field(name).isHidden())
        return [name for name in shown if self.form.value(name) is None]
