"""Moving, splitting and joining: each says beforehand what it comes to, and is one undo step."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.grid_changes import GridJoin, GridMove, GridPreview, GridSplit
from linli.domain.grid_tree import NodeKind, TreeNode
from linli.domain.values.addresses import Address, address_text
from linli.errors import FieldProblem, InvalidInput, UserError
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.fact_list import plain_label
from linli.gui.form_dialog import FormDialog
from linli.gui.grids.tree_view import RoomyRows
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput, date_input
from linli.gui.theme import Theme

_WAIT_MS = 150
_NAMED = 6
_ITEM = Qt.ItemDataRole.UserRole


class ChangeForm(FormDialog):
    """A form with the day on which a change takes effect, and what it comes to.

    A subclass adds its fields before `add_effect`, and says what is foreseen.
    """

    kept = False

    def __init__(self, title: str, desk: Desk, parent: QWidget | None, *, columns: int = 1) -> None:
        super().__init__(title, desk.theme, desk.ask, parent, columns=columns)
        self.desk = desk
        self.preview = plain_label("", "", self)
        self.preview.setWordWrap(True)
        self.preview.setAccessibleName(tr("办之前先看看"))
        sign = plain_label(tr("办之前先看看"), "section", self)
        place = self._column.indexOf(self.buttons)
        self._column.insertWidget(place, sign)
        self._column.insertWidget(place + 1, self.preview)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.show_preview)
        self.form.edited.connect(lambda: self._timer.start(_WAIT_MS))

    def foresee(self) -> GridPreview | None:
        """Return what the change comes to; None while something is missing.

        Raises:
            UserError: it cannot be done so.
        """
        raise NotImplementedError

    def add_effect(self) -> None:
        """Add the day."""
        hint = tr("从这一天起按新的算，可以填过去的日期；这一天以前的卡和记录仍按旧的说。")
        self.form.add("on", tr("生效日期(&T)"), date_input(), hint=hint, wide=True)

    def today(self) -> date:
        """Return the day of the desk's clock."""
        return self.desk.services.context.clock().date()

    def on(self) -> date:
        """Return the day that was typed, today for none."""
        typed: date | None = self.form.value("on")
        return typed or self.today()

    def show_preview(self) -> None:
        """Say what the change comes to, and make room for it."""
        try:
            found = self.foresee()
        except UserError as error:
            words = error.message
        else:
            nothing = [tr("还没有选，或者没有要改的。")]
            words = "\n".join(nothing if found is None else preview_lines(found))
        is_longer = len(words) > len(self.preview.text())
        self.preview.setText(words)
        if is_longer and self.isVisible():
            self.fit()


