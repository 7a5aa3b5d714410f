"""Founding and unlocking a ledger: passwords, recovery, waits, files that are missing or wrong."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD, FixedClock

from linli.domain.accounts import Role
from linli.errors import StorageProblem, UserError, WrongPasswordError
from linli.paths import DataDir
from linli.services import ledger
from linli.services.context import Context, now
from linli.services.history import HistoryService
from linli.services.ledger import create_ledger, unlock, unlock_with_recovery
from linli.storage import files, keyring
from linli.storage.database import Database
from linli.storage.migrations import VERSION
from linli.storage.schema import GridRecord
from linli.storage.settings import get_hall

NEW = "a-new-password"


def _create(data_dir: DataDir, **fields: str) -> ledger.CreatedLedger:
    given = {"community": COMMUNITY, "account": ACCOUNT, "password": PASSWORD, **fields}
    return create_ledger(data_dir, **given, clock=FixedClock(), cost=CHEAP)


@pytest.fixture
def code(data_dir: DataDir) -> str:
    """A ledger founded and closed; its recovery code."""
    created = _create(data_dir)
    created.context.db.close()
    return created.recovery_code


@pytest.fixture
def closed(db: Database, data_dir: DataDir) -> DataDir:
    """A ledger that is closed."""
    db.close()
    return data_dir


def _actions(context: Context) -> list[str]:
    with context.db.reading() as connection:
        return list(
            connection.exec_driver_sql("SELECT action FROM audit_event ORDER BY id").scalars()
        )


def _unlocks(data_dir: DataDir, password: str, clock: FixedClock | None = None) -> bool:
    context = unlock(data_dir, ACCOUNT, password, clock or FixedClock())
    context.db.close()
    return True


# ---- founding -----------------------------------------------------------------------------


def test_a_new_ledger_is_open_signed_in_and_knows_its_community(data_dir: DataDir) -> None:
    context = _create(data_dir, community=" 西河社区 ").context
    assert (context.actor.name, context.actor.role) == (ACCOUNT, Role.ADMINISTRATOR)
    with context.db.reading() as connection:
        assert get_hall(connection).community == COMMUNITY
    assert _actions(context) == ["建立台账", "登录"]
    context.db.close()
    assert sorted(p.name for p in data_dir.root.iterdir()) == ["ledger.db", "ledger.keys"]
    assert ledger.account_names(data_dir) == [ACCOUNT]


@pytest.mark.parametrize(
    ("fields", "said", "field"),
    [
        ({"community": " "}, "请填写社区名称", "community"),
        ({"account": ""}, "请填写账号姓名", "account"),
        ({"password": "1234567"}, "至少要 8 个字符，现在是 7 个", "password"),
    ],
)
def test_what_is_missing_is_said_beside_its_field_and_nothing_is_made(
    data_dir: DataDir, fields: dict[str, str], said: str, field: str
) -> None:
    with pytest.raises(UserError, match=said) as caught:
        _create(data_dir, **fields)
    assert caught.value.field == field
    assert not data_dir.root.exists()


def test_a_second_ledger_in_the_same_folder_is_refused(closed: DataDir) -> None:
    before = closed.database.read_bytes()
    with pytest.raises(UserError, match="已经有一个台账"):
        _create(closed)
    assert closed.database.read_bytes() == before


class _Crash(BaseException):
    """The machine stops."""


def _crash(*_: object) -> None:
    raise _Crash


def test_a_crash_before_the_keyring_leaves_nothing_in_the_way(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(keyring.Keyring, "save", _crash)
        with pytest.raises(_Crash):
            _create(data_dir)
    assert not data_dir.exists()
    _create(data_dir).context.db.close()
    assert _unlocks(data_dir, PASSWORD)


def test_a_crash_after_the_keyring_is_completed_by_the_next_start(
    data_dir: DataDir, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(files, "rename", _crash)
        with pytest.raises(_Crash):
            _create(data_dir)
    assert data_dir.exists()
    assert not data_dir.database.exists()
    assert ledger.account_names(data_dir) == [ACCOUNT]
    assert _unlocks(data_dir, PASSWORD)


# ---- unlocking ----------------------------------------------------------------------------


def test_the_right_password_unlocks_and_is_noted(closed: DataDir, clock: FixedClock) -> None:
    context = unlock(closed, ACCOUNT, PASSWORD, clock)
    assert (context.actor.account_id, context.actor.name) == (1, ACCOUNT)
    assert (context.clock, context.data_dir) == (clock, closed)
    assert _actions(context) == ["建立台账", "登录", "登录"]
    context.db.close()


@pytest.mark.parametrize(
    ("account", "password"), [(ACCOUNT, "wrong-password"), ("李明", PASSWORD), ("", "")]
)
def test_a_wrong_account_or_password_says_the_same(
    closed: DataDir, clock: FixedClock, account: str, password: str
) -> None:
    with pytest.raises(WrongPasswordError) as caught:
        unlock(closed, account, password, clock)
    assert str(caught.value) == "账号或密码不对，请检查大小写和输入法后再试。"
    assert caught.value.wait_seconds == 0


def _fail(data_dir: DataDir, clock: FixedClock, account: str = ACCOUNT) -> WrongPasswordError:
    with pytest.raises(WrongPasswordError) as caught:
        unlock(data_dir, account, "wrong-password", clock)
    return caught.value


def test_after_five_failures_even_the_right_password_waits(
    closed: DataDir, clock: FixedClock
) -> None:
    waits = [_fail(closed, clock).wait_seconds for _ in range(5)]
    assert waits == [0, 0, 0, 0, 30]
    clock.advance(seconds=10)
    with pytest.raises(WrongPasswordError, match="试错次数太多，请等 20 秒后再试") as caught:
        unlock(closed, ACCOUNT, PASSWORD, clock)
    assert caught.value.wait_seconds == 20
    clock.advance(seconds=20)
    assert _unlocks(closed, PASSWORD, clock)
    assert _fail(closed, clock).wait_seconds == 0


def test_failures_are_told_to_the_trail_by_the_next_sign_in(
    closed: DataDir, clock: FixedClock
) -> None:
    for _ in range(3):
        _fail(closed, clock)
    for failed in ({"failed_before": "3"}, {}):
        context = unlock(closed, ACCOUNT, PASSWORD, clock)
        event = HistoryService(context).events(1)[0]
        assert (event.action, event.detail) == ("登录", failed)
        context.db.close()


def test_the_wait_grows_with_each_failure(closed: DataDir, clock: FixedClock) -> None:
    for _ in range(5):
        _fail(closed, clock)
    said = []
    for _ in range(3):
        clock.advance(hours=1)
        said.append(str(_fail(closed, clock)).partition("请等 ")[2])
    assert said == ["1 分钟后再试。", "2 分钟后再试。", "4 分钟后再试。"]


def test_a_wait_that_is_refused_is_not_counted(closed: DataDir, clock: FixedClock) -> None:
    for _ in range(20):
        last = _fail(closed, clock)
    assert last.wait_seconds == 30


def test_the_wait_says_minutes_and_seconds(closed: DataDir, clock: FixedClock) -> None:
    for _ in range(7):
        _fail(closed, clock)
        clock.advance(seconds=60)
    clock.advance(seconds=-50)
    assert str(_fail(closed, clock)) == "试错次数太多，请等 1 分 50 秒后再试。"


def test_unknown_names_share_one_count_and_do_not_delay_the_others(
    closed: DataDir, clock: FixedClock
) -> None:
    waits = [_fail(closed, clock, f"陌生人{n}").wait_seconds for n in range(5)]
    assert waits[-1] == 30
    assert _unlocks(closed, PASSWORD, clock)
    assert "陌生人" not in closed.attempts.read_text("utf-8")


def test_an_account_that_was_closed_is_told_so(
    closed: DataDir, db: Database, clock: FixedClock
) -> None:
    context = unlock(closed, ACCOUNT, PASSWORD, clock)
    with context.writing("停用账号") as work:
        work.connection.exec_driver_sql("UPDATE account SET active = 0")
    context.db.close()
    with pytest.raises(UserError, match="账号「王芳」已停用"):
        unlock(closed, ACCOUNT, PASSWORD, clock)


# ---- recovery and new passwords -------------------------------------------------------------


def test_the_recovery_code_sets_a_new_password(data_dir: DataDir, code: str) -> None:
    typed = code.lower().replace("-", " ")
    context = unlock_with_recovery(data_dir, typed, ACCOUNT, NEW, FixedClock(), CHEAP)
    assert _actions(context)[-3:] == ["使用恢复码登录", "更换密码", "确认恢复码已妥善保存"]
    context.db.close()
    assert _unlocks(data_dir, NEW)
    assert _fail(data_dir, FixedClock()).wait_seconds == 0


def test_recovery_ends_the_wait_for_the_password(data_dir: DataDir, code: str) -> None:
    for _ in range(5):
        waiting = _fail(data_dir, FixedClock())
    assert waiting.wait_seconds
    unlock_with_recovery(data_dir, code, ACCOUNT, NEW, FixedClock(), CHEAP).db.close()
    assert _unlocks(data_dir, NEW)


def test_a_recovery_that_cannot_be_saved_leaves_the_ledger_closed_and_as_it_was(
    data_dir: DataDir, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = []
    close = Database.close
    with monkeypatch.context() as patch:
        patch.setattr(keyring.Keyring, "save", _crash)
        patch.setattr(Database, "close", lambda self: closed.append(close(self)))
        with pytest.raises(_Crash):
            unlock_with_recovery(data_dir, code, ACCOUNT, NEW, FixedClock(), CHEAP)
    assert len(closed) == 1
    assert _unlocks(data_dir, PASSWORD)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"new_password": "short"}, "至少要 8 个字符"),
        ({"account": "李明"}, "没有账号「李明」，现有账号：王芳"),
        ({"code": "7ZK2M"}, "应有 40 个字符"),
    ],
)
def test_a_slip_in_recovery_is_explained_and_not_counted(
    data_dir: DataDir, code: str, wrong: dict[str, str], said: str
) -> None:
    given = {"code": code, "account": ACCOUNT, "new_password": NEW, **wrong}
    for _ in range(6):
        with pytest.raises(UserError, match=said):
            unlock_with_recovery(data_dir, **given, clock=FixedClock())
    assert _unlocks(data_dir, PASSWORD)


def test_a_code_of_another_ledger_is_refused_and_counted(data_dir: DataDir, code: str) -> None:
    from linli.storage.recovery import new_secret, write_code

    other = write_code(new_secret())
    waits = []
    for _ in range(5):
        with pytest.raises(WrongPasswordError, match="不是这个台账的") as caught:
            unlock_with_recovery(data_dir, other, ACCOUNT, NEW, FixedClock())
        waits.append(caught.value.wait_seconds)
    assert waits == [0, 0, 0, 0, 30]
    with pytest.raises(WrongPasswordError, match="请等 30 秒"):
        unlock_with_recovery(data_dir, code, ACCOUNT, NEW, FixedClock())
    assert _unlocks(data_dir, PASSWORD)


def test_a_new_password_replaces_the_old_one(context: Context, data_dir: DataDir) -> None:
    ledger.change_password(context, PASSWORD, NEW, cost=CHEAP)
    assert _actions(context)[-1] == "更换密码"
    context.db.close()
    assert _unlocks(data_dir, NEW)
    _fail(data_dir, FixedClock())


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [("wrong-password", NEW, "原密码不对"), (PASSWORD, "short", "至少要 8 个字符")],
)
def test_a_refused_change_leaves_the_old_password(
    context: Context, data_dir: DataDir, old: str, new: str, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        ledger.change_password(context, old, new, cost=CHEAP)
    context.db.close()
    assert _unlocks(data_dir, PASSWORD)


def test_a_renewed_recovery_code_voids_the_printed_one(data_dir: DataDir) -> None:
    created = _create(data_dir)
    with pytest.raises(WrongPasswordError, match="密码不对"):
        ledger.renew_recovery_code(created.context, "wrong-password")
    renewed = ledger.renew_recovery_code(created.context, PASSWORD)
    assert _actions(created.context)[-1] == "更换恢复码"
    created.context.db.close()
    with pytest.raises(WrongPasswordError):
        unlock_with_recovery(data_dir, created.recovery_code, ACCOUNT, NEW, FixedClock())
    unlock_with_recovery(data_dir, renewed, ACCOUNT, NEW, FixedClock(), CHEAP).db.close()


def test_a_new_ledger_waits_for_the_word_that_its_recovery_code_is_kept(context: Context) -> None:
    assert not ledger.recovery_code_is_kept(context)
    ledger.confirm_recovery_code(context)
    assert ledger.recovery_code_is_kept(context)
    ledger.renew_recovery_code(context, PASSWORD)
    assert not ledger.recovery_code_is_kept(context)


def test_who_opens_with_the_recovery_code_has_kept_it(data_dir: DataDir, code: str) -> None:
    context = unlock_with_recovery(data_dir, code, ACCOUNT, NEW, FixedClock(), CHEAP)
    assert ledger.recovery_code_is_kept(context)
    context.db.close()


def test_the_word_about_the_recovery_code_cannot_be_undone(context: Context) -> None:
    ledger.confirm_recovery_code(context)
    assert HistoryService(context).state().undo is None


def test_a_ledger_that_was_never_asked_counts_as_kept(context: Context) -> None:
    with context.writing("旧台账", undoable=False) as work:
        work.connection.exec_driver_sql("DELETE FROM setting WHERE key = 'recovery_code_kept'")
    assert ledger.recovery_code_is_kept(context)


# ---- files that are missing or wrong ----------------------------------------------------------


def _say(data_dir: DataDir) -> str:
    with pytest.raises(UserError) as caught:
        unlock(data_dir, ACCOUNT, PASSWORD, FixedClock())
    return str(caught.value)


def test_no_ledger_at_all_is_said_so(data_dir: DataDir) -> None:
    assert "还没有台账，请先建立一个" in _say(data_dir)


def test_a_ledger_without_its_keyring_is_explained(closed: DataDir) -> None:
    closed.keyring.unlink()
    said = _say(closed)
    assert "找不到钥匙文件" in said
    assert "最近的备份" in said


def test_a_keyring_without_its_ledger_is_explained(closed: DataDir) -> None:
    closed.database.unlink()
    said = _say(closed)
    assert "找不到台账文件" in said
    assert "最近的备份" in said
    assert not closed.database.exists()


def test_the_keyring_of_another_ledger_is_explained(closed: DataDir, tmp_path: Path) -> None:
    other = DataDir(tmp_path / "other")
    _create(other).context.db.close()
    shutil.copy(other.keyring, closed.keyring)
    assert "请确认 ledger.db 与 ledger.keys 是同一套" in _say(closed)


def test_an_empty_ledger_file_is_explained(closed: DataDir) -> None:
    closed.database.write_bytes(b"")
    assert "是空的。请从备份" in _say(closed)


def test_a_truncated_ledger_is_explained(closed: DataDir) -> None:
    os.truncate(closed.database, 1000)
    assert "已经损坏" in _say(closed)


def test_a_ledger_of_a_newer_version_is_explained_and_untouched(
    data_dir: DataDir, db: Database
) -> None:
    with db.structure() as connection:
        connection.exec_driver_sql(f"PRAGMA user_version={VERSION + 1}")
    db.close()
    before = data_dir.database.read_bytes()
    assert f"第 {VERSION + 1} 版" in _say(data_dir)
    assert data_dir.database.read_bytes() == before


@pytest.fixture
def public(closed: DataDir) -> Iterator[DataDir]:
    """The closed ledger in a folder that any user of the machine can reach."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        copy = DataDir(Path(folder) / "ledger")
        shutil.copytree(closed.root, copy.root)
        yield copy
        copy.root.chmod(0o755)


