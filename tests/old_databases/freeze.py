"""Freeze a ledger of today's version, as every release leaves one behind.

    PYTHONPATH=desktop:tests python tests/old_databases/freeze.py

writes `vN/` beside this file, N being the version: the ledger, its keyring (password and cost as in
`support/ledgers.py`, so that tests are quick) and `expected.json`. It is run once, when the tables
of a version are final; `tests/storage/test_old_databases.py` says when it has to be run again.
All people are made up.
"""

import json
import shutil
import tempfile
from dataclasses import asdict, replace
from pathlib import Path

from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD, FixedClock

from linli.domain.paper import PaperSetup, single_sheet
from linli.domain.residents import ResidentFilter, ResidentSort
from linli.paths import DataDir
from linli.services.container import open_services
from linli.services.ledger import create_ledger, verify
from linli.services.sample import SampleService
from linli.storage.migrations import VERSION

_PEOPLE = 120


def freeze(target: Path) -> None:
    """Found a ledger, do a little of everything in it, and keep its files in `target`."""
    with tempfile.TemporaryDirectory() as folder:
        data_dir = DataDir(Path(folder))
        context = create_ledger(
            data_dir,
            community=COMMUNITY,
            account=ACCOUNT,
            password=PASSWORD,
            clock=FixedClock(),
            cost=CHEAP,
        ).context
        SampleService(context).create(_PEOPLE)
        services = open_services(context)
        first, second, third, *_ = services.residents.list_ids(ResidentFilter(), ResidentSort.NAME)
        person = services.residents.get(first)
        services.residents.update(
            first, replace(person.facts, note="冻结前的备注"), version=person.version
        )
        services.residents.recycle([second])
        kind = services.cards.kinds()[0]
        setup = PaperSetup(sheet=single_sheet(kind.sizes[0]))
        services.cards.issue(services.cards.prepare([third], kind.id), setup)
        services.residents.move_out([third], context.clock().date())
        services.history.undo()
        redo = services.history.state().redo
        report = verify(context)
        expected = {
            "problems": report.problems,
            "counts": asdict(report.counts),
            "edited": {"id": first, "name": person.facts.name, "note": "冻结前的备注"},
            "redo": redo.action if redo else None,
        }
        context.db.close()
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir()
        for path in (data_dir.database, data_dir.keyring):
            shutil.copy(path, target)
    text = json.dumps(expected, ensure_ascii=False, indent=1)
    (target / "expected.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    freeze(Path(__file__).parent / f"v{VERSION}")
