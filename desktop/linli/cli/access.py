"""Getting at the ledger: where it lies, whose password opens it."""

import getpass
import os
import sys
from argparse import Namespace
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from linli.errors import PasswordDueError, UserError
from linli.paths import DataDir

if TYPE_CHECKING:  # `--help` and `--version` must not wait for SQLAlchemy
    from collections.abc import Iterator

    from linli.services.container import Services


# What signing in needs, and with it SQLAlchemy and most of the storage.
_USUAL = ("linli.storage.accounts", "linli.storage.migrations", "linli.services.container")


class UsageError(UserError):
    """The command lacks something that only whoever types it can add; exit code 2."""


def data_dir(options: Namespace) -> DataDir:
    """Return the ledger's folder: the one that was named, or the platform's."""
    return DataDir(options.data_dir) if options.data_dir else DataDir.default()


def password(options: Namespace, *, new: bool = False) -> str:
    """Return the password: from the file that was named, the environment, or the keyboard.

    A `new` one is typed twice.

    Raises:
        UsageError: if there is none.
        UserError: if the file cannot be read, or the second typing differs.
    """
    if options.password_file:
        return _first_line(options.password_file)
    if "LINLI_PASSWORD" in os.environ:
        return os.environ["LINLI_PASSWORD"]
    if sys.stdin.isatty():
        typed = getpass.getpass("密码：")
        if new and getpass.getpass("再输一次：") != typed:
            raise UserError("两次输入的密码不一样，请重新运行。")
        return typed
    raise UsageError("没有密码，请写 --password-file 文件，或设置环境变量 LINLI_PASSWORD。")


def new_password(options: Namespace) -> str:
    """Return the password to set: from the file that was named, the environment, or the keyboard.

    Raises:
        UsageError: if there is none.
        UserError: if the file cannot be read, or the second typing differs.
    """
    return _chosen(options.new_password_file, "--new-password-file", "LINLI_NEW_PASSWORD", "新密码")


def copy_password(options: Namespace) -> str:
    """Return by what a copy opens: from the file that was named, the environment, or the keyboard.

    Raises:
        UsageError: if there is none.
        UserError: if the file cannot be read, or the second typing differs.
    """
    option, variable = "--copy-password-file", "LINLI_COPY_PASSWORD"
    return _chosen(options.copy_password_file, option, variable, "加密副本的密码")


def _chosen(file: Path | None, option: str, variable: str, called: str) -> str:
    """Return a password that somebody makes up now; typed, it is typed twice."""
    if file:
        return _first_line(file)
    if variable in os.environ:
        return os.environ[variable]
    if sys.stdin.isatty():
        typed = getpass.getpass(f"{called}：")
        if getpass.getpass("再输一次：") != typed:
            raise UserError("两次输入的密码不一样，请重新运行。")
        return typed
    raise UsageError(f"没有{called}，请写 {option} 文件，或设置环境变量 {variable}。")


@contextmanager
def opened(options: Namespace, *needed: str) -> "Iterator[Services]":
    """Unlock the ledger for the block and close it afterwards.

    Working out the key takes a quarter of a second that leaves a processor free, so the modules
    are loaded meanwhile.

    Args:
        options: of the verb.
        needed: names of heavy modules that the block will import.

    Raises:
        UsageError: if the account or the password is not said.
        UserError: if it cannot be opened.
    """
    from linli.services.ledger import unlock

    folder = data_dir(options)
    account, secret = account_of(options, folder), password(options)
    loading = Thread(target=_load, args=(*_USUAL, *needed))
    loading.start()
    try:
        context = unlock(folder, account, secret)
    except PasswordDueError as error:
        said = f"{error.message}可以在窗口里登录，或者运行「linli accounts password」。"
        raise UserError(said) from error
    finally:
        loading.join()
    from linli.services.container import open_services

    try:
        yield open_services(context)
    finally:
        context.db.close()


def _first_line(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"读不了密码文件「{path}」，请检查路径和权限。") from error
    if not lines or not lines[0]:
        raise UsageError(f"密码文件「{path}」是空的，请把密码写在第一行。")
    return lines[0]


def _load(*modules: str) -> None:
    for module in modules:
        import_module(module)


def account_of(options: Namespace, folder: DataDir) -> str:
    """Return the account that was named, or the only one.

    Raises:
        UsageError: if there are several and none was named.
    """
    from linli.services.ledger import account_names

    names = account_names(folder)
    if options.account:
        return str(options.account)
    if len(names) > 1:
        raise UsageError(f"台账有几个账号：{'、'.join(names)}，请用 --account 写明是谁。")
    return names[0]
