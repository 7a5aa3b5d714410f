"""The verb of accounts: who may sign in, in which role. No password stands on the command line."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from linli.cli.access import UsageError, account_of, data_dir, new_password, opened, password
from linli.cli.output import say, write_json, write_table
from linli.domain.accounts import LEAST, Account, Role, role_name

if TYPE_CHECKING:
    from datetime import datetime

    from linli.services.container import Services

_HEADS = ("账号", "角色", "状态", "上次登录", "密码设于")


def accounts(options: Namespace) -> int:
    """List accounts, or change one."""
    if options.step == "password":
        return _own_password(options)
    with opened(options, "linli.services.accounts") as services:
        if options.step == "list":
            return _list(services, options)
        said = _change(services, options)
        after = services.accounts.find(options.name)
    if options.json:
        write_json(_facts(after))
    else:
        say(said)
    return 0


def _list(services: "Services", options: Namespace) -> int:
    found = services.accounts.list_all()
    if options.json:
        write_json([_facts(account) for account in found])
        return 0
    cells = [
        (
            account.name,
            role_name(account.role),
            _state(account),
            _day(account.signed_in_at) or "从未登录",
            _day(account.password_set_at),
        )
        for account in found
    ]
    write_table(_HEADS, cells)
    return 0


def _change(services: "Services", options: Namespace) -> str:
    """Do what the step says, and return what to say about it."""
    service, name = services.accounts, options.name
    match options.step:
        case "add":
            role = LEAST if options.role is None else _role(options.role)
            service.add(name, new_password(options), password(options), role)
            return f"已新增账号「{name}」（{role_name(role)}），第一次登录时要改密码。"
        case "role":
            if options.role is None:
                raise UsageError("请用 --role 写明改成什么角色。")
            role = _role(options.role)
            service.change_role(service.find(name).account_id, role)
            return f"账号「{name}」的角色改为{role_name(role)}，下次登录起有效。"
        case "reset":
            found = service.find(name)
            service.reset_password(found.account_id, new_password(options), password(options))
            return f"已重设账号「{name}」的密码，下次登录时要改密码。"
        case "reinstate":
            found = service.find(name)
            service.reinstate(found.account_id, new_password(options), password(options))
            return f"已恢复使用账号「{name}」，第一次登录时要改密码。"
        case _:
            service.retire(service.find(name).account_id)
            return f"已停用账号「{name}」。"


def _own_password(options: Namespace) -> int:
    """Change the own password; also one that holds for this once only."""
    from linli.services.ledger import unlock

    folder = data_dir(options)
    account = account_of(options, folder)
    unlock(folder, account, password(options), new_password=new_password(options)).db.close()
    if options.json:
        write_json({"name": account})
    else:
        say("密码已修改。")
    return 0


def _role(text: str) -> Role:
    for role in Role:
        if text in (role.value, role_name(role)):
            return role
    known = "、".join(f"{role_name(role)}（{role.value}）" for role in Role)
    raise UsageError(f"没有角色「{text}」，可以写：{known}。")


def _state(account: Account) -> str:
    if not account.active:
        return "已停用"
    if not account.has_password:
        return "要重设密码"
    return "首次登录要改密码" if account.must_change else "在用"


def _day(at: "datetime | None") -> str:
    return "" if at is None else at.strftime("%Y-%m-%d %H:%M")


def _facts(account: Account) -> dict[str, Any]:
    return {
        "name": account.name,
        "role": account.role.value,
        "active": account.active,
        "has_password": account.has_password,
        "must_change": account.must_change,
        "signed_in_at": account.signed_in_at and account.signed_in_at.isoformat(),
        "password_set_at": account.password_set_at and account.password_set_at.isoformat(),
    }
