"""The use cases of mediation (矛盾纠纷调解): cases, their papers, limits and figures.

A part of `container.Services`, loaded the same way.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from linli.services.context import Context

if TYPE_CHECKING:
    from linli.services.case_files import CaseFileService
    from linli.services.case_papers import CasePaperService
    from linli.services.case_reports import CaseReportService
    from linli.services.cases import CaseService
    from linli.services.clocks import ClockService
    from linli.services.limits import LimitService
    from linli.services.mediation_texts import MediationTextService
    from linli.services.petitions import PetitionService
    from linli.services.suggestions import SuggestionService
    from linli.services.sweeps import SweepService


class MediationServices:
    """What the tab and the menu of mediation work with."""

    context: Context

    @cached_property
    def cases(self) -> "CaseService":
        """Mediation cases."""
        from linli.services.cases import CaseService

        return CaseService(self.context, lambda: self.case_files)

    @cached_property
    def case_papers(self) -> "CasePaperService":
        """Documents of cases."""
        from linli.services.case_papers import CasePaperService

        return CasePaperService(self.context)

    @cached_property
    def mediation_texts(self) -> "MediationTextService":
        """Phrases for mediators."""
        from linli.services.mediation_texts import MediationTextService

        return MediationTextService(self.context)

    @cached_property
    def case_files(self) -> "CaseFileService":
        """Attachments of cases, and bound files."""
        from linli.services.case_files import CaseFileService

        return CaseFileService(self.context, self.case_papers)

    @cached_property
    def case_reports(self) -> "CaseReportService":
        """The figures of mediation."""
        from linli.services.case_reports import CaseReportService

        return CaseReportService(self.context)

    @cached_property
    def limits(self) -> "LimitService":
        """Time limits."""
        from linli.services.limits import LimitService

        return LimitService(self.context)

    @cached_property
    def clocks(self) -> "ClockService":
        """What is due when."""
        from linli.services.clocks import ClockService

        return ClockService(self.context)

    @cached_property
    def sweeps(self) -> "SweepService":
        """Sweeps for disputes."""
        from linli.services.sweeps import SweepService

        return SweepService(self.context, self.cases)

    @cached_property
    def petitions(self) -> "PetitionService":
        """Petitions."""
        from linli.services.petitions import PetitionService

        return PetitionService(self.context)

    @cached_property
    def suggestions(self) -> "SuggestionService":
        """Suggestions of residents."""
        from linli.services.suggestions import SuggestionService

        return SuggestionService(self.context)
