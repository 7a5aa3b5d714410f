"""Cases of mediation for the fault suite: scans put in, files bound and archived, over and over."""

from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pypdfium2
from support import scans
from support.cases import DRAFT, put_in, register, take
from support.faults.bases import Tell, Work, found, opened, sound

from linli.domain.case_flow import Stage, Step
from linli.domain.cases import CaseFilter

_MOST_CASES = 200


def _prepare(folder: Path) -> None:
    """Make a ledger with one registered case, so that the committee has its mark."""
    found(folder)
    with opened(folder) as services:
        register(services)


def _mediate(folder: Path, seed: int, tell: Tell) -> None:
    """Register, accept, end and archive one case after the other, for ever."""
    with opened(folder) as services:
        tell("begun")
        for number in range(_MOST_CASES):
            case = register(services)
            case = take(services, case, Step.ACCEPT, DRAFT.registered_on + timedelta(days=1))
            tell(f"accepted {case.id}")
            picture = scans.png(scans.page((300 + seed % 50, 200 + number), "RGB"))
            tell(f"added {put_in(services, case, content=picture)} {case.id}")
            day = DRAFT.registered_on + timedelta(days=2)
            case = take(services, case, Step.DECLINE, day, reason="不愿调解")
            take(services, case, Step.ARCHIVE, day)
            tell(f"archived {case.id}")


def _check(folder: Path, _seed: int, told: Sequence[str]) -> None:
    """Every acknowledged scan can be looked at; a case is archived with its volume, or is not."""
    with opened(folder) as services:
        sound(services.context)
        known = {case.id: case for case in services.cases.load(CaseFilter())}
        for line in told:
            what, _, numbers = line.partition(" ")
            if what == "accepted":
                assert known[int(numbers)].number is not None
            elif what == "added":
                file_id, case_id = map(int, numbers.split())
                assert file_id in [file.id for file in services.case_files.files(case_id)]
            elif what == "archived":
                assert known[int(numbers)].stage is Stage.ARCHIVED
        for case in known.values():
            for file in services.case_files.files(case.id):
                assert _pages(services.case_files.view(file.id)) == file.pages
            volumes = services.case_files.volumes(case.id)
            assert bool(volumes) is (case.stage is Stage.ARCHIVED)
            for volume in volumes:
                content = services.case_files.volume(case.id, volume.revision)
                assert _pages(content) == volume.pages
        given = sorted(case.number.sequence for case in known.values() if case.number is not None)
        assert given == list(range(1, len(given) + 1)), "numbers without gaps"


def _pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


MEDIATION = Work(name="mediation", prepare=_prepare, run=_mediate, check=_check, seconds=6.0)
