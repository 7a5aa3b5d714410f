"""What a card is worth today (卡的现状), in a clerk's words."""

from linli.domain.cards import IssuedCard
from linli.gui.i18n import tr


def standing_of(card: IssuedCard) -> str:
    """Say whether a card is valid, void or says what is no longer so."""
    if card.withdrawn_at is not None:
        return tr("已作废（{reason}）").format(reason=card.withdrawn_reason or "")
    return tr("资料已变，宜换卡") if card.outdated else tr("有效")


def card_words(card: IssuedCard) -> str:
    """Say which card it is and what it is worth."""
    return tr("{kind} {number}，第 {issue} 次，{standing}").format(
        kind=card.kind_title, number=card.number, issue=card.issue, standing=standing_of(card)
    )