@pytest.fixture
def nobody(public: DataDir) -> Iterator[DataDir]:
    """The ledger as a user sees it who may read it but not write: root is bound by no rule."""
    _unlocks(public, PASSWORD)  # so that every module is loaded before rights are given up
    for path in public.root.iterdir():
        path.chmod(0o444)
    public.root.chmod(0o555)
    if os.geteuid() != 0:
        yield public
        return
    os.seteuid(65534)
    try:
        yield public
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights of files work otherwise on Windows")
def test_a_ledger_in_a_read_only_folder_can_only_be_looked_at(nobody: DataDir) -> None:
    context = unlock(nobody, ACCOUNT, PASSWORD)
    assert context.db.damage() == []
    said = str(context.db.refusal)
    context.db.close()
    assert said.startswith(f"不能写入台账所在的文件夹「{nobody.root}」，现在只能查看")
    assert "请检查它是否设成了只读" in said


@pytest.mark.skipif(os.name == "nt", reason="rights of files work otherwise on Windows")
def test_a_folder_that_cannot_be_made_is_explained(nobody: DataDir) -> None:
    with pytest.raises(StorageProblem, match="不能写入"):
        _create(DataDir(nobody.root / "new"))


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 256 KiB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", str(folder)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, capture_output=True, check=False).returncode
    ):
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_founding_on_a_full_disk_is_explained_and_leaves_no_ledger(tiny_disk: Path) -> None:
    data_dir = DataDir(tiny_disk / "ledger")
    with pytest.raises(StorageProblem, match="磁盘已满"):
        _create(data_dir)
    assert not data_dir.exists()


