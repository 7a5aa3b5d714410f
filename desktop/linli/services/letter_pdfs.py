"""Slips and plans (单据、预案) on A4 that leave the ledger, recorded like every print."""

from collections.abc import Sequence

from linli.domain.accounts import Right
from linli.domain.letters import Letter
from linli.services.context import Context
from linli.services.fonts import library_of
from linli.services.outputs import leaving
from linli.storage import settings


def community_of(context: Context) -> str:
    """Return the community's name."""
    with context.db.reading() as connection:
        return settings.get_hall(connection).community


def foot_of(context: Context) -> str:
    """Return who prints it and when, for the foot of each page."""
    from linli.printing.foot import printed_by

    return printed_by(context.actor.name, context.clock())


def letters_pdf(context: Context, letters: Sequence[Letter], action: str, subject: str) -> bytes:
    """Make one PDF of some letters and record that they left.

    Args:
        context: the ledger and who works with it.
        letters: at least one.
        action: such as 「打印信息报送单」.
        subject: what; it must not name a person.

    Raises:
        NotAllowedError: the role may not print.
        UnprintableTextError: no font here draws some character.
    """
    context.require(Right.PRINT, action)
    from linli.printing.letters import render_letters

    with leaving(context, action, subject, {"份数": str(len(letters))}):
        return render_letters(letters, library=library_of(context))
