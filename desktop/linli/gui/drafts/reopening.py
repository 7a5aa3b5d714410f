"""Opening forms again with what stood in them when the program went down."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QApplication, QWidget

from linli.domain.beds import Bed
from linli.domain.cases import Case
from linli.domain.dispatches import Dispatch
from linli.domain.drafts import Draft
from linli.domain.entitlements import Entitlement
from linli.domain.events import Event
from linli.domain.grids import Grid
from linli.domain.neighbours import Neighbour
from linli.domain.organisations import Organisation
from linli.domain.pairings import Pairing
from linli.domain.providers import Provider, Voucher
from linli.domain.residents import Household, Resident
from linli.domain.staff import Staff, Station
from linli.domain.surveys import Survey
from linli.domain.trainings import Training
from linli.domain.venues import Booking, Venue
from linli.domain.visits import Visit
from linli.domain.workers import Worker
from linli.errors import UserError
from linli.gui.desk import Desk
from linli.gui.drafts import coding
from linli.gui.drafts.keeper import DraftKeeper, Place, Unsaved
from linli.gui.drafts.typed import show_typed, typed
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr

if TYPE_CHECKING:
    from linli.services.container import Services

_UNKNOWN = object()


def keep_open_forms() -> None:
    """Keep what stands in all open forms, before the ledger is closed over them."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, FormDialog) and isinstance(widget.keeper, DraftKeeper):
            widget.keeper.keep_now()


def read(draft: Draft) -> Unsaved | None:
    """Return what a draft says, None if another version of the program has written it."""
    with suppress(coding.UnknownValueError):
        found = coding.read(draft.content)
        if isinstance(found, Unsaved):
            return found
    return None


def open_again(draft: Draft, unsaved: Unsaved, desk: Desk, parent: QWidget) -> FormDialog:
    """Show the form once more with what stood in it.

    Raises:
        UserError: its record is gone, or the form is not there in this version.
    """
    services = desk.services

    def live(given: Any) -> Any:
        if given is Place.DESK:
            return desk
        return parent if given is Place.PARENT else _fresh(services, given)

    arguments = [live(each) for each in unsaved.arguments]
    named = {name: live(each) for name, each in unsaved.named.items()}
    dialog = _class_of(unsaved.form)(*arguments, **named)
    begun = typed(dialog.form)
    dialog.keeper = DraftKeeper(dialog, desk, draft.id)
    others = [
        dialog.form.label(name)
        for name, before in unsaved.before.items()
        if begun.get(name, _UNKNOWN) != before
    ]
    lost = show_typed(dialog.form, unsaved.changed)
    dialog.saved.connect(lambda _saved: desk.bus.publish_all())
    dialog.open()
    dialog.problems.say(_warning(others, [dialog.form.label(name) for name in lost]))
    return dialog


def _warning(others: list[str], lost: list[str]) -> str:
    words = []
    if others:
        said = tr(
            "上次填写以后，这份资料的{fields}又有改动。现在显示的是您填的内容，请核对后再保存。"
        )
        words.append(said.format(fields=tr("、").join(others)))
    if lost:
        said = tr("{fields}没能放回来，请重新填写。")
        words.append(said.format(fields=tr("、").join(lost)))
    return "".join(words)


def _class_of(name: str) -> Callable[..., FormDialog]:
    module, _, kind = name.partition(":")
    try:
        found = getattr(import_module(module), kind) if module.startswith("linli.gui.") else None
    except (ImportError, AttributeError):
        found = None
    if not (isinstance(found, type) and issubclass(found, FormDialog)):
        raise UserError(tr("这个版本的程序里没有这张表了，请照着下面的内容重新填写。"))
    return found


_GET: Mapping[type, Callable[["Services", int], Any]] = {
    Bed: lambda services, number: services.beds.get(number),
    Booking: lambda services, number: services.bookings.get(number),
    Case: lambda services, number: services.cases.get(number),
    Dispatch: lambda services, number: services.dispatches.get(number),
    Entitlement: lambda services, number: services.entitlements.get(number),
    Event: lambda services, number: services.events.get(number),
    Grid: lambda services, number: services.grids.get(number),
    Household: lambda services, number: services.households.get(number),
    Neighbour: lambda services, number: services.neighbours.get(number),
    Organisation: lambda services, number: services.organisations.get(number),
    Pairing: lambda services, number: services.pairings.get(number),
    Provider: lambda services, number: services.providers.get(number),
    Resident: lambda services, number: services.residents.get(number),
    Staff: lambda services, number: services.staff.get(number),
    Station: lambda services, number: services.stations.get(number),
    Survey: lambda services, number: services.surveys.get(number),
    Training: lambda services, number: services.trainings.get(number),
    Venue: lambda services, number: services.venues.get(number),
    Visit: lambda services, number: services.visits.get(number),
    Voucher: lambda services, number: services.providers.voucher(number),
    Worker: lambda services, number: services.workers.get(number),
}
"""How a record that a form was made with is read as it is now."""


def _fresh(services: "Services", given: Any) -> Any:
    get = _GET.get(type(given))
    return given if get is None else get(services, given.id)
