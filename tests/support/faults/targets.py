"""What reads files that others wrote or a disk has spoilt: only a `UserError` may come out."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import xlwt
from support.faults import exchanging
from support.faults.bases import PEOPLE, found, opened
from support.ledgers import ACCOUNT, PASSWORD
from support.open_documents import row, save_ods
from support.sheets import TODAY, save_xlsx
from support.street import HEADS, save_street, street_rows

from linli.errors import UserError
from linli.exchange.planning import propose_plan
from linli.exchange.reading import read_batch
from linli.exchange.workbooks import open_workbook
from linli.paths import DataDir
from linli.services import restores
from linli.services.container import open_services
from linli.services.ledger import account_names, unlock, verify
from linli.services.restores import Secret
from linli.storage import attempts, backup_state
from linli.storage.keyring import Keyring

_ROWS = 12


@dataclass(frozen=True, kw_only=True)
class Target:
    """A kind of file and what reads it.

    Attributes:
        name: for the figures.
        make: writes a right file and returns it; called once in a folder of its own.
        read: reads the file at the same place, mutated; the folder is the same again.
        share: how many of the wanted mutations it gets, in parts of all shares.
    """

    name: str
    make: Callable[[Path], Path]
    read: Callable[[Path], object]
    share: int = 1


def _rows() -> list[list[str]]:
    people = street_rows()
    return [list(HEADS), *(list(next(people)) for _ in range(_ROWS))]


def _xlsx(folder: Path) -> Path:
    return save_xlsx(folder / "台账.xlsx", {"第一网格": _rows()}, {"第一网格": ["A2:A3"]})


def _xls(folder: Path) -> Path:
    book = xlwt.Workbook()
    sheet = book.add_sheet("第一网格")
    for number, line in enumerate(_rows()):
        for column, text in enumerate(line):
            sheet.write(number, column, text)
    book.save(str(folder / "台账.xls"))
    return folder / "台账.xls"


def _ods(folder: Path) -> Path:
    save_ods(folder / "台账.ods", *(row(*line) for line in _rows()))
    return folder / "台账.ods"


def _csv(folder: Path) -> Path:
    return save_street(folder / "台账.csv", _ROWS)


def _gb(folder: Path) -> Path:
    path = folder / "台账.txt"
    path.write_bytes("\r\n".join("\t".join(line) for line in _rows()).encode("gb18030"))
    return path


def _read_workbook(path: Path) -> object:
    source = open_workbook(path)
    return read_batch(source, propose_plan(source), community="西河社区", today=TODAY)


def _template(folder: Path) -> Path:
    found(folder / "ledger")
    with_services = open_services(unlock(DataDir(folder / "ledger"), ACCOUNT, PASSWORD))
    templates = with_services.templates
    own, _ = templates.duplicate(templates.list_all()[0].kind.id, "本社区联系卡")
    templates.export_file(own, folder / "card.linli-card")
    with_services.context.db.close()
    return folder / "card.linli-card"


def _read_template(path: Path) -> object:
    services = open_services(unlock(DataDir(path.parent / "ledger"), ACCOUNT, PASSWORD))
    try:
        return services.templates.import_file(path)
    finally:
        services.context.db.close()


def _backup(folder: Path) -> Path:
    found(folder / "ledger")
    services = open_services(unlock(DataDir(folder / "ledger"), ACCOUNT, PASSWORD))
    info = services.backups.make("手动备份")
    services.context.db.close()
    return info.path


def _read_backup(path: Path) -> object:
    """List it and look into it beside an open ledger, then let it take the ledger's place."""
    folder = path.parents[1]
    with opened(folder) as services:
        listed = services.backups.list_all()
    names = restores.accounts_in(path)
    secret = Secret(account=ACCOUNT, text=PASSWORD)
    report = restores.check_file(path, secret)
    assert report.problems == ()
    prepared = restores.prepare(DataDir(folder), path, secret)
    restores.switch(DataDir(folder), prepared)
    with opened(folder) as services:
        assert services.residents.counts().residents == PEOPLE
    return listed, names


def _sent(folder: Path) -> Path:
    exchanging.prepare(folder)
    return folder / exchanging.SENT_FILE


def _sent_lines(folder: Path) -> Path:
    exchanging.prepare(folder)
    return folder / exchanging.LINES