class MoveForm(ChangeForm):
    """Moves places to another grid; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        places: Sequence[Address],
        source: int | None,
        parent: QWidget | None = None,
        *,
        target: int | None = None,
    ) -> None:
        """Ask for the grid, or only show what comes of it.

        Args:
            desk: the working place.
            places: what moves.
            source: the grid that it leaves; None for what is in none.
            parent: the window below.
            target: the grid that was named already.
        """
        super().__init__(tr("划到另一个网格"), desk, parent)
        self._places = tuple(places)
        self._source = source
        names = desk.services.grids.names()
        shown = plain_label(tr("要划的：{places}").format(places=named(self._places)), "", self)
        shown.setWordWrap(True)
        self.form.add_widget(shown)
        if source is not None:
            self.form.add_widget(
                plain_label(tr("现在在：{grid}").format(grid=names.get(source, "")), "", self)
            )
        grids = {grid_id: name for grid_id, name in names.items() if grid_id != source}
        self.form.add("target", tr("划到(&G)"), ChoiceInput(grids))
        self.add_effect()
        self.save_button.setText(tr("划过去(&S)"))
        self.form.load(target=target or next(iter(grids), None), on=self.today())
        self.show_preview()

    @override
    def foresee(self) -> GridPreview | None:
        move = self._move()
        return None if move is None else self.desk.services.grid_changes.preview_move(move)

    @override
    def save(self) -> Changes:
        move = self._move()
        if move is None:
            raise InvalidInput([FieldProblem(field="target", message=tr("请选一个网格。"))])
        return self.desk.services.grid_changes.move(move)

    def _move(self) -> GridMove | None:
        target = self.form.value("target")
        if target is None:
            return None
        return GridMove(places=self._places, source=self._source, target=target, on=self.on())


class SettleForm(FormDialog):
    """Says to which grid something belongs that is in two; `saved` carries the `Changes`."""

    kept = False

    def __init__(
        self,
        desk: Desk,
        place: str,
        places: Sequence[Address],
        first: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """Ask for the grid.

        Args:
            desk: the working place.
            place: what it is about, as spoken.
            places: what shall be in one grid.
            first: the grids that it is in; they are offered first.
            parent: the window below.
        """
        super().__init__(tr("确定归哪个网格"), desk.theme, desk.ask, parent)
        self._desk = desk
        self._places = tuple(places)
        names = desk.services.grids.names()
        order = [*first, *(grid_id for grid_id in names if grid_id not in first)]
        shown = plain_label(place, "", self)
        shown.setWordWrap(True)
        self.form.add_widget(shown)
        grids = {grid_id: names[grid_id] for grid_id in order if grid_id in names}
        self.form.add("target", tr("归到(&G)"), ChoiceInput(grids))
        self.form.load(target=next(iter(grids), None))

    @override
    def save(self) -> Changes:
        target = self.form.value("target")
        return self._desk.services.grid_changes.assign(self._places, target)


class PlacesInput(Composite):
    """The buildings and units of a grid, with a box before each.

    Signals:
        edited: other places are ticked.
    """

    edited = Signal()

    def __init__(self, desk: Desk, grid_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tree = desk.services.grid_trees
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderLabels([tr("楼栋和单元"), tr("户 / 人")])
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, self.list.header().ResizeMode.Stretch)
        self.list.setItemDelegate(RoomyRows(desk.theme, self.list))
        self.list.setMinimumHeight(desk.theme.px(220))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)
        node = TreeNode(kind=NodeKind.GRID, label="", grid_id=grid_id)
        for place in self._tree.below(node):
            self.list.addTopLevelItem(_line(place))
        self.list.itemExpanded.connect(self._on_expanded)
        self.list.itemChanged.connect(self._on_changed)

    @override
    def first_part(self) -> QWidget:
        return self.list

    def value(self) -> tuple[Address, ...]:
        """Return what is ticked: whole buildings, else their units."""
        tops = (self.list.topLevelItem(row) for row in range(self.list.topLevelItemCount()))
        return tuple(place for top in tops if top is not None for place in _ticked(top))

    def set_value(self, value: tuple[Address, ...] | None) -> None:
        """Tick the places of the highest level that are among these."""
        wanted = set(value or ())
        for row in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(row)
            if item is not None:
                node: TreeNode = item.data(0, _ITEM)
                is_in = bool(wanted) and wanted.issuperset(node.places)
                item.setCheckState(0, Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)

    def problem(self) -> str | None:
        """Nothing that can be ticked is wrong."""
        return None

    def _on_expanded(self, item: QTreeWidgetItem) -> None:
        """Read the units of a building when it is opened for the first time."""
        node: TreeNode | None = item.data(0, _ITEM)
        if node is None or not item.childCount() or item.child(0).data(0, _ITEM) is not None:
            return
        with QSignalBlocker(self.list):
            item.removeChild(item.child(0))
            for unit in self._tree.below(node):
                if unit.kind is not NodeKind.DWELLING:
                    child = _line(unit)
                    child.setCheckState(0, item.checkState(0))
                    item.addChild(child)

    def _on_changed(self, item: QTreeWidgetItem) -> None:
        """Let units follow their building, and the building its units."""
        with QSignalBlocker(self.list):
            state = item.checkState(0)
            if state is not Qt.CheckState.PartiallyChecked:
                for row in range(item.childCount()):
                    child = item.child(row)
                    if child.data(0, _ITEM) is not None:
                        child.setCheckState(0, state)
            above = item.parent()
            if above is not None:
                states = {above.child(row).checkState(0) for row in range(above.childCount())}
                part = Qt.CheckState.PartiallyChecked
                above.setCheckState(0, states.pop() if len(states) == 1 else part)
        self.edited.emit()


class SplitForm(ChangeForm):
    """Makes a new grid of places of another one; `saved` carries the `Changes`."""

    def __init__(
        self,
        desk: Desk,
        grid_id: int,
        parent: QWidget | None = None,
        *,
        places: Sequence[Address] = (),
    ) -> None:
        self._grid = desk.services.grids.get(grid_id)
        super().__init__(tr("拆分{grid}").format(grid=self._grid.label), desk, parent, columns=2)
        places_input = PlacesInput(desk, grid_id)
        self.form.add("places", tr("划给新网格的(&L)"), places_input, wide=True)
        self.form.add("number", tr("新网格编号(&B)"), LineInput())
        self.form.add("name", tr("新网格名称(&N)"), LineInput())
        self.add_effect()
        self.save_button.setText(tr("拆分(&S)"))
        number = desk.services.grids.propose_number(self._grid.facts.community_id)
        self.form.load(places=tuple(places), number=number, on=self.today())
        self.show_preview()

    @override
    def foresee(self) -> GridPreview | None:
        split = self._split()
        return self.desk.services.grid_changes.preview_split(split) if split.places else None

    @override
    def save(self) -> Changes:
        split = self._split()
        if not split.places:
            message = tr("还没有勾选楼栋或单元，请勾选划给新网格的。")
            raise InvalidInput([FieldProblem(field="places", message=message)])
        return self.desk.services.grid_changes.split(split)[1]

    def _split(self) -> GridSplit:
        value = self.form.value
        return GridSplit(
            source=self._grid.id,
            places=value("places"),
            number=value("number") or "",
            name=value("name") or "",
            on=self.on(),
        )


class JoinForm(ChangeForm):
    """Lets a grid take all of others, which are closed; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, grid_ids: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(tr("合并网格"), desk, parent)
        names = desk.services.grids.names()
        self.form.add("sources", tr("撤销的网格(&X)"), NamesInput(names, desk.theme))
        self.form.add("target", tr("并入(&G)"), ChoiceInput(names))
        self.add_effect()
        self.save_button.setText(tr("合并(&S)"))
        several = len(grid_ids) > 1
        target = grid_ids[0] if several else next((i for i in names if i not in grid_ids), None)
        sources = tuple(grid_ids[1:] if several else grid_ids)
        self.form.load(target=target, sources=sources, on=self.today())
        self.show_preview()

    @override
    def foresee(self) -> GridPreview | None:
        join = self._join()
        return self.desk.services.grid_changes.preview_join(join) if join.sources else None

    @override
    def save(self) -> Changes:
        return self.desk.services.grid_changes.join(self._join())

    def _join(self) -> GridJoin:
        target = self.form.value("target")
        sources = tuple(i for i in self.form.value("sources") if i != target)
        return GridJoin(sources=sources, target=target, on=self.on())


