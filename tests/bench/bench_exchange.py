"""Exchange between machines: how long writing, previewing and taking in a street's file take.

Run on demand: `python -m pytest tests/bench/bench_exchange.py -s`; `PEOPLE=10000` before it for
fewer people. Times are of the processor and depend on the machine. What to compare with is a naive
program that takes the same file in record by record: one question for the record,
one statement to write it, one for the name it goes by. It merges, checks and indexes nothing.
"""

import os
import resource
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from time import process_time

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD
from support.machines import Machine

from linli.paths import DataDir
from linli.services.container import open_services
from linli.services.ledger import create_ledger
from linli.storage.keyring import Keyring
from linli.storage.sync_file import open_sealed
from linli.storage.sync_identity import find_own
from linli.storage.sync_payload import read_payload, read_photos
from linli.storage.sync_tables import sent_tables

PEOPLE = int(os.environ.get("PEOPLE", "70000"))
MOST_OF_NAIVE = 0.6


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[list[Machine]]:
    """A machine with a street, one with nobody, and a copy of that for the naive program."""
    made = []
    for name, people in (("street", PEOPLE), ("empty", 0)):
        folder = DataDir(tmp_path / name)
        created = create_ledger(
            folder, community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
        )
        if people:
            open_services(created.context).sample.create(people)
        created.context.db.close()
        key = Keyring.load(folder.keyring).open_with_password(ACCOUNT, PASSWORD)
        made.append(Machine(name, folder, key, tmp_path))
    made[0].trust(made[1:])
    made[1].trust(made[:1])
    yield made
    for machine in made:
        machine.db.close()


@pytest.mark.timeout(3600)
def test_a_street_is_taken_in_sooner_than_by_a_naive_program(machines: list[Machine]) -> None:
    street, empty = machines
    path, _ = _timed("written", lambda: street.write(empty))
    naive_folder = path.parent / "naive"
    shutil.copytree(empty.data_dir.root, naive_folder)
    _timed("previewed", lambda: empty.preview(path))
    _, seconds = _timed("taken in", lambda: empty.read(path))
    _timed("read again, nothing new", lambda: empty.read(path))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"peak of memory so far: {peak:.0f} MiB")
    assert empty.services.residents.counts().residents == PEOPLE
    naive = Machine("naive", DataDir(naive_folder), empty.key, path.parent)
    try:
        _, naive_seconds = _timed("by a naive program", lambda: _take_in_naively(naive, path))
        assert naive.services.residents.counts().residents == PEOPLE
    finally:
        naive.db.close()
    assert seconds < MOST_OF_NAIVE * naive_seconds


def _timed(what: str, work: Callable[[], object]) -> tuple[object, float]:
    begun = process_time()
    result = work()
    seconds = process_time() - begun
    print(f"{PEOPLE:,} people, {what}: {seconds:.1f} s")
    return result, seconds


def _take_in_naively(machine: Machine, path: Path) -> None:
    """Write each record by itself, asking first whether it is there."""
    with machine.db.reading() as connection:
        own = find_own(connection)
    file = open_sealed(path, own.seal_key, lambda _: None)
    payload = read_payload(file)
    ids: dict[tuple[str, tuple[str, int]], int] = {}
    with machine.context.writing("读入") as work:
        connection = work.connection
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        for photo in read_photos(file):
            connection.exec_driver_sql(
                "INSERT INTO photo (digest, media_type, content) VALUES (?, ?, ?)", photo
            )
        for sent in sent_tables().values():
            for received in payload.rows[sent.name]:
                name = received.names[0]
                connection.exec_driver_sql(
                    "SELECT row_id FROM exchange_row "
                    "WHERE table_name = ? AND machine = ? AND number = ?",
                    (sent.name, *name),
                ).first()
                row = {
                    column: ids.get((sent.refers[column], value))
                    if column in sent.refers
                    else value
                    for field, columns in sent.fields.items()
                    for column, value in zip(columns, received.row.fields[field].value, strict=True)
                }
                if "version" in sent.table.columns:
                    row["version"] = 1
                marks = ", ".join(f":{column}" for column in row)
                found = connection.exec_driver_sql(
                    f"INSERT INTO {sent.name} ({', '.join(row)}) VALUES ({marks}) RETURNING id",
                    row,
                )
                ids[sent.name, name] = found.scalar_one()
                connection.exec_driver_sql(
                    "INSERT INTO exchange_row (table_name, row_id, machine, number, version, gone)"
                    " VALUES (?, ?, ?, ?, '', '')",
                    (sent.name, ids[sent.name, name], *name),
                )
