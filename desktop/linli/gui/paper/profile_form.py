"""The form of a printer profile (打印机档案): printer, tray, corrections, turning by hand."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.paper import Correction, PrinterProfile, Side
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput, LineInput
from linli.gui.paper.numbers import number_input
from linli.gui.paper.turn_picture import TurnPicture
from linli.gui.paper.words import SIDE, TURN
from linli.gui.printer import printers, trays_of

_KEYS = {Side.FRONT: "12345", Side.BACK: "67890"}
_MOVES = ("dx", "dy", "rotation")
_SCALES = ("scale_x", "scale_y")
_PERCENT = 100


class ProfileForm(FormDialog):
    """Adds or changes a profile; `saved` carries its name and the `Changes`."""

    def __init__(
        self, desk: Desk, profile: PrinterProfile | None, parent: QWidget | None = None
    ) -> None:
        title = tr("编辑打印机档案") if profile else tr("新建打印机档案")
        super().__init__(title, desk.theme, desk.ask, parent, columns=2)
        self._desk = desk
        self._old_name = profile.name if profile else None
        profile = profile or PrinterProfile(name="", printer=_usual_printer())
        self._before = profile
        self._trays: dict[str, tuple[str, ...]] = {}
        self._add_printer(profile)
        for side in Side:
            self._add_side(side)
        self._add_turn()
        self._load(profile)
        self.printer.edited.connect(self._on_printer)
        for name in ("turn", "backs_reversed"):
            self.form.editor(name).edited.connect(self._show_turn)
        self._show_turn()
        self._on_printer()
        self.form.modified = False

    @override
    def save(self) -> tuple[str, Changes]:
        profile = self._drawn()
        changes = self._desk.services.paper.save_profile(profile, old_name=self._old_name)
        return profile.name.strip(), changes

    def _add_printer(self, profile: PrinterProfile) -> None:
        known = {choice.name: choice.label for choice in printers()}
        if profile.printer is not None and profile.printer not in known:
            known[profile.printer] = tr("{name}（现在没接上）").format(name=profile.printer)
        self.printer = ChoiceInput({None: tr("不指定"), **known})
        self.tray = ChoiceInput({None: tr("不指定，打印机自己选")})
        self._offer_trays((), keep=profile.tray)
        add = self.form.add
        hint = tr("换了纸盒，或者纸横放竖放不同，印出来的位置也会变：各建一个档案。")
        add("name", tr("名称(&N)"), LineInput(tr("如 大厅打印机 手送纸盒")), hint=hint, wide=True)
        add("printer", tr("打印机(&R)"), self.printer)
        add("tray", tr("纸盒(&T)"), self.tray)

    def _add_side(self, side: Side) -> None:
        name, keys = tr(SIDE[side]), _KEYS[side]
        self.form.add_section(tr("{side}：内容要怎样挪（校准向导会填）").format(side=name))
        fields = (
            ("dx", tr("往右移"), tr("毫米；往左移写负数，如 −1.5。")),
            ("dy", tr("往下移"), tr("毫米；往上移写负数。")),
            ("scale_x", tr("左右缩放"), tr("百分之几；不缩放是 100。")),
            ("scale_y", tr("上下缩放"), tr("百分之几；不缩放是 100。")),
            ("rotation", tr("转正"), tr("度；顺时针是正数，逆时针写负数。")),
        )
        for (part, words, hint), key in zip(fields, keys, strict=True):
            editor = number_input()
            self.form.add(f"{side}_{part}", f"{words}(&{key})", editor, hint=hint)
            editor.setAccessibleName(name + words)

    def _add_turn(self) -> None:
        form = self.form
        form.add_section(tr("手动翻面（打印机不会自动双面时）"))
        form.add("turn", tr("怎样翻纸(&Z)"), ChoiceInput({k: tr(v) for k, v in TURN.items()}))
        orders = {False: tr("从第一张印起"), True: tr("从最后一张印起")}
        form.add("backs_reversed", tr("背面次序(&B)"), ChoiceInput(orders))
        self.picture = TurnPicture(self)
        form.add_widget(self.picture)

    def _load(self, profile: PrinterProfile) -> None:
        values: dict[str, object] = {}
        for side in Side:
            correction = profile.correction(side)
            values |= {f"{side}_{part}": getattr(correction, part) for part in _MOVES}
            for part in _SCALES:
                values[f"{side}_{part}"] = _PERCENT * getattr(correction, part)
        self.form.load(
            name=profile.name,
            printer=profile.printer,
            tray=profile.tray,
            turn=profile.turn,
            backs_reversed=profile.backs_reversed,
            **values,
        )

    def _drawn(self) -> PrinterProfile:
        value = self.form.value
        return PrinterProfile(
            name=value("name") or "",
            printer=value("printer"),
            tray=value("tray") if value("printer") else None,
            front=self._correction(Side.FRONT),
            back=self._correction(Side.BACK),
            turn=value("turn"),
            backs_reversed=value("backs_reversed"),
        )

    def _correction(self, side: Side) -> Correction:
        def numbers() -> Iterator[tuple[str, float]]:
            for part in _MOVES:
                yield part, self.form.value(f"{side}_{part}") or 0.0
            for part in _SCALES:
                percent = self.form.value(f"{side}_{part}")
                yield part, 1.0 if percent is None else percent / _PERCENT

        return Correction(**dict(numbers()))

    def _show_turn(self) -> None:
        value = self.form.value
        self.picture.show_turn(value("turn"), backs_reversed=value("backs_reversed"))

    def _on_printer(self) -> None:
        """Ask the printer for its trays beside the window: a dead one takes seconds."""
        printer = self.printer.value()
        mine = self._before.tray if printer == self._before.printer else None
        self._offer_trays(self._trays.get(printer, ()), keep=mine)
        if printer is None or printer in self._trays:
            return
        self._desk.jobs.run(
            lambda _: trays_of(printer),
            owner=self,
            done=lambda trays: self._take_trays(printer, trays),
            failed=lambda _: self._take_trays(printer, ()),
        )

    def _take_trays(self, printer: str, trays: tuple[str, ...]) -> None:
        self._trays[printer] = trays
        if printer == self.printer.value():
            self._offer_trays(trays, keep=self.tray.value())

    def _offer_trays(self, trays: tuple[str, ...], *, keep: str | None) -> None:
        shown = dict.fromkeys((*trays, *([keep] if keep else ())))
        choices = {None: tr("不指定，打印机自己选"), **{tray: tray for tray in shown}}
        self.tray.set_choices(choices)
        self.tray.set_value(keep)


def _usual_printer() -> str | None:
    """Return the machine's usual printer."""
    return next((choice.name for choice in printers() if choice.is_default), None)
