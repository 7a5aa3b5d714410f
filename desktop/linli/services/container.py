"""All use cases of an unlocked ledger, in one place.

Each is loaded when it is first asked for: a verb that prints a card does not wait for the import of
workbooks.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from linli.services.context import Context
from linli.services.duty_container import DutyServices
from linli.services.grid_container import GridServices
from linli.services.mediation_container import MediationServices

if TYPE_CHECKING:
    from linli.services.accounts import AccountService
    from linli.services.audits import AuditService
    from linli.services.backups import BackupService
    from linli.services.beds import BedService
    from linli.services.cards import CardService
    from linli.services.consents import ConsentService
    from linli.services.doubles import DoubleService
    from linli.services.drafts import DraftService
    from linli.services.dwellings import DwellingService
    from linli.services.elders import ElderService
    from linli.services.elevations import ElevationService
    from linli.services.entitlements import EntitlementService
    from linli.services.erasures import ErasureService
    from linli.services.exchange_files import ExchangeFileService
    from linli.services.exports import ExportService
    from linli.services.filters import FilterService
    from linli.services.fonts import FontService
    from linli.services.grid_changes import GridChangeService
    from linli.services.history import HistoryService
    from linli.services.households import HouseholdService
    from linli.services.imports import ImportService
    from linli.services.masking import MaskingService
    from linli.services.missing import MissingService
    from linli.services.names import NameService
    from linli.services.neighbours import NeighbourService
    from linli.services.organisations import OrganisationService
    from linli.services.outputs import OutputService
    from linli.services.pairings import PairingService
    from linli.services.paper import PaperService
    from linli.services.party import PartyService
    from linli.services.posts import PostService
    from linli.services.privacy_requests import PrivacyRequestService
    from linli.services.queries import QueryService
    from linli.services.registers import RegisterService
    from linli.services.residents import ResidentService
    from linli.services.retention import RetentionService
    from linli.services.runs import RunService
    from linli.services.sample import SampleService
    from linli.services.settings import SettingsService
    from linli.services.staff import StaffService
    from linli.services.stations import StationService
    from linli.services.steps import StepService
    from linli.services.surveys import SurveyService
    from linli.services.templates import TemplateService
    from linli.services.trainings import TrainingService
    from linli.services.visits import VisitService


class Services(GridServices, MediationServices, DutyServices):
    """What the window and the verbs work with."""

    def __init__(self, context: Context) -> None:
        self.context = context

    @cached_property
    def residents(self) -> "ResidentService":
        """People."""
        from linli.services.residents import ResidentService

        return ResidentService(self.context)

    @cached_property
    def households(self) -> "HouseholdService":
        """Households."""
        from linli.services.households import HouseholdService

        return HouseholdService(self.context)

    @cached_property
    def dwellings(self) -> "DwellingService":
        """Dwellings and rentals."""
        from linli.services.dwellings import DwellingService

        return DwellingService(self.context)

    @cached_property
    def doubles(self) -> "DoubleService":
        """People who are in the ledger twice."""
        from linli.services.doubles import DoubleService

        return DoubleService(self.context)

    @cached_property
    def filters(self) -> "FilterService":
        """Filters of residents, and those that are kept."""
        from linli.services.filters import FilterService

        return FilterService(self.context)

    @cached_property
    def pairings(self) -> "PairingService":
        """Who helps which household."""
        from linli.services.pairings import PairingService

        return PairingService(self.context)

    @cached_property
    def entitlements(self) -> "EntitlementService":
        """Who gets what from the state."""
        from linli.services.entitlements import EntitlementService

        return EntitlementService(self.context)

    @cached_property
    def visits(self) -> "VisitService":
        """Visits and services at home."""
        from linli.services.visits import VisitService

        return VisitService(self.context)

    @cached_property
    def party(self) -> "PartyService":
        """Party members."""
        from linli.services.party import PartyService

        return PartyService(self.context)

    @cached_property
    def elders(self) -> "ElderService":
        """Old people."""
        from linli.services.elders import ElderService

        return ElderService(self.context)

    @cached_property
    def beds(self) -> "BedService":
        """Beds of homes for the old."""
        from linli.services.beds import BedService

        return BedService(self.context)

    @cached_property
    def neighbours(self) -> "NeighbourService":
        """Neighbours who look after each other."""
        from linli.services.neighbours import NeighbourService

        return NeighbourService(self.context)

    @cached_property
    def organisations(self) -> "OrganisationService":
        """Organisations of the district."""
        from linli.services.organisations import OrganisationService

        return OrganisationService(self.context)

    @cached_property
    def surveys(self) -> "SurveyService":
        """Short paper surveys."""
        from linli.services.surveys import SurveyService

        return SurveyService(self.context)

    @cached_property
    def trainings(self) -> "TrainingService":
        """The training ledger."""
        from linli.services.trainings import TrainingService

        return TrainingService(self.context)

    @cached_property
    def missing(self) -> "MissingService":
        """What the ledger still lacks."""
        from linli.services.missing import MissingService

        return MissingService(self.context)

    @cached_property
    def queries(self) -> "QueryService":
        """Which lists of people were looked at."""
        from linli.services.queries import QueryService

        return QueryService(self.context)

    @cached_property
    def registers(self) -> "RegisterService":
        """Lists on paper and as workbooks."""
        from linli.services.registers import RegisterService

        return RegisterService(self.context)

    @cached_property
    def staff(self) -> "StaffService":
        """Staff."""
        from linli.services.staff import StaffService

        return StaffService(self.context)

    @cached_property
    def stations(self) -> "StationService":
        """Stations of the hall."""
        from linli.services.stations import StationService

        return StationService(self.context)

    @cached_property
    def settings(self) -> "SettingsService":
        """The hall's facts and pictures."""
        from linli.services.settings import SettingsService

        return SettingsService(self.context)

    @cached_property
    def cards(self) -> "CardService":
        """Contact cards."""
        from linli.services.cards import CardService

        return CardService(self.context, self.templates)

    @cached_property
    def grid_changes(self) -> "GridChangeService":
        """Splitting, joining, renumbering grids, and moving places."""
        from linli.services.grid_changes import GridChangeService

        return GridChangeService(self.context, self.cards)

    @cached_property
    def posts(self) -> "PostService":
        """People on grids' posts."""
        from linli.services.posts import PostService

        return PostService(self.context, self.cards)

    @cached_property
    def elevations(self) -> "ElevationService":
        """Pictures of buildings."""
        from linli.services.elevations import ElevationService

        return ElevationService(self.context, self.cards)

    @cached_property
    def runs(self) -> "RunService":
        """Print runs."""
        from linli.services.runs import RunService

        return RunService(self.context, self.cards)

    @cached_property
    def templates(self) -> "TemplateService":
        """Templates of cards."""
        from linli.services.templates import TemplateService

        return TemplateService(self.context)

    @cached_property
    def paper(self) -> "PaperService":
        """Sheets and printer profiles."""
        from linli.services.paper import PaperService

        return PaperService(self.context)

    @cached_property
    def names(self) -> "NameService":
        """Characters that cannot be printed."""
        from linli.services.names import NameService

        return NameService(self.context)

    @cached_property
    def fonts(self) -> "FontService":
        """Added fonts and drawn characters."""
        from linli.services.fonts import FontService

        return FontService(self.context)

    @cached_property
    def imports(self) -> "ImportService":
        """Import of ledgers."""
        from linli.services.imports import ImportService

        return ImportService(self.context)

    @cached_property
    def masking(self) -> "MaskingService":
        """What is shown of names and numbers."""
        from linli.services.masking import MaskingService

        return MaskingService(self.context)

    @cached_property
    def outputs(self) -> "OutputService":
        """Finished PDFs on their way to a printer or a file."""
        from linli.services.outputs import OutputService

        return OutputService(self.context)

    @cached_property
    def exports(self) -> "ExportService":
        """Export of registers."""
        from linli.services.exports import ExportService

        return ExportService(self.context)

    @cached_property
    def history(self) -> "HistoryService":
        """Journal, undo and audit."""
        from linli.services.history import HistoryService

        return HistoryService(self.context)

    @cached_property
    def steps(self) -> "StepService":
        """Taking back any step of the last days."""
        from linli.services.steps import StepService

        return StepService(self.context)

    @cached_property
    def audits(self) -> "AuditService":
        """The audit trail."""
        from linli.services.audits import AuditService

        return AuditService(self.context)

    @cached_property
    def backups(self) -> "BackupService":
        """Backups."""
        from linli.services.backups import BackupService

        return BackupService(self.context)

    @cached_property
    def accounts(self) -> "AccountService":
        """Who may sign in."""
        from linli.services.accounts import AccountService

        return AccountService(self.context)

    @cached_property
    def drafts(self) -> "DraftService":
        """What is typed and not saved."""
        from linli.services.drafts import DraftService

        return DraftService(self.context)

    @cached_property
    def consents(self) -> "ConsentService":
        """Notices about people's data, signed or not."""
        from linli.services.consents import ConsentService

        return ConsentService(self.context)

    @cached_property
    def privacy_requests(self) -> "PrivacyRequestService":
        """What people ask about their own data."""
        from linli.services.privacy_requests import PrivacyRequestService

        return PrivacyRequestService(self.context)

    @cached_property
    def retention(self) -> "RetentionService":
        """How long data are kept."""
        from linli.services.retention import RetentionService

        return RetentionService(self.context)

    @cached_property
    def erasures(self) -> "ErasureService":
        """Erasing people for good."""
        from linli.services.erasures import ErasureService

        return ErasureService(self.context)

    @cached_property
    def exchange_files(self) -> "ExchangeFileService":
        """Files of changes between machines."""
        from linli.services.exchange_files import ExchangeFileService

        return ExchangeFileService(self.context)

    @cached_property
    def sample(self) -> "SampleService":
        """The sample community."""
        from linli.services.sample import SampleService

        return SampleService(self.context)


def open_services(context: Context) -> Services:
    """Return the services of one ledger."""
    return Services(context)
