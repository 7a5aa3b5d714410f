"""Whose files are believed (信任的电脑), and how far each ledger has read ours.

None of it is undone with other steps: the trail says who trusted whom when.
"""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Row

from linli.domain.exchanges import Machine
from linli.domain.machine_keys import MachineKey
from linli.errors import NotFoundError, UserError
from linli.storage.sync_payload import Manifest
from linli.storage.times import shown, stored

_MACHINES = """
SELECT t.id, t.name, t.sign_key, t.seal_key, t.added_at, t.account, t.revoked_at,
  (SELECT max(made) FROM exchange_contact c WHERE c.trusted_id = t.id) AS made,
  (SELECT count(*) FROM exchange_contact c WHERE c.trusted_id = t.id
    AND c.read_machine = (SELECT machine FROM exchange_life ORDER BY id DESC LIMIT 1)) AS has_read
FROM trusted_machine t
"""


def list_machines(connection: Connection) -> list[Machine]:
    """Return all machines that are or were believed, by name."""
    rows = connection.exec_driver_sql(
        f"{_MACHINES} ORDER BY t.revoked_at IS NOT NULL, t.name, t.id"
    )
    return [_machine(row) for row in rows]


def get_machine(connection: Connection, machine_id: int) -> Machine:
    """Return one machine.

    Raises:
        NotFoundError: there is none.
    """
    row = connection.exec_driver_sql(f"{_MACHINES} WHERE t.id = ?", (machine_id,)).one_or_none()
    if row is None:
        raise NotFoundError("这台电脑已经不在名单里，请刷新后再看。")
    return _machine(row)


def add_machine(connection: Connection, key: MachineKey, at: datetime, account: str) -> int:
    """Believe a machine from now on; one that was revoked is believed again.

    Raises:
        UserError: another machine has the name.
    """
    for other in list_machines(connection):
        if other.key.name == key.name and other.key.sign != key.sign and other.revoked_at is None:
            raise UserError(f"已经有一台叫「{key.name}」的电脑，请换一个名字。", "name")
    return int(
        connection.exec_driver_sql(
            "INSERT INTO trusted_machine (name, sign_key, seal_key, added_at, account) "
            "VALUES (?, ?, ?, ?, ?) ON CONFLICT (sign_key) DO UPDATE SET name = excluded.name, "
            "seal_key = excluded.seal_key, added_at = excluded.added_at, "
            "account = excluded.account, revoked_at = NULL RETURNING id",
            (key.name, key.sign, key.seal, stored(at), account),
        ).scalar_one()
    )


def revoke_machine(connection: Connection, machine_id: int, at: datetime) -> Machine:
    """Believe a machine no more.

    Raises:
        NotFoundError: there is none.
    """
    machine = get_machine(connection, machine_id)
    connection.exec_driver_sql(
        "UPDATE trusted_machine SET revoked_at = coalesce(revoked_at, ?) WHERE id = ?",
        (stored(at), machine_id),
    )
    return machine


def check_sender(connection: Connection, sender: bytes, own: bytes, path: Path) -> Machine:
    """Return the machine that signed a file.

    Raises:
        UserError: it is this one, unknown, or no longer believed.
    """
    if sender == own:
        raise UserError(f"「{path.name}」是这台电脑自己做的，不用读入。请拿给对方电脑读。")
    for machine in list_machines(connection):
        if machine.key.sign == sender:
            if machine.revoked_at is not None:
                raise UserError(
                    f"「{path.name}」来自「{machine.key.name}」，这台电脑已不再信任它，没有读取。"
                    "如果要恢复，请重新添加并核对文字。"
                )
            return machine
    raise UserError(
        f"「{path.name}」来自一台没有登记的电脑，没有读取。"
        "请先在「与其他电脑交换」里添加对方电脑，并当面核对文字。"
    )


def note_contact(connection: Connection, machine_id: int, manifest: Manifest, own: str) -> None:
    """Remember what a file says of how far its sender has read ours; the newest file counts."""
    connection.exec_driver_sql(
        "INSERT INTO exchange_contact (machine, trusted_id, made, read_machine, read_entry) "
        "VALUES (?, ?, ?, ?, ?) ON CONFLICT (machine) DO UPDATE SET made = excluded.made, "
        "trusted_id = excluded.trusted_id, read_machine = excluded.read_machine, "
        "read_entry = excluded.read_entry WHERE excluded.made >= exchange_contact.made",
        (
            manifest.machine,
            machine_id,
            manifest.made,
            own if own in manifest.read else None,
            manifest.read.get(own, 0),
        ),
    )


def read_by(connection: Connection, machine_id: int, own: str) -> int:
    """Return up to which journal entry of ours a machine has read all, 0 if that is not known."""
    row = connection.exec_driver_sql(
        "SELECT read_machine, read_entry FROM exchange_contact WHERE trusted_id = ? "
        "ORDER BY made DESC LIMIT 1",
        (machine_id,),
    ).one_or_none()
    return int(row.read_entry) if row is not None and row.read_machine == own else 0


def reads(connection: Connection) -> dict[str, int]:
    """Return up to where the changes of other ledgers are all here."""
    found = connection.exec_driver_sql("SELECT machine, entry FROM exchange_read")
    return {row.machine: row.entry for row in found}


def _machine(row: Row[Any]) -> Machine:
    made = row.made
    return Machine(
        id=row.id,
        key=MachineKey(name=row.name, sign=row.sign_key, seal=row.seal_key),
        added_at=shown(row.added_at),
        account=row.account,
        revoked_at=shown(row.revoked_at) if row.revoked_at else None,
        last_file=None if made is None else moment_shown(made),
        last_read=bool(row.has_read),
    )


def moment_shown(milliseconds: int) -> datetime:
    """Return a moment of the exchange in local time."""
    return datetime.fromtimestamp(milliseconds / 1000, UTC).astimezone()
