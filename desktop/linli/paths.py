"""Where things lie: the program's resources and a ledger's data folder."""

from dataclasses import dataclass
from pathlib import Path

import platformdirs

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a shipped resource, such as `codes/ethnicity.json`.

    Resources lie beside the code when installed or frozen, else in the repository.
    """
    return _resources() / name


def rare_fonts() -> Path:
    """Return where bundles put fonts for the rare characters of names; it need not exist."""
    return _resources().with_name("fonts")


def _resources() -> Path:
    bundled = _PACKAGE / "_resources"
    return bundled if bundled.is_dir() else _PACKAGE.parents[1] / "resources"


@dataclass(frozen=True)
class DataDir:
    """The folder that holds one ledger (台账) and all that belongs to it."""

    root: Path

    @classmethod
    def default(cls) -> "DataDir":
        """Return the platform's data folder for this user."""
        return cls(Path(platformdirs.user_data_dir("linli", appauthor=False)))

    @classmethod
    def practice(cls, named: Path | None = None) -> "DataDir":
        """Return the folder for practising (练习), which never is that of a ledger.

        Args:
            named: the ledger's folder where it is not the usual one, such as on a stick; what is
                practised stays there as well.
        """
        usual = Path(platformdirs.user_cache_dir("linli", appauthor=False))
        return cls((named or usual) / "practice")

    @property
    def database(self) -> Path:
        """The encrypted ledger file."""
        return self.root / "ledger.db"

    @property
    def unfinished(self) -> Path:
        """A new ledger until its keyring is safe; `services.ledger` gives it its own name then."""
        return self.root / "ledger.new"

    @property
    def keyring(self) -> Path:
        """The ledger's key, wrapped once per account; it belongs into every backup."""
        return self.root / "ledger.keys"

    @property
    def attempts(self) -> Path:
        """Failed sign-ins, so that waiting survives a restart."""
        return self.root / "attempts.json"

    @property
    def audit_head(self) -> Path:
        """The end of the audit trail, sealed, so that an older ledger in its place shows."""
        return self.root / "audit.head"

    @property
    def window_lock(self) -> Path:
        """Held while a window is open on this ledger."""
        return self.root / "window.lock"

    @property
    def window_state(self) -> Path:
        """What the window remembers: zoom, size, columns."""
        return self.root / "window.ini"

    @property
    def backups(self) -> Path:
        """Verified backups."""
        return self.root / "backups"

    @property
    def backup_lock(self) -> Path:
        """Held while a backup is made, tried out or restored."""
        return self.root / "backup.lock"

    @property
    def backup_state(self) -> Path:
        """What this machine remembers of its backups."""
        return self.root / "backups.json"

    @property
    def restoring(self) -> Path:
        """A restore that is being prepared; what a crash left of it is of no use."""
        return self.root / "restoring"

    @property
    def restored(self) -> Path:
        """A restore that is decided; the next start completes it if this one could not."""
        return self.root / "restored"

    @property
    def rehearsal(self) -> Path:
        """A backup that is being tried out."""
        return self.root / "rehearsal"

    @property
    def fonts(self) -> Path:
        """Font files that the clerk added, each under its digest."""
        return self.root / "fonts"

    @property
    def logs(self) -> Path:
        """Technical log and crash reports, without personal data."""
        return self.root / "logs"

    @property
    def outbox(self) -> Path:
        """PDFs and workbooks the clerk saved without choosing another place."""
        return self.root / "outbox"

    def exists(self) -> bool:
        """Whether a ledger has been created here."""
        return self.database.exists() or self.keyring.exists() or self.restored.exists()
