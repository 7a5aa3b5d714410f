"""What works of the fault suite share: their shape, a ledger with a few people, opening it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.street import save_street

from linli.paths import DataDir
from linli.services.container import Services, open_services
from linli.services.context import Context
from linli.services.ledger import create_ledger, unlock, verify

Tell = Callable[[str], None]
PEOPLE = 30


@dataclass(frozen=True, kw_only=True)
class Work:
    """Something that is done again and again.

    Attributes:
        name: for the figures.
        prepare: makes the folder.
        run: works on it, for ever or until it is done; told what is acknowledged.
        check: looks at the folder afterwards; told what had been acknowledged.
        seconds: the kill comes within so long of the first sign of life.
        once: each kill needs a fresh folder.
    """

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path, int, Tell], None]
    check: Callable[[Path, int, Sequence[str]], None]
    seconds: float
    once: bool = False


@contextmanager
def opened(folder: Path, password: str = PASSWORD) -> Iterator[Services]:
    """Open a ledger as the next start of the program would."""
    context = unlock(DataDir(folder), ACCOUNT, password)
    try:
        yield open_services(context)
    finally:
        context.db.close()


def sound(context: Context) -> None:
    """Fail if anything in the ledger is damaged, half, or does not agree."""
    assert verify(context).problems == ()
    with context.db.reading() as connection:
        parts = connection.exec_driver_sql(
            "SELECT (SELECT count(*) FROM resident), (SELECT count(*) FROM identity_document), "
            "(SELECT count(DISTINCT resident_id) FROM identity_document)"
        ).one()
    assert len(set(parts)) == 1, f"people and their numbers: {tuple(parts)}"


def found(folder: Path, people: int = PEOPLE) -> None:
    """Make a ledger with a few people."""
    created = create_ledger(
        DataDir(folder), community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    services = open_services(created.context)
    source = services.imports.open(save_street(folder / "street.csv", people))
    services.imports.run(source, services.imports.plan(source))
    created.context.db.close()
