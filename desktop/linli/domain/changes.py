"""Which kinds of records a piece of work touched, so that a view knows whether to refresh."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """A kind of record that views look at."""

    RESIDENTS = "residents"
    HOUSEHOLDS = "households"
    DWELLINGS = "dwellings"
    GRIDS = "grids"
    CARDS = "cards"
    PAIRINGS = "pairings"
    STAFF = "staff"
    TEMPLATES = "templates"
    GLYPHS = "glyphs"
    ENTITLEMENTS = "entitlements"
    VISITS = "visits"
    ORGANISATIONS = "organisations"
    TRAININGS = "trainings"
    SURVEYS = "surveys"
    BEDS = "beds"
    NEIGHBOURS = "neighbours"
    TEAMS = "teams"
    REPORTS = "reports"
    NOTICES = "notices"
    RECEPTIONS = "receptions"
    WALKS = "walks"
    POSTS = "posts"
    MAP = "map"
    CASES = "cases"
    LIMITS = "limits"
    SWEEPS = "sweeps"
    PETITIONS = "petitions"
    SUGGESTIONS = "suggestions"
    WORKERS = "workers"
    ROSTERS = "rosters"
    HOURS = "hours"
    DISPATCH = "dispatch"
    VENUES = "venues"
    GUIDES = "guides"
    FILTERS = "filters"
    DOUBLES = "doubles"
    CONSENTS = "consents"
    REQUESTS = "requests"
    RETENTION = "retention"
    SETTINGS = "settings"
    ACCOUNTS = "accounts"
    MACHINES = "machines"


@dataclass(frozen=True)
class Changes:
    """What one transaction changed. `entry_id` is its journal entry (undo step), if it made one."""

    kinds: frozenset[Kind] = field(default_factory=frozenset)
    entry_id: int | None = None

    def touches(self, *kinds: Kind) -> bool:
        """Whether any of `kinds` changed."""
        return not self.kinds.isdisjoint(kinds)
