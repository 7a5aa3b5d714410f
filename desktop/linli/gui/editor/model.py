"""What is being edited: the template with its undo steps, where one works, what is selected."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from linli.domain.paper import CardSize, Side
from linli.domain.templates import edit
from linli.domain.templates.check import TemplateProblem
from linli.domain.templates.edit import Align, Level, Order
from linli.domain.templates.elements import Box, CardTemplate, Element, ListElement
from linli.domain.templates.history import EditHistory
from linli.domain.templates.wording import labels_of


class EditorModel(QObject):
    """Turns what the clerk does into steps that can be undone.

    Signals:
        changed: the template is another.
        selection_changed: other elements are selected.
        level_changed: one works on another side, in another cell, or sees another size.
        problems_changed: what is to be put right is another.
    """

    changed = Signal()
    selection_changed = Signal()
    level_changed = Signal()
    problems_changed = Signal()

    def __init__(self, template: CardTemplate, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = EditHistory.of(template)
        self._dragged: CardTemplate | None = None
        self._copied: tuple[Element, ...] = ()
        self._level = Level()
        self._size = template.kind.sizes[0]
        self._selection: tuple[int, ...] = ()
        self._problems: tuple[TemplateProblem, ...] = ()

    @property
    def template(self) -> CardTemplate:
        """The template as it is seen now, in the middle of a drag too."""
        return self._dragged or self._history.present

    @property
    def saved(self) -> CardTemplate:
        """The template as the ledger has it."""
        return self._history.saved

    @property
    def modified(self) -> bool:
        """Whether something is not saved."""
        return self._history.modified

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._history.past)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._history.future)

    @property
    def can_paste(self) -> bool:
        """Whether elements were copied that may lie here."""
        lists = any(isinstance(element, ListElement) for element in self._copied)
        inside = self._level.inside is not None
        return bool(self._copied) and not self._level.more and not (lists and inside)

    @property
    def level(self) -> Level:
        """Where one works."""
        return self._level

    @property
    def size(self) -> CardSize:
        """The size in which the card is seen."""
        return self._size

    @property
    def area(self) -> Box:
        """Where the level lies on the card, mm."""
        return edit.area_at(self.template, self._level, self._size)

    @property
    def room(self) -> tuple[float, float]:
        """Width and height (mm) that the level has in every size of the card."""
        template = self.template
        areas = [edit.area_at(template, self._level, size) for size in template.kind.sizes]
        return min(area.w for area in areas), min(area.h for area in areas)

    @property
    def elements(self) -> tuple[Element, ...]:
        """The elements of the level."""
        return edit.elements_at(self.template, self._level)

    @property
    def selection(self) -> tuple[int, ...]:
        """The numbers of the selected elements, the one selected last at the end."""
        return self._selection

    @property
    def selected(self) -> list[Element]:
        """The selected elements."""
        elements = self.elements
        return [elements[number] for number in self._selection]

    @property
    def problems(self) -> tuple[TemplateProblem, ...]:
        """What is to be put right, as it was when it was looked for last."""
        return self._problems

    def set_problems(self, problems: Iterable[TemplateProblem]) -> None:
        """Take what is to be put right."""
        self._problems = tuple(problems)
        self.problems_changed.emit()

    def labels(self) -> dict[str, str]:
        """Return how the clerk calls the fields that elements of this level can show."""
        return labels_of(edit.fields_at(self.template, self._level))

    def box(self, number: int) -> Box:
        """Return where an element lies on the card, mm."""
        area = self.area
        box = self.elements[number].box(area.w, area.h)
        return Box(area.x + box.x, area.y + box.y, box.w, box.h)

    def select(self, numbers: Iterable[int]) -> None:
        """Select these elements and no others."""
        count = len(self.elements)
        chosen = tuple(dict.fromkeys(number for number in numbers if number < count))
        if chosen != self._selection:
            self._selection = chosen
            self._history = self._history.closed()
            self.selection_changed.emit()

    def select_all(self) -> None:
        """Select every element of the level."""
        self.select(range(len(self.elements)))

    def select_next(self, step: int) -> bool:
        """Select the next element, or the one before; False when there is none any more."""
        count = len(self.elements)
        if not self._selection:
            number = 0 if step > 0 else count - 1
        else:
            number = self._selection[-1] + step
        if not 0 <= number < count:
            return False
        self.select([number])
        return True

    def go_to(self, level: Level) -> None:
        """Work on another side, or in the cell of a list."""
        if level != self._level and edit.exists(self.template, level):
            self._level, self._selection = level, ()
            self._history = self._history.closed()
            self.level_changed.emit()
            self.selection_changed.emit()

    def enter(self, number: int, *, more: bool = False) -> None:
        """Work in the cell of a list, or on its `more`."""
        if self._level.inside is None and isinstance(self.elements[number], ListElement):
            self.go_to(Level(self._level.side, number, more))

    def leave(self) -> bool:
        """Go back from a cell to its list; False on a side."""
        inside = self._level.inside
        if inside is None:
            return False
        self.go_to(self._level.up)
        self.select([inside])
        return True

    def show_side(self, side: Side) -> None:
        """Show front or back."""
        self.go_to(Level(side))

    def show_size(self, size: CardSize) -> None:
        """Show the card in another of its sizes."""
        if size != self._size:
            self._size = size
            self.level_changed.emit()

    def show_problem(self, problem: TemplateProblem) -> None:
        """Go to the element of a problem and select it."""
        if problem.side is None:
            return
        self.go_to(Level(problem.side))
        if len(problem.path) > 1 and problem.path[0] < len(self.elements):
            outer, inner = problem.path[:2]
            rows = self.elements[outer]
            is_more = isinstance(rows, ListElement) and inner >= len(rows.elements)
            self.enter(outer, more=is_more)
            self.select([0 if is_more else inner])
        else:
            self.select(problem.path[:1])

    def apply(
        self, template: CardTemplate, merge: str = "", selection: Iterable[int] | None = None
    ) -> None:
        """Make one step; steps with the same `merge` are undone together."""
        self._dragged = None
        before = self._history
        self._history = before.done(template, merge)
        self._after(selection)

    def alter(self, change: Callable[[Element], Element], merge: str = "") -> None:
        """Change every selected element."""
        elements = list(self.elements)
        for number in self._selection:
            elements[number] = change(elements[number])
        key = f"{merge} {self._level} {self._selection}" if merge else ""
        self.apply(edit.with_elements(self.template, self._level, elements), key)

    @property
    def is_dragging(self) -> bool:
        """Whether the mouse holds something."""
        return self._dragged is not None

    def drag(self, template: CardTemplate) -> None:
        """Show a template while the mouse is down; `drop` makes it a step."""
        self._dragged = template
        self.changed.emit()

    def drop(self, *, keep: bool = True) -> None:
        """End a drag, as one step or as if it had not been."""
        dragged, self._dragged = self._dragged, None
        if dragged is not None and keep:
            self.apply(dragged)
        else:
            self.changed.emit()

    def undo(self) -> None:
        """Take the latest step back."""
        self._history = self._history.undone()
        self._after(None)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._history = self._history.redone()
        self._after(None)

    def go_on_with(self, template: CardTemplate) -> None:
        """Edit what was saved as another template from now on; older steps belong to the first."""
        self._history = EditHistory.of(template)
        self._after(None)

    def keep(self) -> None:
        """Take note that the present state is saved."""
        self._history = self._history.kept()
        self.changed.emit()

    def move(self, dx: float, dy: float) -> None:
        """Move the selected elements by mm."""
        template = edit.moved(self.template, self._level, self._selection, dx, dy)
        self.apply(template, f"move {self._level} {self._selection}")

    def resize(self, dw: float, dh: float) -> None:
        """Make the selected elements wider and higher by mm."""
        template = edit.resized(self.template, self._level, self._selection, dw, dh, self.area)
        self.apply(template, f"resize {self._level} {self._selection}")

    def align(self, how: Align) -> None:
        """Bring the selected elements into one line."""
        if self._selection:
            self.apply(edit.aligned(self.template, self._level, self._selection, how, self.area))

    def distribute(self, *, across: bool) -> None:
        """Leave the same space between the selected elements."""
        chosen = self._selection
        self.apply(edit.distributed(self.template, self._level, chosen, self.area, across=across))

    def order(self, order: Order) -> None:
        """Bring the selected elements to the front or back."""
        template, numbers = edit.ordered(self.template, self._level, self._selection, order)
        self.apply(template, selection=numbers)

    def add(self, element: Element) -> None:
        """Add an element and select it."""
        template, numbers = edit.added(self.template, self._level, [element])
        self.apply(template, selection=numbers)

    def duplicate(self) -> None:
        """Copy the selected elements and select the copies."""
        if self._selection:
            template, numbers = edit.duplicated(self.template, self._level, self._selection)
            self.apply(template, selection=numbers)

    def remove(self) -> None:
        """Remove the selected elements."""
        template = edit.removed(self.template, self._level, self._selection)
        self.apply(template, selection=())

    def copy(self) -> None:
        """Remember the selected elements for `paste`."""
        if self._selection:
            self._copied = tuple(self.elements[number] for number in sorted(self._selection))

    def paste(self) -> None:
        """Add the remembered elements and select them."""
        if self.can_paste:
            template, numbers = edit.added(self.template, self._level, self._copied)
            self.apply(template, selection=numbers)

    def _after(self, selection: Iterable[int] | None) -> None:
        """Keep level, size and selection to what is still there, and tell everybody."""
        template = self._history.present
        moved = False
        kept = self._selection
        if not edit.exists(template, self._level):
            up = self._level.up
            self._level, moved, kept = up if edit.exists(template, up) else Level(), True, ()
        if self._size not in template.kind.sizes and template.kind.sizes:
            self._size, moved = template.kind.sizes[0], True
        count = len(self.elements)
        wanted = kept if selection is None else tuple(selection)
        chosen = tuple(number for number in wanted if number < count)
        other = chosen != self._selection
        self._selection = chosen  # before anybody is told, so that all of them see one state
        if moved:
            self.level_changed.emit()
        self.changed.emit()
        if other:
            self.selection_changed.emit()
