"""The use cases of duty (援助站值班): who can be on duty, rosters, venues, events.

A part of `container.Services`, loaded the same way.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from linli.services.context import Context

if TYPE_CHECKING:
    from linli.services.agency import AgencyService
    from linli.services.bookings import BookingService
    from linli.services.dispatches import DispatchService
    from linli.services.event_guests import EventGuestService
    from linli.services.event_papers import EventPaperService
    from linli.services.events import EventService
    from linli.services.festivals import FestivalService
    from linli.services.guides import GuideService
    from linli.services.hour_certificates import HourCertificateService
    from linli.services.hours import HoursService
    from linli.services.providers import ProviderService
    from linli.services.roster_papers import RosterPaperService
    from linli.services.rosters import RosterService
    from linli.services.station_points import StationPointService
    from linli.services.venues import VenueService
    from linli.services.volunteers import VolunteerService
    from linli.services.workers import WorkerService


class DutyServices:
    """What the tab and the menu of duty work with."""

    context: Context

    @cached_property
    def rosters(self) -> "RosterService":
        """Rosters."""
        from linli.services.rosters import RosterService

        return RosterService(self.context)

    @cached_property
    def roster_papers(self) -> "RosterPaperService":
        """Rosters on paper and in files."""
        from linli.services.roster_papers import RosterPaperService

        return RosterPaperService(self.context)

    @cached_property
    def workers(self) -> "WorkerService":
        """Who can be on duty, leaves, who must not be together."""
        from linli.services.workers import WorkerService

        return WorkerService(self.context)

    @cached_property
    def festivals(self) -> "FestivalService":
        """Ethnic festivals, and leave for those who keep them."""
        from linli.services.festivals import FestivalService

        return FestivalService(self.context)

    @cached_property
    def volunteers(self) -> "VolunteerService":
        """Members taken over as volunteers, the registration form."""
        from linli.services.volunteers import VolunteerService

        return VolunteerService(self.context)

    @cached_property
    def station_points(self) -> "StationPointService":
        """The seven points of stations, and the paper for each."""
        from linli.services.station_points import StationPointService

        return StationPointService(self.context)

    @cached_property
    def guides(self) -> "GuideService":
        """Guides, work rules and services."""
        from linli.services.guides import GuideService

        return GuideService(self.context)

    @cached_property
    def agency(self) -> "AgencyService":
        """Matters done for people."""
        from linli.services.agency import AgencyService

        return AgencyService(self.context)

    @cached_property
    def hours(self) -> "HoursService":
        """Sign-in sheets, hours, training and praise, hand-overs."""
        from linli.services.hours import HoursService

        return HoursService(self.context)

    @cached_property
    def hour_certificates(self) -> "HourCertificateService":
        """Certificates of hours."""
        from linli.services.hour_certificates import HourCertificateService

        return HourCertificateService(self.context)

    @cached_property
    def dispatches(self) -> "DispatchService":
        """Home services sent to residents."""
        from linli.services.dispatches import DispatchService

        return DispatchService(self.context)

    @cached_property
    def providers(self) -> "ProviderService":
        """Providers near by with their prices, vouchers."""
        from linli.services.providers import ProviderService

        return ProviderService(self.context)

    @cached_property
    def venues(self) -> "VenueService":
        """Rooms, grounds and things that can be lent."""
        from linli.services.venues import VenueService

        return VenueService(self.context)

    @cached_property
    def bookings(self) -> "BookingService":
        """Bookings of venues."""
        from linli.services.bookings import BookingService

        return BookingService(self.context)

    @cached_property
    def events(self) -> "EventService":
        """Events, planned and held."""
        from linli.services.events import EventService

        return EventService(self.context)

    @cached_property
    def event_guests(self) -> "EventGuestService":
        """Who is on the lists of events."""
        from linli.services.event_guests import EventGuestService

        return EventGuestService(self.context)

    @cached_property
    def event_papers(self) -> "EventPaperService":
        """Events and venues on paper."""
        from linli.services.event_papers import EventPaperService

        return EventPaperService(self.context)
