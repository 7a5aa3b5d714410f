"""The form of a grid: number, name, buildings, and who looks after it."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.grids import Grid, GridDraft, GridOfficer, GridRole
from linli.domain.labels import GRID_ROLE
from linli.domain.values.addresses import Address, address_key, address_text, parse_address
from linli.domain.values.phones import format_phone, parse_phone
from linli.errors import FieldProblem, InvalidInput
from linli.gui.composite import Composite
from linli.gui.desk import Desk
from linli.gui.editor.inputs import CheckInput
from linli.gui.flow import FlowLayout
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.icons import icon
from linli.gui.inputs import ChoiceInput, LineInput, ListInput, ParsedInput, TextInput
from linli.gui.photo_crop import PORTRAIT
from linli.gui.photo_input import PhotoInput

_OFFERED = 24


class BuildingsInput(Composite):
    """Buildings in one line, and a button for each that belongs to no grid yet.

    Signals:
        edited: the list is another.
    """

    edited = Signal()

    def __init__(self, free: list[Address], community: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._community = community
        self.line = ListInput(tr("如 3号楼、幸福巷12号"))
        self.line.suggest(lambda text: [t for t in map(address_text, free) if text in t])
        self.line.edited.connect(self.edited)
        self._offers = QWidget(self)
        self.offer_buttons = [self._offer(building) for building in free[:_OFFERED]]
        flow = FlowLayout(self._offers)
        for button in self.offer_buttons:
            flow.addWidget(button)
        self._offers.setVisible(bool(free))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.line)
        column.addWidget(self._offers)

    @override
    def first_part(self) -> QWidget:
        return self.line

    def value(self) -> tuple[Address, ...]:
        """Return the buildings, each once."""
        read = (parse_address(text, self._community) for text in self.line.value())
        return tuple({address_key(a): a for a in read if a is not None}.values())

    def set_value(self, value: tuple[Address, ...] | None) -> None:
        """Show buildings."""
        self.line.set_value(tuple(address_text(address) for address in value or ()))

    def problem(self) -> str | None:
        """Name what is no building."""
        wrong = [text for text in self.line.value() if not self._is_building(text)]
        if not wrong:
            return None
        return tr("看不懂“{text}”是哪栋楼，请写成“3号楼”或“幸福巷12号”。").format(text=wrong[0])

    def _is_building(self, text: str) -> bool:
        address = parse_address(text, self._community)
        return address is not None and bool(address.building or address.estate)

    def _offer(self, building: Address) -> QPushButton:
        text = address_text(building)
        button = QPushButton(icon("plus"), text, self._offers)
        button.setToolTip(tr("{building}还没有划入网格，点一下加入").format(building=text))

        def take() -> None:
            self.line.set_value((*self.line.value(), text))
            button.setEnabled(False)

        button.clicked.connect(take)
        return button


class GridForm(FormDialog):
    """Adds or edits a grid; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, grid: Grid | None, parent: QWidget | None = None) -> None:
        title = tr("编辑网格") if grid else tr("新增网格")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._grid = grid
        form = self.form
        form.add("number", tr("编号(&B)"), LineInput(tr("如 01")))
        form.add("name", tr("名称(&N)"), LineInput(tr("如 第一网格")))
        free = desk.services.grids.buildings_without_grid()
        community = desk.services.settings.hall().community
        hint = tr("几栋楼之间用顿号隔开，也可以写到单元；以后登记到那里的住户会自动归入本网格。")
        form.add("buildings", tr("楼栋(&L)"), BuildingsInput(free, community), hint=hint, wide=True)
        for role, keys in zip(GridRole, ("123", "456", "789"), strict=True):
            self._add_officer(role, *keys)
        form.add_section(tr("其他"))
        form.add("note", tr("备注(&O)"), TextInput(), wide=True)
        communities = desk.services.communities.names()
        if len(communities) > 1:
            form.add("community_id", tr("社区(&Q)"), ChoiceInput(communities), wide=True)
        if grid is not None:
            words = tr("以前写错了，这次只是更正，不记入沿革")
            hint = tr("不勾选时，改掉的编号、名称、楼栋和人员会留在沿革里，到昨天为止。")
            form.add("correction", tr("更正(&Z)"), CheckInput(words), hint=hint, wide=True)
            self.add_history(desk, [("grid", str(grid.id))], grid.label)
        number = "" if grid else desk.services.grids.propose_number()
        self._load(grid.facts if grid else GridDraft(number=number, name=""))

    @override
    def save(self) -> Changes:
        grids = self._desk.services.grids
        if self._grid is None:
            return grids.add(self._draft())[1]
        return grids.update(
            self._grid.id,
            self._draft(),
            version=self._grid.version,
            correction=self.form.value("correction"),
        )

    def _add_officer(self, role: GridRole, *keys: str) -> None:
        form = self.form
        form.add_section(GRID_ROLE[role])
        phone = ParsedInput(
            lambda text: format_phone(parse_phone(text)), lambda text: text, tr("手机或座机")
        )
        photo = PhotoInput(self._desk, self.theme.size(60, 80), PORTRAIT)
        fields: list[tuple[str, str, QWidget]] = [
            ("name", tr("姓名"), LineInput()),
            ("phone", tr("电话"), phone),
            ("photo", tr("照片"), photo),
        ]
        for (name, words, editor), key in zip(fields, keys, strict=True):
            form.add(f"{role}_{name}", f"{words}(&{key})", editor, wide=name == "photo")
            editor.setAccessibleName(GRID_ROLE[role] + words)

    def _load(self, draft: GridDraft) -> None:
        values: dict[str, Any] = {
            "number": draft.number,
            "name": draft.name,
            "buildings": draft.buildings,
            "note": draft.note,
        }
        if self.form.has("community_id"):
            values["community_id"] = draft.community_id
        for role in GridRole:
            officer = draft.officer(role)
            values[f"{role}_name"] = officer and officer.name
            values[f"{role}_phone"] = officer and officer.phone
            values[f"{role}_photo"] = officer and officer.photo
        self.form.load(**values)

    def _draft(self) -> GridDraft:
        value = self.form.value
        officers = (
            GridOfficer(
                role=role,
                name=value(f"{role}_name") or "",
                phone=value(f"{role}_phone"),
                photo=value(f"{role}_photo"),
            )
            for role in GridRole
        )
        nameless = [role for role in GridRole if self._is_nameless(role)]
        if nameless:
            words = tr("请填写姓名，或把电话和照片去掉。")
            raise InvalidInput(FieldProblem(field=f"{r}_name", message=words) for r in nameless)
        return GridDraft(
            number=value("number") or "",
            name=value("name") or "",
            buildings=value("buildings"),
            officers=(*(officer for officer in officers if officer.name), *self._further()),
            note=value("note"),
            community_id=self._community(),
        )

    def _further(self) -> list[GridOfficer]:
        """Return those of today's officers whom the form does not show, such as a second one."""
        draft = self._grid.facts if self._grid else None
        return [o for o in draft.officers if draft.officer(o.role) is not o] if draft else []

    def _community(self) -> int | None:
        if self.form.has("community_id"):
            chosen: int | None = self.form.value("community_id")
            return chosen
        return None if self._grid is None else self._grid.facts.community_id

    def _is_nameless(self, role: GridRole) -> bool:
        value = self.form.value
        rest = value(f"{role}_phone") or value(f"{role}_photo")
        return bool(rest) and not value(f"{role}_name")
