"""Contact cards (联系卡): who gets one, the PDF, and the record of what was handed out.

What the preview shows is what is issued, byte for byte: the numbers are worked out beforehand, and
issuing checks inside its transaction that nothing on the cards has changed since.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from linli.domain.card_fields import fingerprint, pictures
from linli.domain.cards import (
    CardBatch,
    CardKind,
    CardLayout,
    CardSize,
    CardSubject,
    CardUnit,
    IssuedCard,
    MissingCharacterError,
    PlannedCard,
    PrintedCards,
    SkippedPerson,
    is_card_number,
)
from linli.domain.changes import Changes
from linli.errors import ConflictError, FieldProblem, InvalidInput, NotFoundError, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.storage import card_issues, cards, files, photos

if TYPE_CHECKING:
    from sqlalchemy import Connection


class CardService:
    """What a clerk does with contact cards."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def kinds(self) -> list[CardKind]:
        """Return the kinds of cards there are templates for, in the order of the menu."""
        from linli.printing.templates import load_templates

        return [template.kind for template in load_templates()]

    def ids_for_grid(self, grid_id: int) -> list[int]:
        """Return who lives in a grid, in walking order."""
        with self._context.db.reading() as connection:
            return cards.list_ids_of_grid(connection, grid_id)

    def prepare(
        self,
        resident_ids: Sequence[int],
        kind_id: str,
        unit: CardUnit = CardUnit.HOUSEHOLD,
        *,
        left_out: Iterable[int] = (),
    ) -> CardBatch:
        """Work out the cards of some people, in their order.

        Args:
            resident_ids: for whom; of a household, anybody of it.
            kind_id: the kind of card.
            unit: each household once, or each person; a card by household is always the former.
            left_out: holders (`MissingCharacter.resident_id`) who shall get none.

        Raises:
            NotFoundError: there is no such kind.
        """
        kind = self._kind(kind_id)
        unit = CardUnit.HOUSEHOLD if kind.by_household else unit
        with self._context.db.reading() as connection:
            subjects, skipped = cards.list_subjects(connection, resident_ids, unit)
            return self._batch(connection, kind, subjects, skipped, frozenset(left_out))

    def reprint(self, issue_id: int) -> CardBatch:
        """Work out a card anew, with its number and today's facts, to be issued once more.

        Raises:
            NotFoundError: there is no such record, or nobody of it lives here any more.
        """
        with self._context.db.reading() as connection:
            issued = card_issues.get_issue(connection, issue_id)
            kind = self._kind(issued.kind)
            batch = self._batch(connection, kind, [card_issues.subject_of(issued)], [])
        if not batch.cards:
            raise NotFoundError(f"卡号 {issued.number} 的这一户已经没有人住在这里，不能补打。")
        return batch

    def preview(
        self,
        batch: CardBatch,
        layout: CardLayout,
        size: CardSize | None = None,
        progress: Progress = SILENT,
    ) -> PrintedCards:
        """Make the PDF that `issue` would hand out, without recording anything.

        Raises:
            MissingCharacterError: no font here draws some character.
            UserError: nobody gets a card, or the layout does not suit the size.
            Cancelled: the clerk stopped it.
        """
        from linli.printing.cards import render_cards
        from linli.printing.templates import template_of

        if not batch.cards:
            raise UserError("选中的人里没有可以发卡的，请另选（已迁出、去世或回收的不发卡）。")
        if batch.missing:
            raise MissingCharacterError(batch.missing)
        digests = {digest for card in batch.cards for digest in pictures(card.facts)}
        with self._context.db.reading() as connection:
            found = {d: photos.find_photo(connection, d) for d in sorted(digests)}
        return render_cards(
            batch.cards,
            template_of(batch.kind.id),
            layout,
            size=size,
            photos={digest: content for digest, content in found.items() if content},
            progress=progress,
        )

    def issue(
        self,
        batch: CardBatch,
        layout: CardLayout,
        size: CardSize | None = None,
        progress: Progress = SILENT,
    ) -> tuple[PrintedCards, Changes]:
        """Make the PDF and record every card in it, as one step.

        Raises:
            MissingCharacterError: no font here draws some character.
            ConflictError: what the cards say has changed since they were prepared.
            UserError: nobody gets a card, or the layout does not suit the size.
            Cancelled: the clerk stopped it; nothing was recorded.
        """
        printed = self.preview(batch, layout, size, progress)
        fields = self._fields(batch.kind.id)
        with self._context.writing(f"发{batch.kind.title} {len(batch.cards)} 张") as work:
            subjects = [card.subject for card in batch.cards]
            now, _ = cards.plan_cards(work.connection, subjects, batch.kind)
            if tuple(now) != batch.cards:
                raise ConflictError("卡片上的资料刚才有变化，请重新预览后再打印。")
            card_issues.record_issues(
                work.connection,
                batch.cards,
                kind=batch.kind,
                layout=layout,
                fingerprint=lambda card: fingerprint(card.facts, fields),
                at=self._context.clock(),
                account=self._context.actor.name,
            )
        return printed, work.changes

    def withdraw(self, issue_id: int, reason: str) -> Changes:
        """Declare a card void (作废), with the reason.

        Raises:
            InvalidInput: no reason is given.
            NotFoundError: there is no such record.
            ConflictError: it is void already.
        """
        reason = reason.strip()
        if not reason:
            raise InvalidInput([FieldProblem(field="reason", message="请写明作废的原因。")])
        with self._context.writing("作废联系卡") as work:
            card_issues.withdraw(work.session, issue_id, reason, self._context.clock())
        return work.changes

    def issued_to(self, resident_id: int) -> list[IssuedCard]:
        """Return the cards of a person and of their household, the latest first."""
        with self._context.db.reading() as connection:
            found = card_issues.list_of_resident(connection, resident_id)
            return self._with_standing(connection, found)

    def find_number(self, text: str) -> IssuedCard | None:
        """Return the latest printing of the card whose number was typed or scanned, or None."""
        number = text.strip()
        if not is_card_number(number):
            return None
        with self._context.db.reading() as connection:
            found = card_issues.find_number(connection, number)
            return self._with_standing(connection, [found])[0] if found else None

    def outdated(self) -> list[IssuedCard]:
        """Return the cards in use that say something which is no longer so (活卡)."""
        with self._context.db.reading() as connection:
            latest = card_issues.list_latest(connection)
            return [card for card in self._with_standing(connection, latest) if card.outdated]

    def save_pdf(self, content: bytes, path: Path) -> None:
        """Write a PDF where the clerk wants it.

        Raises:
            StorageProblem: the file cannot be written.
        """
        files.replace_file(path, content)

    def _batch(
        self,
        connection: "Connection",
        kind: CardKind,
        subjects: Sequence[CardSubject],
        skipped: Sequence[SkippedPerson],
        left_out: frozenset[int] = frozenset(),
    ) -> CardBatch:
        from linli.printing.cards import check_characters
        from linli.printing.templates import template_of

        planned, left = cards.plan_cards(connection, subjects, kind, left_out)
        return CardBatch(
            kind=kind,
            cards=tuple(planned),
            missing=check_characters(planned, template_of(kind.id)),
            skipped=(*skipped, *left),
        )

    def _with_standing(
        self, connection: "Connection", issued: Sequence[IssuedCard]
    ) -> list[IssuedCard]:
        """Mark the cards whose facts have changed since they were printed."""
        now: dict[tuple[str, CardSubject], PlannedCard] = {}
        kinds = {kind.id: kind for kind in self.kinds()}
        for kind_id in {card.kind for card in issued} & kinds.keys():
            subjects = [card_issues.subject_of(card) for card in issued if card.kind == kind_id]
            planned, _ = cards.plan_cards(connection, list(dict.fromkeys(subjects)), kinds[kind_id])
            now |= {(kind_id, card.subject): card for card in planned}

        def is_outdated(card: IssuedCard) -> bool:
            if card.kind not in kinds:
                return False  # its template was removed: nobody can say
            today = now.get((card.kind, card_issues.subject_of(card)))
            fields = self._fields(card.kind)
            return today is None or fingerprint(today.facts, fields) != card.fingerprint

        return [replace(card, outdated=is_outdated(card)) for card in issued]

    def _kind(self, kind_id: str) -> CardKind:
        from linli.printing.templates import template_of

        return template_of(kind_id).kind

    def _fields(self, kind_id: str) -> frozenset[str]:
        from linli.printing.templates import template_of

        return template_of(kind_id).fields()
