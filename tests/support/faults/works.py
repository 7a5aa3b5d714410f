"""Work on a ledger that a process of its own does until it is killed, and what must hold then.

`run` tells each thing that was acknowledged; `check` looks at the ledger afterwards as the next
start would: whatever was told is there, and everything is whole.
"""

import random
import shutil
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

from support.faults.bases import PEOPLE, Tell, Work, found, opened, sound
from support.faults.booking import BOOKING
from support.faults.exchanging import EXCHANGE
from support.faults.mediating import MEDIATION
from support.ledgers import CHEAP, PASSWORD
from support.people import make_document, make_draft, make_phone
from support.street import save_street

from linli.domain.residents import ResidentDraft, ResidentFilter
from linli.errors import WrongPasswordError
from linli.paths import DataDir
from linli.services.ledger import change_password, verify

OLD = Path(__file__).parents[2] / "old_databases" / "v3"
IMPORTED = 150
_MOST_NUMBERS = 900


def _person(seed: int, number: int, **facts: object) -> ResidentDraft:
    """Return somebody whose number nobody else of any seed has."""
    document = make_document(birth=date(1950, 1, 1) + timedelta(days=seed), sequence=number)
    return make_draft("张桂兰", documents=(document,), phones=(make_phone(),), **facts)


def _write(folder: Path, seed: int, tell: Tell) -> None:
    """Enter people one by one and change them, for ever."""
    chance = random.Random(seed)
    with opened(folder) as services:
        tell("begun")
        for number in range(_MOST_NUMBERS):
            resident, _ = services.residents.add(_person(seed, number))
            tell(f"added {resident}")
            services.drafts.keep("form", f"typed {number}")
            tell(f"typed {number}")
            if chance.random() < 0.5:
                known = services.residents.get(resident)
                changed = _person(seed, number, note="改过")
                services.residents.update(resident, changed, version=known.version)
                tell(f"changed {resident}")


def _check_written(folder: Path, _seed: int, told: Sequence[str]) -> None:
    with opened(folder) as services:
        sound(services.context)
        for line in told:
            what, _, number = line.partition(" ")
            if what == "added":
                assert services.residents.get(int(number)).facts.name
            elif what == "changed":
                assert services.residents.get(int(number)).facts.note == "改过"
        typed = [int(line.split()[1]) for line in told if line.startswith("typed")]
        if typed:
            (draft,) = services.drafts.list_all()
            assert int(draft.content.split()[1]) >= typed[-1]


def _import(folder: Path, _seed: int, tell: Tell) -> None:
    with opened(folder) as services:
        source = services.imports.open(save_street(folder / "more.csv", IMPORTED))
        plan = services.imports.plan(source)
        tell("begun")
        services.imports.run(source, plan)
        tell("imported")


def _check_imported(folder: Path, _seed: int, told: Sequence[str]) -> None:
    with opened(folder) as services:
        sound(services.context)
        people = len(services.residents.list_ids(ResidentFilter()))
        assert people in ({IMPORTED} if "imported" in told else {PEOPLE, IMPORTED})


def _back_up(folder: Path, seed: int, tell: Tell) -> None:
    with opened(folder) as services:
        tell("begun")
        for number in range(_MOST_NUMBERS):
            info = services.backups.make("手动备份")
            tell(f"kept {info.path.name}")
            services.residents.add(_person(seed, number))
            tell("added")


def _check_backed_up(folder: Path, _seed: int, told: Sequence[str]) -> None:
    with opened(folder) as services:
        sound(services.context)
        kept = [line.partition(" ")[2] for line in told if line.startswith("kept")]
        good = [info.path.name for info in services.backups.list_all() if not info.problem]
        assert not kept or kept[-1] in good  # older ones of the day are thinned out
        if good:
            assert services.backups.rehearse() == []


def _copy_old(folder: Path) -> None:
    shutil.copytree(OLD, folder)


def _migrate(folder: Path, _seed: int, tell: Tell) -> None:
    tell("begun")
    with opened(folder):
        tell("upgraded")


def _check_migrated(folder: Path, _seed: int, _told: Sequence[str]) -> None:
    with opened(folder) as services:
        assert verify(services.context).problems == ()
        assert services.residents.counts().residents > 0


def _change_passwords(folder: Path, seed: int, tell: Tell) -> None:
    with opened(folder) as services:
        tell("begun")
        old = PASSWORD
        for number in range(_MOST_NUMBERS):
            new = _password(seed, number)
            change_password(services.context, old, new, cost=CHEAP)
            tell(new)
            old = new


def _check_password(folder: Path, seed: int, told: Sequence[str]) -> None:
    """The last acknowledged password opens the ledger, or the one that was under way."""
    number = len(told) - 1  # the first line only says that work has begun
    last = told[-1] if number > 0 else PASSWORD
    try:
        with opened(folder, last) as services:
            sound(services.context)
    except WrongPasswordError:
        with opened(folder, _password(seed, max(number, 0))) as services:
            sound(services.context)


def _password(seed: int, number: int) -> str:
    return f"Xihe-{seed}-{number}-yuan"


def _nothing(folder: Path) -> None:
    folder.mkdir()


def _found(folder: Path, _seed: int, tell: Tell) -> None:
    tell("begun")
    found(folder)
    tell("founded")


def _check_founded(folder: Path, _seed: int, told: Sequence[str]) -> None:
    """The ledger is there, or it can be founded as if nothing had been."""
    if "founded" not in told and not DataDir(folder).exists():
        found(folder)
    with opened(folder) as services:
        sound(services.context)


WORKS = (
    Work(
        name="founding",
        prepare=_nothing,
        run=_found,
        check=_check_founded,
        seconds=0.4,
        once=True,
    ),
    Work(name="writes", prepare=found, run=_write, check=_check_written, seconds=0.25),
    Work(name="imports", prepare=found, run=_import, check=_check_imported, seconds=0.5, once=True),
    Work(name="backups", prepare=found, run=_back_up, check=_check_backed_up, seconds=0.5),
    Work(
        name="migrations",
        prepare=_copy_old,
        run=_migrate,
        check=_check_migrated,
        seconds=0.6,
        once=True,
    ),
    Work(
        name="passwords",
        prepare=found,
        run=_change_passwords,
        check=_check_password,
        seconds=0.1,
        once=True,
    ),
    EXCHANGE,
    MEDIATION,
    BOOKING,
)
"""All that is killed and cut off."""
