"""Contact cards (联系卡): who gets one, the PDF, and the record of what was handed out.

What the preview shows is what is issued, byte for byte: the numbers are worked out beforehand, and
issuing checks inside its transaction that nothing on the cards has changed since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from linli.domain.accounts import Right
from linli.domain.card_choices import CardOrder, CardUnit
from linli.domain.card_fields import fingerprint, pictures
from linli.domain.cards import (
    LEFT_OUT,
    CardBatch,
    CardKind,
    CardSubject,
    IssuedBatch,
    IssuedCard,
    MissingCharacterError,
    OutdatedKind,
    PlannedCard,
    PrintedCards,
    SkippedPerson,
    is_card_number,
)
from linli.domain.changes import Changes
from linli.domain.grids import GridDraft, officers_text
from linli.domain.paper import CardSize, PaperSetup
from linli.domain.templates.elements import CardTemplate
from linli.domain.templates.pages import board_pages
from linli.domain.templates.photos import missing_photos
from linli.errors import ConflictError, FieldProblem, InvalidInput, NotFoundError, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.services.templates import TemplateService
from linli.storage import card_issues, card_sources, cards, photos, runs, search

if TYPE_CHECKING:
    from linli.storage.database import Writing

_AT_ONCE = 2_000  # cards worked out at a time, so that a large community takes little memory
TAKE_BACK = "这一户没有人住了，或不再发这种卡，旧卡请收回"
NOBODY = "选中的人里没有可以发卡的，请另选（已迁出、去世或回收的不发卡）。"
NOTHING = "选中的里面没有可以打印的，请另选，或先补全资料。"


class CardService:
    """What a clerk does with contact cards."""

    def __init__(self, context: Context, templates: TemplateService) -> None:
        self._context = context
        self._templates = templates

    def kinds(self) -> list[CardKind]:
        """Return the kinds of cards there are templates for, in the order of the menu."""
        self._context.require(Right.READ, "查看联系卡")
        return list(self._templates.kinds())

    def ids_for_text(self, text: str) -> list[int]:
        """Return who fits a typed text, best first; who moved away or died comes last."""
        self._context.require(Right.READ, "查看联系卡")
        with self._context.db.reading() as connection:
            return search.find_ids(connection, text)

    def ids_for_grid(self, grid_id: int) -> list[int]:
        """Return who lives in a grid, in walking order."""
        self._context.require(Right.READ, "查看联系卡")
        with self._context.db.reading() as connection:
            return cards.list_ids_of_grid(connection, grid_id)

    def prepare(
        self,
        ids: Sequence[int],
        kind_id: str,
        unit: CardUnit = CardUnit.HOUSEHOLD,
        *,
        left_out: Iterable[int] = (),
        order: CardOrder = CardOrder.GIVEN,
    ) -> CardBatch:
        """Work out the cards of some people.

        Args:
            ids: for whom: residents (of a household, anybody of it), or what else the kind is
                made of: staff, stations, grids.
            kind_id: the kind of card.
            unit: each household once, or each person; a card by household is always the former.
            left_out: holders (`MissingCharacter.resident_id`) who shall get none.
            order: that of `ids`, or the walk from door to door.

        Raises:
            NotFoundError: there is no such kind.
        """
        self._context.require(Right.PRINT, "打联系卡")
        template = self._templates.get(kind_id)
        kind = template.kind
        unit = CardUnit.HOUSEHOLD if kind.by_household else unit
        unwanted = frozenset(left_out)
        with self._context.db.reading() as connection:
            if not kind.numbered:
                planned, left = card_sources.plan_unnumbered(
                    connection, ids, kind, unwanted, today=self._today()
                )
                return self._checked(template, planned, left)
            subjects, skipped = cards.list_subjects(connection, ids, unit)
            planned, left = cards.plan_cards(
                connection, subjects, kind, unwanted, order, today=self._today()
            )
        return self._checked(template, planned, (*skipped, *left))

    def prepare_again(self, kind_id: str, subjects: Sequence[CardSubject]) -> CardBatch:
        """Work out what cards say today, in the given order; what nobody would get is not there.

        Raises:
            NotFoundError: there is no such kind any more.
        """
        self._context.require(Right.PRINT, "打联系卡")
        template = self._templates.get(kind_id)
        with self._context.db.reading() as connection:
            planned, _ = cards.plan_cards(connection, subjects, template.kind, today=self._today())
        return self._checked(template, planned)

    def prepare_outdated(self, kind_id: str, *, left_out: Iterable[int] = ()) -> CardBatch:
        """Work out anew the cards of a kind that say what is no longer so, in walking order.

        A card of a household that is gone is not printed again but skipped: it is to be taken
        back (收回).

        Raises:
            NotFoundError: there is no such kind.
        """
        self._context.require(Right.PRINT, "打联系卡")
        template = self._templates.get(kind_id)
        unwanted = frozenset(left_out)
        planned, skipped = [], []
        for card, now in self._outdated(kind_id):
            if now is None:
                skipped.append(_skipped(card.holder_id, card.holder, TAKE_BACK))
            elif now.holder_id in unwanted:
                skipped.append(_skipped(now.holder_id, now.facts.holder, LEFT_OUT))
            else:
                planned.append(now)
        planned.sort(key=lambda card: card.walk)
        return self._checked(template, planned, skipped)

    def reprint(self, issue_id: int) -> CardBatch:
        """Work out a card anew, with its number and today's facts, to be issued once more.

        Raises:
            NotFoundError: there is no such record, or nobody of it lives here any more.
        """
        self._context.require(Right.PRINT, "打联系卡")
        with self._context.db.reading() as connection:
            issued = card_issues.get_issue(connection, issue_id)
            template = self._templates.get(issued.kind)
            planned, skipped = cards.plan_cards(
                connection, [issued.subject], template.kind, today=self._today()
            )
        if not planned:
            reason = skipped[0].reason if skipped else "已经没有人住在这里"
            raise NotFoundError(f"卡号 {issued.number} 的这一户{reason}，不能补打。")
        return self._checked(template, planned)

    def preview(
        self,
        batch: CardBatch,
        setup: PaperSetup,
        size: CardSize | None = None,
        progress: Progress = SILENT,
    ) -> PrintedCards:
        """Make the PDF that `issue` would hand out, without recording anything.

        Raises:
            MissingCharacterError: no font here draws some character.
            UserError: nobody gets a card, or the sheet does not suit the size.
            Cancelled: the clerk stopped it.
        """
        self._context.require(Right.PRINT, "打联系卡")
        from linli.printing.cards import render_cards

        if not batch.cards:
            raise UserError(NOBODY if batch.kind.numbered else NOTHING)
        if batch.missing:
            raise MissingCharacterError(batch.missing)
        template = self._templates.get(batch.kind.id)
        digests = {digest for card in batch.cards for digest in pictures(card.facts)}
        digests |= template.own_pictures()
        with self._context.db.reading() as connection:
            found = {d: photos.find_photo(connection, d) for d in sorted(digests)}
        return render_cards(
            board_pages(batch.cards, template, size or template.kind.sizes[0]),
            template,
            setup,
            size=size,
            photos={digest: content for digest, content in found.items() if content},
            progress=progress,
            library=library_of(self._context),
        )

    def issue(
        self,
        batch: CardBatch,
        setup: PaperSetup,
        size: CardSize | None = None,
        progress: Progress = SILENT,
        *,
        title: str = "",
        first: int | None = None,
    ) -> IssuedBatch:
        """Make the PDF and record every card in it, as one step.

        Several cards of a numbered kind are a print run; of cards without numbers the audit trail
        says which kind and how many.

        Args:
            batch: the cards as they were prepared.
            setup: the paper.
            size: one of the kind's sizes; None for its usual one.
            progress: told after each sheet.
            title: how the run is called; "" for the usual title.
            first: of numbered cards print only the first so many, at least 1, and let the others
                wait in the run; None prints all.

        Raises:
            MissingCharacterError: no font here draws some character.
            ConflictError: what the cards say has changed since they were prepared.
            UserError: nobody gets a card, or the sheet does not suit the size.
            Cancelled: the clerk stopped it; nothing was recorded.
        """
        self._context.require(Right.PRINT, "打联系卡")
        now = replace(batch, cards=batch.cards[:first]) if batch.kind.numbered else batch
        if not batch.kind.numbered:
            with leaving(self._context, "打印", f"{batch.kind.title} {len(batch.cards)} 份"):
                printed = self.preview(now, setup, size, progress)
            return IssuedBatch(printed=printed, changes=Changes())
        printed = self.preview(now, setup, size, progress)
        run_id, at = None, self._context.clock()
        with self._context.writing(f"发{batch.kind.title} {len(now.cards)} 张") as work:
            self.check_unchanged(work, batch)
            issue_ids = self.record(work, now, setup, at)
            card_issues.fix_numbers(work.connection, batch.cards[len(now.cards) :], batch.kind)
            if len(batch.cards) > 1:
                run_id = runs.add_run(
                    work.connection,
                    batch.cards,
                    kind=batch.kind,
                    title=title.strip() or run_title(batch),
                    size=size or batch.kind.sizes[0],
                    setup=setup,
                    at=at,
                    account=self._context.actor.name,
                    issue_ids=issue_ids,
                )
        return IssuedBatch(printed=printed, changes=work.changes, run_id=run_id)

    def record(
        self, work: "Writing", batch: CardBatch, setup: PaperSetup, at: datetime
    ) -> list[int]:
        """Record inside a transaction that cards are printed, which say what is true now.

        Returns:
            The ids of the records.
        """
        self._context.require(Right.PRINT, "打联系卡")
        return card_issues.record_issues(
            work.connection,
            batch.cards,
            kind=batch.kind,
            setup=setup,
            fingerprints=self.fingerprints(batch),
            at=at,
            account=self._context.actor.name,
        )

    def fingerprints(self, batch: CardBatch) -> list[str]:
        """Return for each card a digest of what it says: with another one it is outdated."""
        self._context.require(Right.READ, "查看联系卡")
        fields = self._templates.get(batch.kind.id).fields()
        return [fingerprint(card.facts, fields) for card in batch.cards]

    def check_unchanged(self, work: "Writing", batch: CardBatch) -> None:
        """Make sure inside a transaction that cards say today what they were prepared to say.

        Raises:
            ConflictError: they do not.
        """
        self._context.require(Right.READ, "查看联系卡")
        subjects = [card.subject for card in batch.cards]
        now, _ = cards.plan_cards(work.connection, subjects, batch.kind, today=self._today())
        if tuple(now) != batch.cards:
            raise ConflictError("卡片上的资料刚才有变化，请重新预览后再打印。")

    def withdraw(self, issue_id: int, reason: str) -> Changes:
        """Declare a card void (作废), with the reason.

        Raises:
            InvalidInput: no reason is given.
            NotFoundError: there is no such record.
            ConflictError: it is void already.
        """
        self._context.require(Right.PRINT, "打联系卡")
        reason = reason.strip()
        if not reason:
            raise InvalidInput([FieldProblem(field="reason", message="请写明作废的原因。")])
        with self._context.writing("作废联系卡") as work:
            card_issues.withdraw(work.connection, issue_id, reason, self._context.clock())
        return work.changes

    def issued_to(self, resident_id: int) -> list[IssuedCard]:
        """Return the cards of a person and of their household, the latest first.

        Each names the grid of its day; where that was not kept, the one that the home was in.
        """
        self._context.require(Right.READ, "查看联系卡")
        from linli.storage.grid_history import grid_of_resident  # printing must not wait for it

        with self._context.db.reading() as connection:
            found = card_issues.list_of_resident(connection, resident_id)
            for place, card in enumerate(found):
                day = card.issued_at.date()
                then = None if card.grid else grid_of_resident(connection, resident_id, day)
                if then is not None:
                    people = officers_text(then.officers)
                    found[place] = replace(card, grid=then.name, officers=people)
        return [card for card, _ in self._standing(found)]

    def standing_at(self, dwelling_ids: Sequence[int]) -> dict[int, bool]:
        """Return the dwellings whose people hold a card now, and whether one is outdated."""
        self._context.require(Right.READ, "查看联系卡")
        with self._context.db.reading() as connection:
            found = card_issues.list_latest_of_homes(connection, dwelling_ids)
        standing: dict[int, bool] = {}
        marked = self._standing([card for _, card in found])
        for (home, _), (card, _) in zip(found, marked, strict=True):
            standing[home] = standing.get(home, False) or card.outdated
        return standing

    def count_outdated_by(self, dwelling_ids: Sequence[int], grid: GridDraft) -> int:
        """Return how many cards in use would be outdated if some dwellings were in another grid.

        Args:
            dwelling_ids: the dwellings.
            grid: what would be known of their grid then.
        """
        self._context.require(Right.READ, "查看联系卡")
        fields = {t.kind.id: t.fields() for t in self._templates.list_all()}
        with self._context.db.reading() as connection:
            found = card_issues.list_latest_of_homes(connection, dwelling_ids)
        count = 0
        for start in range(0, len(found), _AT_ONCE):
            for card, now in self._standing([card for _, card in found[start : start + _AT_ONCE]]):
                if now is not None and not card.outdated and card.kind in fields:
                    said = fingerprint(replace(now.facts, grid=grid), fields[card.kind])
                    count += said != card.fingerprint
        return count

    def find_number(self, text: str) -> IssuedCard | None:
        """Return the latest printing of the card whose number was typed or scanned, or None."""
        self._context.require(Right.READ, "查看联系卡")
        number = text.strip()
        if not is_card_number(number):
            return None
        from linli.storage.residents import today_of  # printing must not wait for it

        with self._context.db.reading() as connection:
            found = card_issues.find_number(connection, number)
            holder = today_of(connection, found.resident_id) if found else None
        return replace(self._standing([found])[0][0], resident_id=holder) if found else None

    def outdated(self) -> list[IssuedCard]:
        """Return the cards in use that say something which is no longer so (活卡)."""
        self._context.require(Right.READ, "查看联系卡")
        return [replace(card, to_take_back=now is None) for card, now in self._outdated()]

    def outdated_summary(self) -> list[OutdatedKind]:
        """Count the cards that `outdated` returns, for each kind that has any."""
        self._context.require(Right.READ, "查看联系卡")
        by_kind: dict[str, list[tuple[IssuedCard, PlannedCard | None]]] = {}
        for card, now in self._outdated():
            by_kind.setdefault(card.kind, []).append((card, now))
        with self._context.db.reading() as connection:
            return [
                OutdatedKind(
                    kind=kind,
                    households=cards.count_households(connection, [c.subject for c, _ in mine]),
                    cards=len(mine),
                    to_take_back=sum(now is None for _, now in mine),
                )
                for kind in self.kinds()
                if (mine := by_kind.get(kind.id))
            ]

    def _outdated(self, kind_id: str | None = None) -> list[tuple[IssuedCard, PlannedCard | None]]:
        """Return the outdated cards, each with what it would say today."""
        with self._context.db.reading() as connection:
            latest = card_issues.list_latest(connection, kind_id)
        found: list[tuple[IssuedCard, PlannedCard | None]] = []
        for start in range(0, len(latest), _AT_ONCE):
            some = self._standing(latest[start : start + _AT_ONCE])
            found += [(card, now) for card, now in some if card.outdated]
        return found

    def _standing(
        self, issued: Sequence[IssuedCard]
    ) -> list[tuple[IssuedCard, PlannedCard | None]]:
        """Return cards with what each would say today, and mark those that do not say so."""
        templates = {template.kind.id: template for template in self._templates.list_all()}
        kinds = {kind_id: template.kind for kind_id, template in templates.items()}
        fields = {kind_id: template.fields() for kind_id, template in templates.items()}
        with self._context.db.reading() as connection:
            today = cards.plan_today(connection, issued, kinds, self._today())
        found = []
        for card in issued:
            now = today.get((card.kind, card.subject))
            # Where its template was removed nobody can say.
            outdated = card.kind in kinds and (
                now is None or fingerprint(now.facts, fields[card.kind]) != card.fingerprint
            )
            found.append((replace(card, outdated=True) if outdated else card, now))
        return found

    def _checked(
        self,
        template: CardTemplate,
        planned: Sequence[PlannedCard],
        skipped: Sequence[SkippedPerson] = (),
    ) -> CardBatch:
        """Make a batch of planned cards, with the characters and pictures that are missing."""
        from linli.printing.cards import check_characters

        missing = check_characters(planned, template, library_of(self._context))
        return CardBatch(
            kind=template.kind,
            cards=tuple(planned),
            missing=missing,
            skipped=tuple(skipped),
            missing_photos=missing_photos(planned, template),
        )

    def _today(self) -> date:
        return self._context.clock().date()


def run_title(batch: CardBatch) -> str:
    """Return how a run of these cards is called: 第一网格 居民联系卡 437 张."""
    grids = {card.facts.grid.name if card.facts.grid else "" for card in batch.cards}
    where = grids.pop() if len(grids) == 1 else ""
    return f"{where} {batch.kind.title} {len(batch.cards)} 张".strip()


def _skipped(resident_id: int | None, name: str, reason: str) -> SkippedPerson:
    return SkippedPerson(resident_id=resident_id, name=name, reason=reason)
