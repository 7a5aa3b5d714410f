"""How the registers say in words where an entitlement stands and when a visit is due."""

from datetime import date

from linli.domain.entitlements import STATE_LABELS, Entitlement, EntitlementState, overdue_days
from linli.domain.visits import Visit, days_overdue
from linli.gui.i18n import tr


def state_words(item: Entitlement, today: date) -> str:
    """Return where an entitlement stands; a review says for how long it is overdue."""
    state = item.state_on(today)
    if state is not EntitlementState.REVIEW:
        return tr(STATE_LABELS[state])
    days = overdue_days(item.facts, today)
    if not days:
        return tr("待复核，今天到期")
    return tr("待复核，已过 {days} 天").format(days=days)


def due_words(item: Visit, today: date) -> str:
    """Return when the next visit is due; once it has been, nothing is due any more."""
    due = item.facts.next_due
    if due is None:
        return ""
    text = due.isoformat()
    if not item.is_last:
        return text
    days = days_overdue(due, today)
    if days:
        return tr("{day}，已过 {days} 天").format(day=text, days=days)
    return tr("{day}，今天").format(day=text) if due == today else text
