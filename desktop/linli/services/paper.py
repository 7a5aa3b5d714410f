"""Paper (纸张): sheets that cards can be laid on, and what is known of each printer."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.calibration import Readings, combine, correction_from
from linli.domain.changes import Changes
from linli.domain.paper import (
    A4,
    CardSize,
    Correction,
    Duplex,
    PaperSetup,
    Pass,
    PrinterProfile,
    Sheet,
    Side,
    check_sheet,
    single_sheet,
)
from linli.domain.profile_rules import check_profile
from linli.domain.templates.shipped import load_sheets
from linli.errors import FieldProblem, InvalidInput, NotFoundError
from linli.services.context import Context
from linli.storage import paper

if TYPE_CHECKING:
    from linli.storage.database import Writing

_OWN = "own-"
_NEW_PRINTER = "新打印机"


class PaperService:
    """What a clerk does with sheets and printers. Each change is one undo step."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def sheets_for(self, size: CardSize) -> list[Sheet]:
        """Return the sheets that cards of a size can be laid on, the usual one first.

        Those whose cells are just as large come before those with room to spare.
        """
        self._context.require(Right.READ, "查看纸张和打印机")
        found = [s for s in (*load_sheets(), *self.own_sheets()) if s.suits(size)]
        found.sort(key=lambda sheet: not _fits(sheet, size))
        return [*found[:1], single_sheet(size), *found[1:]]

    def sheet(self, sheet_id: str, size: CardSize) -> Sheet:
        """Return a sheet by its id; the beginning of one is enough where only one suits `size`.

        Of several, the one whose cells are just as large is meant.

        Raises:
            NotFoundError: no sheet of this id holds such cards, or several ids begin so.
        """
        self._context.require(Right.READ, "查看纸张和打印机")
        known = self.sheets_for(size)
        found = [s for s in known if s.id == sheet_id] or [
            s for s in known if s.id.startswith(f"{sheet_id}-")
        ]
        if len(found) > 1:
            found = [s for s in found if _fits(s, size)]
        if len(found) != 1:
            offered = "、".join(f"{s.id}（{s.title}）" for s in known)
            raise NotFoundError(
                f"{size.label}的卡没有“{sheet_id}”这种纸，可以选：{offered}。", field="sheet"
            )
        return found[0]

    def shipped_sheets(self) -> list[Sheet]:
        """Return the sheets that the program brings along; they can be copied, not changed."""
        self._context.require(Right.READ, "查看纸张和打印机")
        return list(load_sheets())

    def own_sheets(self) -> list[Sheet]:
        """Return the sheets that the clerk described."""
        self._context.require(Right.READ, "查看纸张和打印机")
        with self._context.db.reading() as connection:
            return paper.list_sheets(connection)

    def save_sheet(self, sheet: Sheet) -> tuple[str, Changes]:
        """Keep a sheet of the clerk's own and return its id.

        Args:
            sheet: with the id of one of the own sheets to change it; with any other, such as ""
                or a shipped one's, a new sheet is added.

        Raises:
            InvalidInput: by field, what does not go together, or the title is another's.
            NotFoundError: the own sheet is gone.
        """
        self._context.require(Right.DESIGN, "修改纸张和打印机")
        sheet = replace(sheet, title=sheet.title.strip())
        check_sheet(sheet)
        is_new = not sheet.id.startswith(_OWN)
        with self._context.writing(f"{'添加' if is_new else '修改'}纸张「{sheet.title}」") as work:
            kept = paper.list_sheets(work.connection)
            if is_new:
                sheet = replace(sheet, id=_next_id(kept))
                kept = [*kept, sheet]
            else:
                old = _own(kept, sheet.id)
                kept = [sheet if each is old else each for each in kept]
            _refuse_twin_title(sheet, [*load_sheets(), *kept])
            paper.save_sheets(work.connection, kept)
        return sheet.id, work.changes

    def remove_sheet(self, sheet_id: str) -> Changes:
        """Remove one of the clerk's own sheets; print runs keep what they were printed on.

        Raises:
            NotFoundError: there is no such own sheet.
        """
        self._context.require(Right.DESIGN, "修改纸张和打印机")
        gone = _own(self.own_sheets(), sheet_id)
        with self._context.writing(f"删除纸张「{gone.title}」") as work:
            kept = paper.list_sheets(work.connection)
            paper.save_sheets(work.connection, [s for s in kept if s.id != sheet_id])
        return work.changes

    def profiles(self) -> list[PrinterProfile]:
        """Return all printer profiles."""
        self._context.require(Right.READ, "查看纸张和打印机")
        with self._context.db.reading() as connection:
            return paper.list_profiles(connection)

    def profile(self, name: str) -> PrinterProfile:
        """Return a profile.

        Raises:
            NotFoundError: there is none of this name.
        """
        self._context.require(Right.READ, "查看纸张和打印机")
        return _named(self.profiles(), name)

    def profile_for(self, printer: str | None, tray: str | None = None) -> PrinterProfile | None:
        """Return what is known of a printer's tray.

        One of the very tray is best, then one of the printer without a tray; where the printer
        chooses the tray itself, also the only one of the printer.
        """
        self._context.require(Right.READ, "查看纸张和打印机")
        known = [p for p in self.profiles() if printer is not None and p.printer == printer]
        for wanted in dict.fromkeys((tray, None)):
            for profile in known:
                if profile.tray == wanted:
                    return profile
        return known[0] if tray is None and len(known) == 1 else None

    def save_profile(self, profile: PrinterProfile, *, old_name: str | None = None) -> Changes:
        """Keep a printer profile.

        Args:
            profile: what is known now.
            old_name: of the profile that this one replaces; None for a new one.

        Raises:
            InvalidInput: by field, what cannot be, or the name is another's.
            NotFoundError: there is no profile of the old name.
        """
        self._context.require(Right.DESIGN, "修改纸张和打印机")
        profile = replace(profile, name=profile.name.strip())
        verb = "添加" if old_name is None else "修改"
        with self._context.writing(f"{verb}打印机档案「{profile.name}」") as work:
            _keep_profile(work, profile, old_name)
        return work.changes

    def remove_profile(self, name: str) -> Changes:
        """Remove a printer profile.

        Raises:
            NotFoundError: there is none of this name.
        """
        self._context.require(Right.DESIGN, "修改纸张和打印机")
        with self._context.writing(f"删除打印机档案「{name}」") as work:
            kept = paper.list_profiles(work.connection)
            gone = _named(kept, name)
            paper.save_profiles(work.connection, [p for p in kept if p is not gone])
        return work.changes

    def calibrate(
        self,
        name: str,
        front: Readings | None,
        back: Readings | None,
        size: CardSize,
        *,
        printed_with_correction: bool,
    ) -> Changes:
        """Correct a printer by what was read on its ruler sheet.

        Args:
            name: of the profile.
            front: what was read on the front; None leaves its correction as it is.
            back: what was read on the back; None leaves its correction as it is.
            size: of the ruler sheet's paper.
            printed_with_correction: whether that sheet was printed with the profile's corrections.

        Raises:
            InvalidInput: a number cannot have been read; by field `front_a` to `back_e`.
            NotFoundError: there is no profile of this name.
            UserError: the paper is too small.
        """
        self._context.require(Right.DESIGN, "修改纸张和打印机")
        problems: list[FieldProblem] = []
        with self._context.writing(f"校准打印机「{name}」") as work:
            profile = _named(paper.list_profiles(work.connection), name)
            found = {side: profile.correction(side) for side in Side}
            for side, readings in ((Side.FRONT, front), (Side.BACK, back)):
                if readings is None:
                    continue
                try:
                    measured = correction_from(readings, size.width, size.height)
                except InvalidInput as error:
                    problems += [replace(p, field=f"{side}_{p.field}") for p in error.problems]
                    continue
                old = found[side] if printed_with_correction else Correction()
                found[side] = combine(old, measured)
            if problems:
                raise InvalidInput(problems)
            new = replace(profile, front=found[Side.FRONT], back=found[Side.BACK])
            _keep_profile(work, new, name)
        return work.changes

    def calibration_sheet(
        self,
        profile: PrinterProfile | None,
        size: CardSize,
        duplex: Duplex = Duplex.LONG,
        sides: Pass = Pass.BOTH,
        *,
        corrected: bool = False,
    ) -> bytes:
        """Make the ruler sheet (校准纸) as a PDF.

        Args:
            profile: whose name stands on it; None for a printer without one.
            size: of the paper.
            duplex: how the printer turns sheets over.
            sides: which sides are printed now.
            corrected: print it with the profile's corrections, to see what is still missing.

        Raises:
            UserError: the paper is too small, or the name cannot be printed.
        """
        self._context.require(Right.PRINT, "打印校准页")
        from linli.printing.calibration import calibration_sheet  # reportlab comes late

        corrections: dict[Side, Correction] = {}
        if profile is not None and corrected:
            corrections = {side: profile.correction(side) for side in Side}
        return calibration_sheet(
            width=size.width,
            height=size.height,
            printer_title=profile.name if profile is not None else _NEW_PRINTER,
            duplex=duplex,
            sides=sides,
            corrections=corrections,
        )

    def blank_sheet(self, setup: PaperSetup, size: CardSize, *, two_sided: bool) -> bytes:
        """Make a blank test sheet (空白试样) to hold against a sheet of labels, as a PDF.

        Raises:
            UserError: the sheet does not hold cards of this size.
        """
        self._context.require(Right.PRINT, "打印校准页")
        from linli.printing.blank_sheet import blank_sheet  # reportlab comes late

        return blank_sheet(setup, size, two_sided=two_sided)

    def turn_test(self, profile: PrinterProfile, sides: Pass) -> bytes:
        """Make two numbered A4 sheets (试两张), printed and turned by hand as `profile` says."""
        self._context.require(Right.PRINT, "打印校准页")
        from linli.printing.turn_test import turn_test  # reportlab comes late

        setup = PaperSetup(
            sheet=single_sheet(A4), duplex=Duplex.MANUAL, sides=sides, profile=profile
        )
        return turn_test(setup)


