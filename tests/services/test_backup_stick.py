"""The backup stick: chosen once, known again, never another one, whole backups only."""

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest
from support.kills import killed_at
from support.ledgers import ACCOUNT, PASSWORD

from linli.domain.accounts import Role
from linli.domain.backups import BackupPolicy, Drive, KeepRule
from linli.errors import NotAllowedError, StorageProblem, UserError
from linli.progress import Cancelled, Progress
from linli.services import restores
from linli.services.backups import BackupService
from linli.services.context import Context
from linli.services.restores import Secret
from linli.storage import archive, backup, drives, stick
from linli.storage.schema import GridRecord

ROOM = 1 << 40


@pytest.fixture
def plugged(monkeypatch, tmp_path) -> list[Drive]:
    """The drives that are plugged in; one at first."""
    root = tmp_path / "media" / "红盘"
    root.mkdir(parents=True)
    found = [Drive(root=root, name="红盘", free=ROOM)]
    monkeypatch.setattr(drives, "removable", lambda: list(found))
    return found


@pytest.fixture
def backups(context: Context) -> BackupService:
    return BackupService(context)


@pytest.fixture
def chosen(backups: BackupService, plugged: list[Drive]) -> Path:
    """The folder of backups on the chosen stick."""
    backups.choose_stick(plugged[0], "红盘")
    return plugged[0].root / stick.FOLDER


def add_grid(context: Context, number: str) -> None:
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number=number, name=number))


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_stick_gets_the_newest_backup_and_words_how_to_restore(
    context: Context, backups: BackupService, chosen: Path
) -> None:
    assert backups.stick_status().behind
    info = backups.make("每日备份")
    carried = backups.copy_to_stick()
    assert carried is not None
    assert carried.path.read_bytes() == info.path.read_bytes()
    assert names(chosen) == sorted([info.name, "linli-stick.json", "怎样恢复.txt"])
    status = backups.stick_status()
    assert (status.name, status.root, status.at) == ("红盘", chosen.parent, context.clock())
    assert not status.behind
    assert backups.list_on(chosen.parent) == [carried]
    secret = Secret(account=ACCOUNT, text=PASSWORD)
    assert restores.check_file(carried.path, secret, clock=context.clock).problems == ()


def test_a_changed_ledger_gets_a_new_backup_first(
    context: Context, backups: BackupService, chosen: Path
) -> None:
    first = backups.copy_to_stick()
    assert backups.copy_to_stick() == first
    add_grid(context, "1")
    assert backups.copy_to_stick(fresh=False) == first
    second = backups.copy_to_stick()
    assert second.head > first.head
    assert second.reason == "插入备份盘"


def test_another_stick_is_never_written_to(
    context: Context, backups: BackupService, plugged: list[Drive], chosen: Path, tmp_path: Path
) -> None:
    other = tmp_path / "media" / "蓝盘"
    other.mkdir()
    plugged[:] = [Drive(root=other, name="红盘", free=ROOM)]
    assert backups.stick_status().root is None
    assert backups.copy_to_stick() is None
    info = backups.make("每日备份")
    with pytest.raises(StorageProblem, match="不是选定的备份盘"):
        stick.carry(info, other, "number", KeepRule(), context.clock(), backup.never)
    assert list(other.iterdir()) == []


def test_the_stick_is_known_at_another_place(
    backups: BackupService, plugged: list[Drive], chosen: Path, tmp_path: Path
) -> None:
    place = tmp_path / "media" / "E"
    chosen.parent.rename(place)
    plugged[:] = [Drive(root=place, name="E", free=ROOM)]
    assert backups.copy_to_stick().path.is_relative_to(place)


def test_a_stick_keeps_its_number_when_chosen_by_a_second_machine(
    backups: BackupService, plugged: list[Drive], chosen: Path
) -> None:
    number = stick.number_of(chosen.parent)
    backups.choose_stick(plugged[0], "红盘")
    assert stick.number_of(chosen.parent) == number != ""


def test_a_stick_that_is_given_up_is_left_alone(backups: BackupService, chosen: Path) -> None:
    backups.forget_stick()
    assert backups.stick_status().name == ""
    assert backups.copy_to_stick() is None


def test_choosing_takes_a_right_and_a_name(
    context: Context, backups: BackupService, plugged: list[Drive]
) -> None:
    reader = BackupService(replace(context, actor=replace(context.actor, role=Role.READER)))
    with pytest.raises(NotAllowedError):
        reader.choose_stick(plugged[0], "红盘")
    with pytest.raises(UserError, match="起个名字"):
        backups.choose_stick(plugged[0], "  ")


