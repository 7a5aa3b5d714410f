"""What the consents and notices of a person say in words (告知书)."""

from collections.abc import Sequence

from linli.domain.consents import STATE_LABELS, Consent, ConsentState
from linli.gui.i18n import tr


def consent_facts(consents: Sequence[Consent]) -> list[tuple[str, str]]:
    """Return the lines of a person's notices for the pane beside the table; only the last."""
    if not consents:
        return [(tr("告知书"), tr(STATE_LABELS[ConsentState.NONE]))]
    last = consents[0]
    words = f"{tr(STATE_LABELS[last.state])} · {last.facts.day.isoformat()}"
    if last.facts.guardian:
        words += " · " + tr("监护人 {name}").format(name=last.facts.guardian)
    if last.withdrawn_on is not None:
        words += " · " + tr("{day} 撤回").format(day=last.withdrawn_on.isoformat())
    return [(tr("告知书"), words)]
