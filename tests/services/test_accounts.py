"""Accounts: who gets in, with which password; what a crash between keyring and ledger leaves."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from support.ledgers import ACCOUNT, CHEAP, PASSWORD, FixedClock

from linli.domain.accounts import Actor, Role
from linli.domain.passwords import PasswordRules
from linli.domain.settings import SafetyRules
from linli.errors import NotAllowedError, PasswordDueError, UserError, WrongPasswordError
from linli.paths import DataDir
from linli.services import ledger
from linli.services.accounts import AccountService
from linli.services.context import Context
from linli.services.history import HistoryService
from linli.services.ledger import unlock
from linli.services.settings import SettingsService
from linli.storage import accounts as stored_accounts
from linli.storage.keyring import Keyring

MING, FIRST, OWN = "李明", "first-pass-2026", "Ming-2026-x"


@pytest.fixture
def service(context: Context) -> AccountService:
    return AccountService(context, CHEAP)


@pytest.fixture
def ming(service: AccountService) -> int:
    """An account 李明, a clerk, who has not signed in yet."""
    service.add(MING, FIRST, PASSWORD, Role.CLERK)
    return service.find(MING).account_id


@pytest.fixture
def enter(data_dir: DataDir, clock: FixedClock) -> Iterator[Callable[..., Context]]:
    """Sign in; what was opened is closed after the test."""
    opened: list[Context] = []

    def sign_in(name: str, password: str, new: str | None = None) -> Context:
        opened.append(unlock(data_dir, name, password, clock, new_password=new, cost=CHEAP))
        return opened[-1]

    yield sign_in
    for context in opened:
        context.db.close()


def _actions(context: Context, last: int) -> list[str]:
    return [event.action for event in reversed(HistoryService(context).events(last))]


# ---- a new account --------------------------------------------------------------------------


def test_a_new_account_has_the_least_rights_and_must_change_its_password(
    service: AccountService, enter: Callable[..., Context]
) -> None:
    service.add("赵丽", FIRST, PASSWORD)
    found = service.find("赵丽")
    assert (found.role, found.must_change, found.signed_in_at) == (Role.READER, True, None)
    with pytest.raises(PasswordDueError, match="只能用一次"):
        enter("赵丽", FIRST)
    assert enter("赵丽", FIRST, OWN).actor.role is Role.READER
    assert enter("赵丽", OWN).actor.name == "赵丽"
    with pytest.raises(WrongPasswordError):
        enter("赵丽", FIRST)


def test_nobody_shares_a_password_and_the_key_is_the_same(ming: int, data_dir: DataDir) -> None:
    ring = Keyring.load(data_dir.keyring)
    key = ring.open_with_password(MING, FIRST)
    assert key is not None
    assert key == ring.open_with_password(ACCOUNT, PASSWORD)
    assert ring.open_with_password(MING, PASSWORD) is None


@pytest.mark.parametrize(
    ("name", "password", "own", "said"),
    [
        (" ", FIRST, PASSWORD, "请填写账号姓名"),
        ("王" * 31, FIRST, PASSWORD, "最多 30 个字"),
        (ACCOUNT, FIRST, PASSWORD, "已经有账号「王芳」"),
        (MING, "short", PASSWORD, "至少要 8 个字符"),
        (MING, FIRST, "wrong-password", "您自己的密码不对"),
    ],
)
def test_what_is_wrong_is_said_and_there_is_no_new_account(
    service: AccountService, data_dir: DataDir, name: str, password: str, own: str, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        service.add(name, password, own)
    assert [account.name for account in service.list_all()] == [ACCOUNT]
    assert Keyring.load(data_dir.keyring).account_names() == [ACCOUNT]


def test_only_an_administrator_keeps_accounts(ming: int, enter: Callable[..., Context]) -> None:
    clerk = AccountService(enter(MING, FIRST, OWN), CHEAP)
    with pytest.raises(NotAllowedError, match="窗口人员不能新增账号，请找管理员"):
        clerk.add("赵丽", FIRST, OWN)
    with pytest.raises(NotAllowedError):
        ledger.renew_recovery_code(enter(MING, OWN), OWN)


# ---- changes --------------------------------------------------------------------------------


def test_a_role_is_changed_on_record_and_cannot_be_undone(
    service: AccountService, ming: int, context: Context, enter: Callable[..., Context]
) -> None:
    service.change_role(ming, Role.AUDITOR)
    assert enter(MING, FIRST, OWN).actor.role is Role.AUDITOR
    assert "权限变更：账号「李明」由窗口人员改为审计员" in _actions(context, 4)
    assert HistoryService(context).state().undo is None


def test_a_reset_password_ends_a_wait_and_must_be_changed(
    service: AccountService, ming: int, enter: Callable[..., Context]
) -> None:
    for _ in range(5):
        with pytest.raises(WrongPasswordError):
            enter(MING, "forgotten")
    service.reset_password(ming, "second-pass-2026", PASSWORD)
    with pytest.raises(PasswordDueError):
        enter(MING, "second-pass-2026")
    assert enter(MING, "second-pass-2026", OWN).actor.name == MING


def test_the_own_password_is_not_reset_but_changed(service: AccountService) -> None:
    with pytest.raises(UserError, match="这是您自己的账号"):
        service.reset_password(1, FIRST, PASSWORD)


def test_a_retired_account_is_out_and_can_come_back(
    service: AccountService, ming: int, data_dir: DataDir, enter: Callable[..., Context]
) -> None:
    service.retire(ming)
    assert not service.find(MING).may_sign_in
    assert ledger.account_names(data_dir) == [ACCOUNT]
    with pytest.raises(WrongPasswordError):
        enter(MING, FIRST)
    for again in (service.retire, lambda n: service.reset_password(n, OWN, PASSWORD)):
        with pytest.raises(UserError, match="停用"):
            again(ming)
    with pytest.raises(UserError, match="已停用，可以恢复使用"):
        service.add(MING, FIRST, PASSWORD)
    service.reinstate(ming, "back-again-2026", PASSWORD)
    with pytest.raises(UserError, match="没有停用"):
        service.reinstate(ming, "back-again-2027", PASSWORD)
    assert enter(MING, "back-again-2026", OWN).actor.account_id == ming


def test_the_last_administrator_who_can_sign_in_stays_one(
    service: AccountService, ming: int, data_dir: DataDir
) -> None:
    for leave in (service.retire, lambda n: service.change_role(n, Role.CLERK)):
        with pytest.raises(UserError, match="最后一个能登录的管理员"):
            leave(1)
    service.change_role(ming, Role.ADMINISTRATOR)
    Keyring.load(data_dir.keyring).without(MING).save(data_dir.keyring)
    with pytest.raises(UserError, match="最后一个能登录的管理员"):
        service.retire(1)
    service.reset_password(ming, "second-pass-2026", PASSWORD)
    service.retire(1)
    assert ledger.account_names(data_dir) == [MING]


# ---- a crash between keyring and ledger ------------------------------------------------------


class _Crash(BaseException):
    """The machine stops."""


def _crash(*_: object, **__: object) -> None:
    raise _Crash


STEPS: dict[str, Callable[[AccountService, int], object]] = {
    "add": lambda service, _: service.add("赵丽", "zhaoli-2026-x", PASSWORD),
    "reset": lambda service, ming: service.reset_password(ming, "second-pass-2026", PASSWORD),
    "retire": lambda service, ming: service.retire(ming),
    "reinstate": lambda service, ming: service.reinstate(ming, "back-again-2026", PASSWORD),
}


@pytest.mark.parametrize("step", ["add", "reset", "retire"])
def test_a_crash_before_the_keyring_is_written_is_healed(
    service: AccountService,
    ming: int,
    step: str,
    data_dir: DataDir,
    enter: Callable[..., Context],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Keyring, "save", _crash)
        with pytest.raises(_Crash):
            STEPS[step](service, ming)
    healed = AccountService(enter(ACCOUNT, PASSWORD), CHEAP)
    by_name = {account.name: account for account in healed.list_all()}
    in_ring = set(ledger.account_names(data_dir))
    assert in_ring == {name for name, account in by_name.items() if account.active}
    assert "赵丽" not in by_name
    assert by_name[MING].active is (step != "retire")
    if step == "reset":  # the old password still holds, but for one sign-in only
        with pytest.raises(PasswordDueError):
            enter(MING, FIRST)


@pytest.mark.parametrize("step", ["add", "reinstate"])
def test_a_crash_between_keyring_and_commit_leaves_no_slot_without_an_account(
    service: AccountService,
    ming: int,
    step: str,
    data_dir: DataDir,
    enter: Callable[..., Context],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    service.retire(ming)
    save = Keyring.save

    def save_and_crash(ring: Keyring, path: object) -> None:
        save(ring, path)  # type: ignore[arg-type] # a path
        raise _Crash

    with monkeypatch.context() as patch:
        patch.setattr(Keyring, "save", save_and_crash)
        with pytest.raises(_Crash):
            STEPS[step](service, ming)
    left_over = "赵丽" if step == "add" else MING
    assert left_over in ledger.account_names(data_dir)
    context = enter(ACCOUNT, PASSWORD)
    assert ledger.account_names(data_dir) == [ACCOUNT]
    events = HistoryService(context).events(3)
    (cleaned,) = [event for event in events if event.action.startswith("账号清理")]
    assert cleaned.detail == {"账号": left_over}


def test_a_left_over_slot_does_not_let_its_owner_in(
    ming: int, context: Context, data_dir: DataDir, enter: Callable[..., Context]
) -> None:
    with context.writing("停用账号", undoable=False) as work:
        stored_accounts.set_active(work.connection, ming, active=False)
    with pytest.raises(UserError, match="已停用"):
        enter(MING, FIRST)
    assert ledger.account_names(data_dir) == [ACCOUNT]


def test_a_crash_while_changing_the_own_password_asks_for_it_again(
    ming: int, enter: Callable[..., Context], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(stored_accounts, "note_password", _crash)
        with pytest.raises(_Crash):
            enter(MING, FIRST, OWN)
    with pytest.raises(PasswordDueError):
        enter(MING, OWN)
    assert enter(MING, OWN, "Ming-2026-y").actor.name == MING


# ---- rules of passwords ----------------------------------------------------------------------


def test_the_halls_rules_hold_for_new_passwords(service: AccountService, context: Context) -> None:
    rules = SafetyRules(passwords=PasswordRules(least=12, kinds=4, long_enough=20))
    SettingsService(context).save_safety(rules)
    with pytest.raises(UserError, match="至少要 12 个字符"):
        service.add(MING, "Xihe-2026!", PASSWORD)
    with pytest.raises(UserError, match="现在只有 3 种"):
        ledger.change_password(context, PASSWORD, "another-pass-2", cost=CHEAP)


def test_old_passwords_do_not_come_back_as_long_as_they_are_remembered(
    context: Context,
) -> None:
    used = [PASSWORD, "Second-2026", "Third-2026", "Fourth-2026"]
    for old, new in pairwise(used):
        ledger.change_password(context, old, new, cost=CHEAP)
    with pytest.raises(UserError, match="和现在的密码一样"):
        ledger.change_password(context, used[-1], used[-1], cost=CHEAP)
    for refused in used[1:-1]:
        with pytest.raises(UserError, match="最近 3 个密码不能重复"):
            ledger.change_password(context, used[-1], refused, cost=CHEAP)
    ledger.change_password(context, used[-1], PASSWORD, cost=CHEAP)


def test_a_password_that_is_too_old_is_changed_before_anything_else(
    context: Context, clock: FixedClock, enter: Callable[..., Context]
) -> None:
    rules = SafetyRules(passwords=PasswordRules(max_age_days=90))
    SettingsService(context).save_safety(rules)
    clock.advance(days=89)
    enter(ACCOUNT, PASSWORD)
    clock.advance(days=1)
    with pytest.raises(PasswordDueError, match="已经用了 90 天以上"):
        enter(ACCOUNT, PASSWORD)
    with pytest.raises(UserError, match="和现在的密码一样"):
        enter(ACCOUNT, PASSWORD, PASSWORD)
    assert _actions(enter(ACCOUNT, PASSWORD, OWN), 2) == ["登录", "更换密码"]
    enter(ACCOUNT, OWN)


# ---- failed tries in the trail ---------------------------------------------------------------


def test_the_next_sign_in_of_anybody_tells_whose_tries_failed(
    ming: int, data_dir: DataDir, enter: Callable[..., Context]
) -> None:
    for name in (MING, MING, "陌生人"):
        with pytest.raises(WrongPasswordError):
            enter(name, "wrong-password")
    context = enter(ACCOUNT, PASSWORD)
    told = [event for event in HistoryService(context).events(5) if event.action == "登录失败"]
    assert {(event.detail["账号"], event.detail["次数"]) for event in told} == {
        (MING, "2"),
        ("不认识的账号", "1"),
    }
    assert not any(event.succeeded for event in told)
    assert _actions(enter(ACCOUNT, PASSWORD), 1) == ["登录"]
    enter(MING, FIRST, OWN)
    own = HistoryService(context).events(2)[1]
    assert (own.action, own.detail) == ("登录", {})


def test_the_wait_holds_although_its_failures_were_told(
    ming: int, enter: Callable[..., Context]
) -> None:
    for _ in range(5):
        with pytest.raises(WrongPasswordError):
            enter(MING, "wrong-password")
    enter(ACCOUNT, PASSWORD)
    with pytest.raises(WrongPasswordError, match="试错次数太多"):
        enter(MING, FIRST, OWN)


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("harm", ["deleted", "damaged"])
def test_tries_that_somebody_made_vanish_are_noticed(
    data_dir: DataDir, enter: Callable[..., Context], harm: str
) -> None:
    assert "试错记录不见了" not in _actions(enter(ACCOUNT, PASSWORD), 2)  # the first ever
    for _ in range(5):
        with pytest.raises(WrongPasswordError):
            enter(ACCOUNT, "wrong-password")
    if harm == "deleted":
        data_dir.attempts.unlink()
    else:
        data_dir.attempts.write_bytes(b"\x00")
    assert _actions(enter(ACCOUNT, PASSWORD), 2) == ["试错记录不见了", "登录"]
    assert _actions(enter(ACCOUNT, PASSWORD), 1) == ["登录"]


def test_the_last_sign_in_is_shown(
    service: AccountService, clock: FixedClock, enter: Callable[..., Context]
) -> None:
    clock.advance(hours=5)
    enter(ACCOUNT, PASSWORD)
    assert service.find(ACCOUNT).signed_in_at == clock()


def test_whoever_edits_undoes_their_own_steps_alone(
    service: AccountService, ming: int, context: Context, clock: FixedClock, data_dir: DataDir
) -> None:
    from support.people import make_draft

    from linli.services.residents import ResidentService

    def works(number: int, name: str, role: Role) -> Context:
        actor = Actor(account_id=number, name=name, role=role)
        return Context(context.db, actor, clock, data_dir)

    mediator = works(ming, MING, Role.MEDIATOR)
    ResidentService(mediator).add(make_draft("张三", sequence=11))
    HistoryService(mediator).undo()
    HistoryService(mediator).redo()
    HistoryService(mediator).undo()
    ResidentService(works(1, ACCOUNT, Role.CLERK)).add(make_draft("李四", sequence=13))
    with pytest.raises(NotAllowedError, match="不能撤销别人的操作"):
        HistoryService(mediator).undo()
    HistoryService(works(9, "孙七", Role.CLERK)).undo()
