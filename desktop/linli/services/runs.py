"""Print runs (打印批次): many cards in walking order, printed in one go or over days.

What is printed says what is true on the day of printing; the numbers are those of the first day.
Every printing is one undo step, and so is what is done after a jam (卡纸).
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.cards import CardBatch, CardSubject, PrintedCards, SkippedPerson
from linli.domain.changes import Changes
from linli.domain.handover import HandoverBuilding, HandoverFacts, HandoverLine
from linli.domain.paper import CardSize, PaperSetup, Pass
from linli.domain.runs import (
    Run,
    RunCard,
    RunCardState,
    RunPortion,
    RunRecord,
    check_last_good,
    find_run_card,
    find_run_cards,
    waiting_cards,
)
from linli.errors import ConflictError, FieldProblem, InvalidInput, UserError
from linli.progress import SILENT, Progress
from linli.services.cards import CardService, run_title
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import card_issues, runs, settings

if TYPE_CHECKING:
    from linli.storage.database import Writing

JAMMED = "卡纸"
SPOILED = "印坏"
NOT_OUT = "没有印出"
REPRINTED = "重印"
GONE = "没有人住了，或不再发这种卡"
_NO_BUILDING = "没有登记楼栋"


class RunService:
    """What a clerk does with print runs."""

    def __init__(self, context: Context, cards: CardService) -> None:
        self._context = context
        self._cards = cards

    # ---- asking -----------------------------------------------------------------------

    def list_all(self, limit: int = 200) -> list[Run]:
        """Return the runs, the latest first."""
        self._context.require(Right.READ, "查看打印批次")
        with self._context.db.reading() as connection:
            return runs.list_runs(connection, limit)

    def get(self, run_id: int) -> RunRecord:
        """Return a run with its cards.

        Raises:
            NotFoundError: there is none with this number.
        """
        self._context.require(Right.READ, "查看打印批次")
        with self._context.db.reading() as connection:
            run = runs.get_run(connection, run_id)
            return RunRecord(run=run, cards=tuple(runs.list_cards(connection, run_id)))

    def latest_of(self, number: str) -> int | None:
        """Return the latest run with a card of this number, None if it was printed alone."""
        self._context.require(Right.READ, "查看打印批次")
        with self._context.db.reading() as connection:
            return runs.latest_run_of(connection, number)

    def next_slot(self, run_id: int, setup: PaperSetup | None = None) -> int:
        """Return the first free slot of the sheet that was printed last, else 1.

        Offered where printing goes on: the clerk may take a fresh sheet all the same.

        Args:
            run_id: the run.
            setup: the paper that is used from now on; None for that of the run.

        Raises:
            NotFoundError: there is no such run.
        """
        self._context.require(Right.READ, "查看打印批次")
        with self._context.db.reading() as connection:
            run = runs.get_run(connection, run_id)
            last = runs.last_portion(connection, run_id, setup or run.setup)
        return last.next_slot if last else 1

    # ---- printing ---------------------------------------------------------------------

    def start(
        self, batch: CardBatch, setup: PaperSetup, size: CardSize, title: str = ""
    ) -> tuple[int, Changes]:
        """Record the list of a run and fix the numbers of its cards; nothing is printed yet.

        Args:
            batch: the cards, in the order of printing.
            setup: the paper.
            size: of the cards.
            title: how the run is called; "" for the usual title.

        Raises:
            UserError: cards of this kind are not recorded, or there is none.
            ConflictError: what the cards say has changed since they were prepared.
        """
        self._context.require(Right.PRINT, "打联系卡")
        if not batch.kind.numbered:
            raise UserError(f"{batch.kind.title}没有卡号，不用分批登记，直接打印就可以。")
        if not batch.cards:
            raise UserError("选中的人里没有可以发卡的，请另选（已迁出、去世或回收的不发卡）。")
        title = title.strip() or run_title(batch)
        at = self._context.clock()
        with self._context.writing(f"开始打印批次“{title}”") as work:
            self._cards.check_unchanged(work, batch)
            card_issues.fix_numbers(work.connection, batch.cards, batch.kind)
            run_id = runs.add_run(
                work.connection,
                batch.cards,
                kind=batch.kind,
                title=title,
                size=size,
                setup=setup,
                at=at,
                account=self._context.actor.name,
            )
        return run_id, work.changes

    def portion(
        self,
        run_id: int,
        *,
        numbers: Sequence[str] | None = None,
        from_number: str | None = None,
        most: int | None = None,
        setup: PaperSetup | None = None,
    ) -> RunPortion:
        """Work out what of a run is printed next, with the facts of today.

        Args:
            run_id: the run.
            numbers: print just these cards, in the order of the run, whether they wait, are
                printed already or were left out; None for the waiting ones.
            from_number: of the waiting cards, only this one and those after it.
            most: of the waiting cards, the first so many, at least 1.
            setup: the paper; None for that of the run, from slot 1 once something is printed.

        Raises:
            NotFoundError: there is no such run, or a number is not of it.
            UserError: nothing of it waits, it is closed, nobody would get a card of it any more,
                or a number was mistyped.
        """
        self._context.require(Right.PRINT, "打联系卡")
        record = self.get(run_id)
        run = record.run
        if numbers is not None:
            wanted = find_run_cards(record.cards, numbers)
        else:
            wanted = waiting_cards(record, from_number)[:most]
        if setup is None:
            setup = replace(run.setup, start_slot=1) if run.printed else run.setup
        batch, printed, gone = self._today(run, wanted)
        if not printed:
            raise UserError(
                f"要印的 {len(gone)} 张卡（如 {gone[0].number}）都{GONE}，"
                "请把它们标为不印，或结束这一批。"
            )
        return RunPortion(run=run, batch=batch, cards=tuple(printed), setup=setup, gone=tuple(gone))

    def last_portion(self, run_id: int, *, setup: PaperSetup | None = None) -> RunPortion:
        """Return what was printed last, on the slots where it lies, to print its other side.

        Or to make its file again; what the cards say today goes on paper, see `changed`.

        Raises:
            NotFoundError: there is no such run.
            UserError: nothing of it is printed, or it was on another sheet.
            ConflictError: a household of it has gone, or a card in the middle was taken back
                since, so that backs would not come behind their fronts.
        """
        self._context.require(Right.PRINT, "打联系卡")
        record = self.get(run_id)
        run = record.run
        setup = setup or run.setup
        with self._context.db.reading() as connection:
            last = runs.last_portion(connection, run_id, setup)
        if last is None:
            raise UserError(f"“{run.title}”还没有印好的卡，请先印正面。")
        if last.sheet != setup.sheet.id:
            raise UserError(
                f"上一次是印在“{last.sheet}”这种纸上的，现在选的是“{setup.sheet.title}”，"
                "再印会错位，请选同一种纸。",
                field="sheet",
            )
        positions = set(last.positions)
        wanted = [card for card in record.cards if card.position in positions]
        batch, printed, gone = self._today(run, wanted)
        if gone or last.has_gaps:
            why = f"卡号 {gone[0].number} 的这一户{GONE}" if gone else "中间有卡退回待印了"
            raise ConflictError(
                f"印好以后，{why}，再印会错位。请把上一次印的都退回待印，正反面一起重印。"
            )
        said = zip(printed, last.fingerprints, self._cards.fingerprints(batch), strict=True)
        return RunPortion(
            run=run,
            batch=batch,
            cards=tuple(printed),
            setup=replace(setup, start_slot=min(last.first_slot, setup.sheet.slots)),
            changed=tuple(card for card, then, now in said if then != now),
        )

    def preview(self, portion: RunPortion, progress: Progress = SILENT) -> PrintedCards:
        """Make the PDF of a portion, without recording anything.

        Raises:
            MissingCharacterError: no font here draws some character.
            UserError: the sheet does not suit the size.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打联系卡")
        size = CardSize.parse(portion.run.size)
        return self._cards.preview(portion.batch, portion.setup, size, progress)

    def side_of(
        self, portion: RunPortion, sides: Pass, progress: Progress = SILENT
    ) -> PrintedCards:
        """Make the PDF of one side of a portion, without recording anything.

        Such as the backs, when the fronts were printed and recorded.

        Raises:
            MissingCharacterError, UserError, Cancelled: as `preview`.
        """
        self._context.require(Right.PRINT, "打联系卡")
        return self.preview(replace(portion, setup=portion.setup.with_pass(sides)), progress)

    def print_portion(
        self, portion: RunPortion, progress: Progress = SILENT
    ) -> tuple[PrintedCards, Changes]:
        """Make the PDF of a portion and record its cards, as one step.

        Raises:
            MissingCharacterError: no font here draws some character.
            ConflictError: what the cards say, or the run itself, has changed since.
            UserError: only backs are asked for, or the sheet does not suit the size.
            Cancelled: the clerk stopped it; nothing was recorded.
        """
        self._context.require(Right.PRINT, "打联系卡")
        if portion.setup.sides is Pass.BACKS:
            raise UserError("背面要在正面之后印，请先印正面。", field="sides")
        run = portion.run
        printed = self.preview(portion, progress)
        with self._context.writing(f"打印“{run.title}”{len(portion.cards)} 张") as work:
            connection = work.connection
            at = runs.next_moment(connection, run.id, self._context.clock())
            known = set(runs.list_cards(connection, run.id))
            if not known.issuperset((*portion.cards, *portion.gone)):
                raise ConflictError("这一批刚才有变化，请重新打开后再打印。")
            former = [card.issue_id for card in portion.cards if card.issue_id is not None]
            card_issues.withdraw_all(connection, former, REPRINTED, at)
            self._cards.check_unchanged(work, portion.batch)
            issues = self._cards.record(work, portion.batch, portion.setup, at)
            lines = zip(portion.batch.cards, issues, strict=True)
            runs.mark_printed(connection, run.id, dict(zip(portion.positions, lines, strict=True)))
            runs.mark_left_out(connection, run.id, _positions(portion.gone), GONE)
            runs.close_if_done(connection, run.id, at)
        return printed, work.changes

    # ---- after printing ---------------------------------------------------------------

    def stopped_after(self, run_id: int, last_good: str | None, reason: str = JAMMED) -> Changes:
        """Record that the last printing stopped: what comes after a card waits again.

        Args:
            run_id: the run.
            last_good: the number of the last card that came out well: of what was printed last, or
                the one before; None if none of them did.
            reason: why it stopped.

        Raises:
            NotFoundError: there is no such run, or the number is not of it.
            UserError: nothing was printed, the number was mistyped, or the card is not printed or
                was printed earlier.
            InvalidInput: no reason is given.
        """
        self._context.require(Right.PRINT, "打联系卡")
        record = self.get(run_id)
        first_bad = 1
        if last_good is not None:
            card = find_run_card(record.cards, last_good)
            if card.state is not RunCardState.PRINTED:
                raise UserError(
                    f"卡号 {card.number} 还没有印，不会是最后一张好的，请再看一遍。", field="number"
                )
            with self._context.db.reading() as connection:
                last = runs.last_portion(connection, run_id, record.run.setup)
            if last is not None:
                check_last_good(record.cards, last.positions, card)
            first_bad = card.position + 1
        return self._stopped(record, first_bad, reason)

    def stopped_at(self, run_id: int, first_bad: str, reason: str = JAMMED) -> Changes:
        """Record that the last printing stopped: a card and what comes after it wait again.

        A card that waits already changes nothing of what came before it.

        Raises:
            NotFoundError: there is no such run, or the number is not of it.
            UserError: nothing was printed, the number was mistyped, or the card was printed
                earlier than what was printed last.
            InvalidInput: no reason is given.
        """
        self._context.require(Right.PRINT, "打联系卡")
        record = self.get(run_id)
        card = find_run_card(record.cards, first_bad)
        with self._context.db.reading() as connection:
            last = runs.last_portion(connection, run_id, record.run.setup)
        is_earlier = last is not None and card.position not in last.positions
        if card.state is RunCardState.PRINTED and is_earlier:
            raise UserError(
                f"卡号 {card.number} 是更早印好的，不在上一次打印的里面；要重印它请单独写卡号。",
                field="number",
            )
        return self._stopped(record, card.position, reason)

    def spoiled(self, run_id: int, numbers: Iterable[str], reason: str = SPOILED) -> Changes:
        """Record that printed cards came out badly: they wait again.

        Raises:
            NotFoundError: there is no such run, or a number is not of it.
            UserError: a number was mistyped or is not printed.
            InvalidInput: no reason is given.
        """
        self._context.require(Right.PRINT, "打联系卡")
        reason = _checked_reason(reason)
        record = self.get(run_id)
        cards = find_run_cards(record.cards, numbers)
        waiting = next((c for c in cards if c.state is not RunCardState.PRINTED), None)
        if waiting is not None:
            raise UserError(f"卡号 {waiting.number} 还没有印，不用登记{reason}。", field="number")
        with self._context.writing(f"“{record.run.title}”{reason} {len(cards)} 张") as work:
            self._take_back(work, run_id, cards, reason, reason)
        return work.changes

    def leave_out(self, run_id: int, numbers: Iterable[str], reason: str) -> Changes:
        """Leave cards that wait out of the run; they can still be printed by number.

        Raises:
            NotFoundError: there is no such run, or a number is not of it.
            UserError: a number was mistyped or is printed.
            InvalidInput: no reason is given.
        """
        self._context.require(Right.PRINT, "打联系卡")
        reason = _checked_reason(reason)
        record = self.get(run_id)
        cards = find_run_cards(record.cards, numbers)
        printed = next((c for c in cards if c.state is RunCardState.PRINTED), None)
        if printed is not None:
            raise UserError(
                f"卡号 {printed.number} 已经印好，不能标为不印；要作废请到发卡记录里办理。",
                field="number",
            )
        with self._context.writing(f"“{record.run.title}”不印 {len(cards)} 张") as work:
            runs.mark_left_out(work.connection, run_id, _positions(cards), reason)
            runs.close_if_done(work.connection, run_id, self._context.clock())
        return work.changes

    def close(self, run_id: int) -> Changes:
        """End a run: what of it waits is not to be printed any more.

        Raises:
            NotFoundError: there is no such run.
        """
        self._context.require(Right.PRINT, "打联系卡")
        return self._set_closed(run_id, closed=True)

    def reopen(self, run_id: int) -> Changes:
        """Go on with a run that was closed.

        Raises:
            NotFoundError: there is no such run.
            UserError: nothing of it waits.
        """
        self._context.require(Right.PRINT, "打联系卡")
        return self._set_closed(run_id, closed=False)

    def handover(
        self, run_id: int, *, page_per_building: bool = False, progress: Progress = SILENT
    ) -> bytes:
        """Make the hand-over sheet (签收表) of the printed cards as a PDF, building by building.

        Raises:
            NotFoundError: there is no such run.
            UserError: nothing of it is printed.
            UnprintableTextError: no font here draws some character.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打联系卡")
        from linli.printing.handover import handover_sheet

        record = self.get(run_id)
        buildings: dict[str, list[HandoverLine]] = {}
        for card in record.cards:
            if card.state is RunCardState.PRINTED:
                line = HandoverLine(number=card.number, place=card.place, holder=card.holder)
                buildings.setdefault(card.building or _NO_BUILDING, []).append(line)
        with self._context.db.reading() as connection:
            community = settings.get_hall(connection).community
        facts = HandoverFacts(
            title=f"{record.run.kind_title}签收表",
            community=community,
            made_at=self._context.clock(),
            account=self._context.actor.name,
            buildings=tuple(
                HandoverBuilding(heading=building, lines=tuple(lines))
                for building, lines in buildings.items()
            ),
        )
        count = sum(len(lines) for lines in buildings.values())
        with leaving(self._context, "打印签收表", facts.title, {"行数": str(count)}):
            sheet = handover_sheet(
                facts,
                page_per_building=page_per_building,
                progress=progress,
                library=library_of(self._context),
            )
        return sheet.content

    # ---- inside -----------------------------------------------------------------------

    def _today(
        self, run: Run, wanted: Sequence[RunCard]
    ) -> tuple[CardBatch, list[RunCard], list[RunCard]]:
        """Return what cards say today, those that say anything, and those of nobody."""
        with self._context.db.reading() as connection:
            whose = runs.list_subjects(connection, run.id)
        batch = self._cards.prepare_again(run.kind, [whose[card.position] for card in wanted])
        living: set[CardSubject] = {card.subject for card in batch.cards}
        printed = [card for card in wanted if whose[card.position] in living]
        gone = [card for card in wanted if whose[card.position] not in living]
        skipped = tuple(
            SkippedPerson(resident_id=None, name=card.holder, reason=GONE) for card in gone
        )
        return replace(batch, skipped=skipped), printed, gone

    def _stopped(self, record: RunRecord, first_bad: int, reason: str) -> Changes:
        """Let wait again what was printed last, from a position on."""
        run, reason = record.run, _checked_reason(reason)
        with self._context.writing(f"“{run.title}”{reason}，其余待印") as work:
            last = runs.last_portion(work.connection, run.id, run.setup)
            if last is None:
                raise UserError(f"“{run.title}”没有印好的卡，不用退回。")
            back = {position for position in last.positions if position >= first_bad}
            cards = [card for card in record.cards if card.position in back]
            void = reason if NOT_OUT in reason else f"{reason}，{NOT_OUT}"
            self._take_back(work, run.id, cards, reason, void)
        return work.changes

    def _take_back(
        self,
        work: "Writing",
        run_id: int,
        cards: Sequence[RunCard],
        reason: str,
        void_reason: str,
    ) -> None:
        """Declare the printing of cards void and let them wait again, in an open run."""
        if not cards:
            return
        issues = [card.issue_id for card in cards if card.issue_id is not None]
        card_issues.withdraw_all(work.connection, issues, void_reason, self._context.clock())
        runs.mark_waiting(work.connection, run_id, _positions(cards), reason)
        runs.set_closed(work.connection, run_id, None)

    def _set_closed(self, run_id: int, *, closed: bool) -> Changes:
        run = self.get(run_id).run
        if not closed and not run.waiting:
            raise UserError(f"“{run.title}”没有待印的卡，要补打请写卡号。")
        name = f"结束打印批次“{run.title}”" if closed else f"继续打印批次“{run.title}”"
        with self._context.writing(name) as work:
            runs.set_closed(work.connection, run_id, self._context.clock() if closed else None)
        return work.changes


def _positions(cards: Iterable[RunCard]) -> list[int]:
    return [card.position for card in cards]


def _checked_reason(reason: str) -> str:
    reason = reason.strip()
    if not reason:
        raise InvalidInput([FieldProblem(field="reason", message="请写明原因。")])
    return reason