class NamesInput(Composite):
    """Some of a few grids, with a box before each.

    Signals:
        edited: others are ticked.
    """

    edited = Signal()

    def __init__(self, names: dict[int, str], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QTreeWidget(self)
        self.list.setItemDelegate(RoomyRows(theme, self.list))
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self._items: dict[int, QTreeWidgetItem] = {}
        for grid_id, name in names.items():
            item = QTreeWidgetItem([name])
            item.setCheckState(0, Qt.CheckState.Unchecked)
            self.list.addTopLevelItem(item)
            self._items[grid_id] = item
        self.list.itemChanged.connect(self.edited)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list)

    @override
    def first_part(self) -> QWidget:
        return self.list

    def value(self) -> tuple[int, ...]:
        """Return the grids that are ticked."""
        checked = Qt.CheckState.Checked
        return tuple(i for i, item in self._items.items() if item.checkState(0) is checked)

    def set_value(self, value: tuple[int, ...] | None) -> None:
        """Tick these grids and no others."""
        for grid_id, item in self._items.items():
            is_in = grid_id in (value or ())
            item.setCheckState(0, Qt.CheckState.Checked if is_in else Qt.CheckState.Unchecked)

    def problem(self) -> str | None:
        """Nothing that can be ticked is wrong."""
        return None


def preview_lines(preview: GridPreview) -> list[str]:
    """Return what a change comes to, line by line."""
    lines = [
        tr("涉及 {dwellings} 处住所，现住 {households} 户 {residents} 人。").format(
            dwellings=f"{preview.dwellings:,}",
            households=f"{preview.households:,}",
            residents=f"{preview.residents:,}",
        )
    ]
    if preview.cards:
        lines.append(
            tr("有 {count} 张已发出的联系卡会过时，办完可以在“活卡”里换新卡。").format(
                count=f"{preview.cards:,}"
            )
        )
    else:
        lines.append(tr("没有联系卡因此过时。"))
    for goes_along, words in (
        (False, tr("随网格撤销而结束的岗位：{posts}。")),
        (True, tr("随楼栋一起转过去的岗位：{posts}。")),
    ):
        posts = [
            f"{post.grid}{post.post} {post.name}"
            for post in preview.posts
            if post.goes_along is goes_along
        ]
        if posts:
            lines.append(words.format(posts="、".join(posts)))
    lines.append(tr("办错了可以按 Ctrl+Z 撤销。"))
    return lines


def named(places: Sequence[Address]) -> str:
    """Return places as spoken, the first of many."""
    words = "、".join(address_text(place) for place in places[:_NAMED])
    if len(places) <= _NAMED:
        return words
    return tr("{places}等 {count} 处").format(places=words, count=f"{len(places):,}")


def _line(node: TreeNode) -> QTreeWidgetItem:
    item = QTreeWidgetItem([node.label, f"{node.households:,} / {node.residents:,}"])
    item.setData(0, _ITEM, node)
    item.setCheckState(0, Qt.CheckState.Unchecked)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    if node.kind is NodeKind.BUILDING and node.has_children:
        item.addChild(QTreeWidgetItem([""]))  # so that it can be opened; its units are read then
    return item


def _ticked(item: QTreeWidgetItem) -> Sequence[Address]:
    node: TreeNode | None = item.data(0, _ITEM)
    if node is None:
        return ()
    if item.checkState(0) is Qt.CheckState.Checked:
        return node.places
    children = (item.child(row) for row in range(item.childCount()))
    return [place for child in children for place in _ticked(child)]


def open_form(desk: Desk, make: Callable[[], FormDialog], parent: QWidget) -> None:
    """Open a form whose changes are published; say why if it cannot be."""
    try:
        form = make()
    except UserError as error:
        desk.ask.warn(parent, error.message)
        return
    form.saved.connect(desk.bus.publish)
    form.open()