# ---- checking ---------------------------------------------------------------------------------


def test_verify_counts_what_is_there(context: Context) -> None:
    with context.writing("添加网格") as work:
        work.session.add(GridRecord(number="1", name="东"))
    report = ledger.verify(context)
    assert report.problems == ()
    assert report.counts.grids == 1


def test_verify_finds_damage_and_tampering(context: Context) -> None:
    with context.db.structure() as connection:
        connection.exec_driver_sql("DROP TRIGGER keep_audit_event_update")
        connection.exec_driver_sql("UPDATE audit_event SET account = '李明' WHERE id = 1")
        connection.exec_driver_sql("DROP TRIGGER journal_dwelling_insert")
        connection.exec_driver_sql(
            "INSERT INTO dwelling (version, address_key, building_key, sort_key, grid_id) "
            "VALUES (1, '', '', '', 99)"
        )
    problems = ledger.verify(context).problems
    assert problems[0] == "台账里有互相对不上的记录。"
    assert "审计记录第 1 条被改动过。" in problems


# ---- start-up ---------------------------------------------------------------------------------


def test_the_unlock_window_needs_no_heavy_library(closed: DataDir) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from linli.paths import DataDir; from linli.services import context, ledger\n"
        "print(ledger.account_names(DataDir(Path(sys.argv[1]))))\n"
        "print([m for m in ('sqlalchemy', 'sqlcipher3', 'alembic') if m in sys.modules])\n"
    )
    source = Path(ledger.__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code, str(closed.root)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(source), "PYTHONIOENCODING": "utf-8"},
    )
    assert done.stdout.splitlines() == [f"['{ACCOUNT}']", "[]"]


def test_the_clock_tells_local_time() -> None:
    assert now().tzinfo is not None