def test_the_keep_rule_holds_on_the_stick_and_only_for_this_ledger(
    context: Context, backups: BackupService, chosen: Path
) -> None:
    backups.save_policy(BackupPolicy(keep=KeepRule(days=1, weeks=1, months=1)))
    first = backups.copy_to_stick()
    foreign = chosen / f"别的社区{archive.SUFFIX}"
    photo = chosen / "照片.jpg"
    photo.write_bytes(b"x")
    foreign.write_bytes(first.path.read_bytes().replace(context.db.identity().encode(), b"0" * 16))
    for number in range(4):
        context.clock.advance(minutes=1)
        add_grid(context, str(number))
        last = backups.copy_to_stick()
    left = [each.path.name for each in backups.list_on(chosen.parent)]
    assert last.name in left
    assert first.name not in left
    assert {foreign, photo} <= set(chosen.iterdir())
    assert len(left) == 4  # two of the rule, the one just written, the other ledger's


def test_a_full_stick_loses_its_oldest_and_never_the_last(
    context: Context, backups: BackupService, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = []
    for number in range(3):
        context.clock.advance(days=1)
        add_grid(context, str(number))
        kept.append(backups.copy_to_stick())
    size = sum(each.size for each in kept)

    def free(folder: Path) -> int:
        used = sum(each.stat().st_size for each in folder.glob(f"*{archive.SUFFIX}"))
        return size + stick._SPARE - used

    monkeypatch.setattr(stick, "_free", free)
    context.clock.advance(days=1)
    add_grid(context, "9")
    fourth = backups.copy_to_stick()
    left = [each.serial for each in backups.list_on(chosen.parent)]
    assert left == [fourth.serial, kept[2].serial]
    monkeypatch.setattr(stick, "_free", lambda folder: 0)
    add_grid(context, "10")
    with pytest.raises(StorageProblem, match="空间不够"):
        backups.copy_to_stick()
    assert [each.serial for each in backups.list_on(chosen.parent)] == [fourth.serial]
    assert "空间不够" in backups.stick_status().failed


def test_a_stick_pulled_while_writing_keeps_whole_backups_and_is_said_so(
    context: Context,
    backups: BackupService,
    plugged: list[Drive],
    chosen: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = backups.copy_to_stick()
    add_grid(context, "1")
    away = tmp_path / "pocket"

    def pulled(source, sink, stop):
        sink.write(source.read(5000))
        if not away.exists():
            chosen.parent.rename(away)
        raise OSError(errno.EIO, "gone")

    with monkeypatch.context() as patch:
        backups.make("每日备份")
        patch.setattr(archive, "_pour", pulled)
        with pytest.raises(StorageProblem, match="拔出了"):
            backups.copy_to_stick(fresh=False)
    assert "拔出了" in backups.stick_status().failed
    away.rename(chosen.parent)
    assert backups.list_on(chosen.parent) == [first]
    assert backups.copy_to_stick().head > first.head
    assert [p for p in names(chosen) if p.endswith(".partial")] == []
    assert backups.stick_status().failed == ""


def test_a_stick_that_forgets_what_was_written_is_refused(
    backups: BackupService, chosen: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make("每日备份")

    def forget(path: Path) -> None:
        path.write_bytes(path.read_bytes()[:-1] + b"\1")

    monkeypatch.setattr("linli.storage.files.forget_cached", forget)
    with pytest.raises(StorageProblem, match="读出来不一样"):
        backups.copy_to_stick(fresh=False)
    assert backups.list_on(chosen.parent) == []


def test_copying_can_be_broken_off(backups: BackupService, chosen: Path) -> None:
    backups.make("每日备份")
    with pytest.raises(Cancelled):
        backups.copy_to_stick(Progress(is_cancelled=lambda: True), fresh=False)
    assert backups.list_on(chosen.parent) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
def test_killed_at_any_step_of_copying_the_stick_holds_whole_backups(
    context: Context, backups: BackupService, chosen: Path
) -> None:
    first = backups.copy_to_stick()
    add_grid(context, "1")
    info = backups.make("每日备份")
    root, number = chosen.parent, stick.number_of(chosen.parent)

    def copy() -> None:
        stick.carry(info, root, number, KeepRule(), context.clock(), backup.never)

    for step in range(100):
        code = killed_at(step, root, copy)
        found = backups.list_on(root)
        assert all(each.is_good for each in found)
        assert first.serial in {each.serial for each in found}
        if code == 0:
            break
    assert [each.serial for each in found] == [info.serial, first.serial]