def _take_in(path: Path) -> object:
    """Only all of what was sent, or nothing."""
    with opened(path.parent / exchanging.LEDGER) as services:
        try:
            preview = services.exchange_files.preview(path)
            services.exchange_files.apply(path)
        except UserError:
            assert exchanging.is_as_before(path.parent, services)
            raise
        assert exchanging.is_taken_in(path.parent, services)
        return preview


def _take_in_lines(path: Path) -> object:
    """What is rightly signed may say anything, but leaves the ledger sound or as it was."""
    sent = exchanging.seal_anew(path)
    with opened(path.parent / exchanging.LEDGER) as services:
        try:
            services.exchange_files.preview(sent)
            services.exchange_files.apply(sent)
        except UserError:
            assert exchanging.is_as_before(path.parent, services)
            raise
        assert verify(services.context).problems == ()
        taken = exchanging.content(services)
        services.exchange_files.apply(sent)
        assert exchanging.content(services) == taken
        return taken


def _ledger(folder: Path) -> Path:
    found(folder / "ledger")
    return folder / "ledger"


def _keyring(folder: Path) -> Path:
    return _ledger(folder) / "ledger.keys"


def _read_keyring(path: Path) -> object:
    account_names(DataDir(path.parent))
    ring = Keyring.load(path)
    ring.open_with_recovery(bytes(20))
    return unlock(DataDir(path.parent), ACCOUNT, PASSWORD).db.close()


def _database(folder: Path) -> Path:
    return _ledger(folder) / "ledger.db"


def _log(folder: Path) -> Path:
    """A ledger as a kill leaves it: the newest commits are in the log alone."""
    ledger = _ledger(folder / "whole")
    context = unlock(DataDir(ledger), ACCOUNT, PASSWORD)
    open_services(context).drafts.keep("form", "typed " * 3000)
    shutil.copytree(ledger, folder / "ledger")
    context.db.close()
    return folder / "ledger" / "ledger.db-wal"


def _open_ledger(path: Path) -> object:
    context = unlock(DataDir(path.parent), ACCOUNT, PASSWORD)
    try:
        services = open_services(context)
        return verify(context), services.residents.counts(), services.residents.find_ids("张")
    finally:
        context.db.close()


def _attempts(folder: Path) -> Path:
    path = _ledger(folder) / "attempts.json"
    path.write_text('{"王芳": [2, "2026-11-23T01:00:00.000+00:00", 2]}', encoding="utf-8")
    return path


def _backup_state(folder: Path) -> Path:
    data_dir = DataDir(_ledger(folder))
    backup_state.update(data_dir, failed="磁盘已满。")
    return next(p for p in data_dir.root.rglob("*.json") if "磁盘已满" in p.read_text("utf-8"))


def _read_small(path: Path) -> object:
    """Small files of no weight must never keep anybody out."""
    tally = attempts.Attempts(path, "王芳")
    with_ledger = path.parent if (path.parent / "ledger.db").exists() else path.parents[1]
    backup_state.load(DataDir(with_ledger))
    return tally.failures(), tally.unreported(path), tally.is_whole(path)


TARGETS: tuple[Target, ...] = (
    Target(name="xlsx", make=_xlsx, read=_read_workbook, share=6),
    Target(name="xls", make=_xls, read=_read_workbook, share=6),
    Target(name="ods", make=_ods, read=_read_workbook, share=6),
    Target(name="csv", make=_csv, read=_read_workbook, share=3),
    Target(name="gb18030", make=_gb, read=_read_workbook, share=3),
    Target(name="template", make=_template, read=_read_template, share=6),
    Target(name="backup", make=_backup, read=_read_backup, share=2),
    Target(name="exchange", make=_sent, read=_take_in, share=4),
    Target(name="exchange lines", make=_sent_lines, read=_take_in_lines, share=4),
    Target(name="keyring", make=_keyring, read=_read_keyring, share=4),
    Target(name="ledger", make=_database, read=_open_ledger, share=2),
    Target(name="log", make=_log, read=_open_ledger, share=2),
    Target(name="attempts", make=_attempts, read=_read_small, share=1),
    Target(name="backup state", make=_backup_state, read=_read_small, share=1),
)
