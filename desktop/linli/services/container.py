"""All use cases of an unlocked ledger, put together once."""

from dataclasses import dataclass

from linli.services.backups import BackupService
from linli.services.boards import BoardService
from linli.services.cards import CardService
from linli.services.context import Context
from linli.services.dwellings import DwellingService
from linli.services.exports import ExportService
from linli.services.fonts import FontService
from linli.services.grids import GridService
from linli.services.history import HistoryService
from linli.services.households import HouseholdService
from linli.services.imports import ImportService
from linli.services.names import NameService
from linli.services.pairings import PairingService
from linli.services.paper import PaperService
from linli.services.residents import ResidentService
from linli.services.runs import RunService
from linli.services.sample import SampleService
from linli.services.settings import SettingsService
from linli.services.staff import StaffService
from linli.services.stations import StationService
from linli.services.templates import TemplateService


@dataclass(frozen=True)
class Services:
    """What the window and the verbs work with."""

    context: Context
    residents: ResidentService
    households: HouseholdService
    dwellings: DwellingService
    grids: GridService
    boards: BoardService
    pairings: PairingService
    staff: StaffService
    stations: StationService
    settings: SettingsService
    cards: CardService
    runs: RunService
    templates: TemplateService
    paper: PaperService
    names: NameService
    fonts: FontService
    imports: ImportService
    exports: ExportService
    history: HistoryService
    backups: BackupService
    sample: SampleService


def open_services(context: Context) -> Services:
    """Put together the services of one ledger."""
    templates = TemplateService(context)
    cards = CardService(context, templates)
    return Services(
        context=context,
        residents=ResidentService(context),
        households=HouseholdService(context),
        dwellings=DwellingService(context),
        grids=GridService(context),
        boards=BoardService(context),
        pairings=PairingService(context),
        staff=StaffService(context),
        stations=StationService(context),
        settings=SettingsService(context),
        cards=cards,
        runs=RunService(context, cards),
        templates=templates,
        paper=PaperService(context),
        names=NameService(context),
        fonts=FontService(context),
        imports=ImportService(context),
        exports=ExportService(context),
        history=HistoryService(context),
        backups=BackupService(context),
        sample=SampleService(context),
    )