def _fits(sheet: Sheet, size: CardSize) -> bool:
    """Whether a sheet's cells are as large as the cards."""
    return (sheet.card_width, sheet.card_height) == (size.width, size.height)


def _next_id(sheets: Sequence[Sheet]) -> str:
    """Return the id of the next own sheet."""
    return f"{_OWN}{max((int(s.id.removeprefix(_OWN)) for s in sheets), default=0) + 1}"


def _own(sheets: Sequence[Sheet], sheet_id: str) -> Sheet:
    for sheet in sheets:
        if sheet.id == sheet_id:
            return sheet
    raise NotFoundError(f"自己加的纸张里已经没有“{sheet_id}”，请重新打开列表。", field="sheet")


def _refuse_twin_title(sheet: Sheet, known: Sequence[Sheet]) -> None:
    if any(other.title == sheet.title and other.id != sheet.id for other in known):
        message = f"已经有一种纸叫“{sheet.title}”，请换一个名称。"
        raise InvalidInput([FieldProblem(field="title", message=message)])


def _named(profiles: Sequence[PrinterProfile], name: str) -> PrinterProfile:
    for profile in profiles:
        if profile.name == name:
            return profile
    known = "、".join(f"“{profile.name}”" for profile in profiles)
    rest = f"可以选：{known}。" if known else "现在一个档案也没有，请先新建。"
    raise NotFoundError(f"没有名为“{name}”的打印机档案，{rest}", field="profile")


def _keep_profile(work: "Writing", profile: PrinterProfile, old_name: str | None) -> None:
    """Put a profile into the place of the old one, or at the end."""
    kept = paper.list_profiles(work.connection)
    old = None if old_name is None else _named(kept, old_name)
    problems = check_profile(profile)
    if any(other.name == profile.name and other is not old for other in kept):
        message = f"已经有一个档案叫“{profile.name}”，请换一个名称。"
        problems.append(FieldProblem(field="name", message=message))
    if problems:
        raise InvalidInput(problems)
    if old is None:
        kept.append(profile)
    else:
        kept = [profile if each is old else each for each in kept]
    paper.save_profiles(work.connection, kept)
