"""Contact cards (联系卡): who gets one, the PDF, and the record of what was handed out.

What the preview shows is what is issued, byte for byte: the numbers are worked out beforehand, and
issuing checks inside its transaction that nothing on the cards has changed since.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from linli.domain.card_fields import fingerprint, pictures
from linli.domain.cards import (
    CardBatch,
    CardKind,
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
from linli.domain.paper import CardSize, PaperSetup
from linli.domain.templates.elements import CardTemplate
from linli.errors import ConflictError, FieldProblem, InvalidInput, NotFoundError, UserError
from linli.progress import SILENT, Progress
from linli.services.context import Context
from linli.services.templates import TemplateService
from linli.storage import card_issues, cards, files, photos


class CardService:
    """What a clerk does with contact cards."""

    def __init__(self, context: Context, templates: TemplateService) -> None:
        self._context = context
        self._templates = templates

    def kinds(self) -> list[CardKind]:
        """Return the kinds of cards there are templates for, in the order of the menu."""
        return [template.kind for template in self._templates.list_all()]

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
        template = self._templates.get(kind_id)
        kind = template.kind
        unit = CardUnit.HOUSEHOLD if kind.by_household else unit
        with self._context.db.reading() as connection:
            subjects, skipped = cards.list_subjects(connection, resident_ids, unit)
            planned, left = cards.plan_cards(connection, subjects, kind, frozenset(left_out))
        return _checked(template, planned, (*skipped, *left))

    def reprint(self, issue_id: int) -> CardBatch:
        """Work out a card anew, with its number and today's facts, to be issued once more.

        Raises:
            NotFoundError: there is no such record, or nobody of it lives here any more.
        """
        with self._context.db.reading() as connection:
            issued = card_issues.get_issue(connection, issue_id)
            template = self._templates.get(issued.kind)
            planned, _ = cards.plan_cards(connection, [issued.subject], template.kind)
        if not planned:
            raise NotFoundError(f"卡号 {issued.number} 的这一户已经没有人住在这里，不能补打。")
        return _checked(template, planned)

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
        from linli.printing.cards import render_cards

        if not batch.cards:
            raise UserError("选中的人里没有可以发卡的，请另选（已迁出、去世或回收的不发卡）。")
        if batch.missing:
            raise MissingCharacterError(batch.missing)
        template = self._templates.get(batch.kind.id)
        digests = {digest for card in batch.cards for digest in pictures(card.facts)}
        digests |= template.own_pictures()
        with self._context.db.reading() as connection:
            found = {d: photos.find_photo(connection, d) for d in sorted(digests)}
        return render_cards(
            batch.cards,
            template,
            setup,
            size=size,
            photos={digest: content for digest, content in found.items() if content},
            progress=progress,
        )

    def issue(
        self,
        batch: CardBatch,
        setup: PaperSetup,
        size: CardSize | None = None,
        progress: Progress = SILENT,
    ) -> tuple[PrintedCards, Changes]:
        """Make the PDF and record every card in it, as one step.

        Raises:
            MissingCharacterError: no font here draws some character.
            ConflictError: what the cards say has changed since they were prepared.
            UserError: nobody gets a card, or the sheet does not suit the size.
            Cancelled: the clerk stopped it; nothing was recorded.
        """
        printed = self.preview(batch, setup, size, progress)
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
                layout=setup.sheet.id,
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
            today = cards.plan_today(connection, found, self._kinds())
        return self._with_standing(found, today)

    def find_number(self, text: str) -> IssuedCard | None:
        """Return the latest printing of the card whose number was typed or scanned, or None."""
        number = text.strip()
        if not is_card_number(number):
            return None
        with self._context.db.reading() as connection:
            found = card_issues.find_number(connection, number)
            if found is None:
                return None
            today = cards.plan_today(connection, [found], self._kinds())
        return self._with_standing([found], today)[0]

    def outdated(self) -> list[IssuedCard]:
        """Return the cards in use that say something which is no longer so (活卡)."""
        with self._context.db.reading() as connection:
            latest = card_issues.list_latest(connection)
            today = cards.plan_today(connection, latest, self._kinds())
        return [card for card in self._with_standing(latest, today) if card.outdated]

    def save_pdf(self, content: bytes, path: Path) -> None:
        """Write a PDF where the clerk wants it.

        Raises:
            StorageProblem: the file cannot be written.
        """
        files.replace_file(path, content)

    def _with_standing(
        self,
        issued: Iterable[IssuedCard],
        today: Mapping[tuple[str, CardSubject], PlannedCard],
    ) -> list[IssuedCard]:
        """Mark the cards that do not say what they would say `today`."""
        kinds = self._kinds()

        def is_outdated(card: IssuedCard) -> bool:
            if card.kind not in kinds:
                return False  # its template was removed: nobody can say
            now = today.get((card.kind, card.subject))
            fields = self._fields(card.kind)
            return now is None or fingerprint(now.facts, fields) != card.fingerprint

        return [replace(card, outdated=is_outdated(card)) for card in issued]

    def _kinds(self) -> dict[str, CardKind]:
        return {kind.id: kind for kind in self.kinds()}

    def _fields(self, kind_id: str) -> frozenset[str]:
        return self._templates.get(kind_id).fields()


def _checked(
    template: CardTemplate,
    planned: Sequence[PlannedCard],
    skipped: Sequence[SkippedPerson] = (),
) -> CardBatch:
    """Make a batch of planned cards, with the characters that no font draws."""
    from linli.printing.cards import check_characters

    missing = check_characters(planned, template)
    return CardBatch(
        kind=template.kind, cards=tuple(planned), missing=missing, skipped=tuple(skipped)
    )
