"""`linli exchange`: this machine among others, files for them and files from them."""

from argparse import Namespace
from dataclasses import asdict
from typing import TYPE_CHECKING

from linli.cli.access import UsageError, opened
from linli.cli.output import check_place, progress, say, write_json, write_table
from linli.domain.backups import BEFORE_IMPORT
from linli.errors import UserError

if TYPE_CHECKING:
    from linli.domain.exchanges import Choices, Machine, Preview
    from linli.domain.machine_keys import MachineKey
    from linli.services.container import Services
    from linli.services.exchange_files import ExchangeFileService

_SHOWN = 20
_HEADS = ("名称", "核对文字", "最近读过它的文件", "状态")


def exchange(options: Namespace) -> int:
    """Do one of the steps."""
    with opened(options, "linli.services.exchange_files") as services:
        return _STEPS[options.step](services, options)


def _id(services: "Services", options: Namespace) -> int:
    """Show this machine's card."""
    if options.name is not None:
        services.exchange_files.rename(options.name)
    card = services.exchange_files.own_card()
    if options.save is not None:
        check_place(options.save)
        services.exchange_files.save_key(options.save)
    if options.json:
        write_json(_key(card.key) | {"is_new": card.is_new})
        return 0
    say(f"本机叫「{card.key.name}」。请和对方当面或打电话核对这 12 个词：")
    say("  " + " ".join(card.key.words))
    say(f"钥匙码：{card.key.text}")
    if options.save is not None:
        say(f"已存到「{options.save}」，请拷给对方电脑。")
    return 0


def _trust(services: "Services", options: Namespace) -> int:
    """List, add or revoke trusted machines."""
    files = services.exchange_files
    if options.revoke is not None:
        files.revoke(_named(files, [options.revoke])[0])
        if not options.json:
            say(f"已不再信任「{options.revoke}」。")
    elif options.key is not None or options.code is not None:
        key = _offered(files, options)
        if options.words is None or tuple(options.words.split()) != key.words:
            return _ask_for_words(key, options)
        files.trust(key)
        if not options.json:
            say(f"已信任「{key.name}」。")
    machines = files.machines()
    if options.json:
        write_json([_machine(machine) for machine in machines])
    elif machines:
        write_table(_HEADS, [_cells(machine) for machine in machines])
    else:
        say("还没有信任的电脑。请对方运行 linli exchange id --save，把存出的文件拷过来。")
    return 0


def _offered(files: "ExchangeFileService", options: Namespace) -> "MachineKey":
    from dataclasses import replace

    if options.key is not None:
        key = files.read_key(options.key)
        return replace(key, name=options.name) if options.name else key
    if not options.name:
        raise UsageError("写 --code 时还要写 --name，给对方电脑起个名字。")
    return files.read_text(options.code, options.name)


def _ask_for_words(key: "MachineKey", options: Namespace) -> int:
    """Show the words that must be compared first; nobody is trusted without that."""
    if options.words is not None:
        raise UserError(
            "核对文字不一致，没有信任。请让对方重新读一遍；还不一致，就不要读它的文件。"
        )
    if options.json:
        write_json(_key(key))
    else:
        say(f"「{key.name}」的核对文字是：")
        say("  " + " ".join(key.words))
        say("请和对方读出的比对，一致后加上 --words 再运行一次。")
    return 0


def _export(services: "Services", options: Namespace) -> int:
    """Write a file for others."""
    from linli.domain.exchanges import Extent

    files = services.exchange_files
    check_place(options.out)
    extent, grid = Extent.ALL if options.all else Extent.SINCE, None
    if options.grid is not None:
        extent, grid = Extent.GRID, _grid(services, options.grid)
    written = files.write(options.out, _named(files, options.to), extent, grid, progress())
    if options.json:
        write_json(asdict(written))
        return 0
    what = "全部内容" if written.scope.is_all else "修改"
    say(
        f"已做好：{what}共 {written.scope.records} 条，涉及居民 {written.scope.people} 人，"
        f"存到「{written.path}」。"
    )
    return 0


def _preview(services: "Services", options: Namespace) -> int:
    """Say what a file would do."""
    found = services.exchange_files.preview(options.file, _choices(options), progress())
    if options.json:
        write_json(asdict(found))
    else:
        _say_preview(found)
    return 0


def _apply(services: "Services", options: Namespace) -> int:
    """Take a file in."""
    files, choices = services.exchange_files, _choices(options)
    found = files.preview(options.file, choices, progress())
    if found.counts:
        services.backups.make_before(BEFORE_IMPORT, progress())
    changes = files.apply(options.file, choices, in_force=found.in_force, progress=progress())
    if options.json:
        write_json({"counts": found.counts, "entry": changes.entry_id})
    elif changes.entry_id is None:
        say("这份文件的内容这里都有了，没有改动。")
    else:
        _say_preview(found)
        say("已读入。整份可以一步撤销。")
    return 0


def _choices(options: Namespace) -> "Choices":
    from linli.domain.exchanges import Choices, Rule

    return Choices(rule=Rule(options.conflicts))


def _say_preview(found: "Preview") -> None:
    from linli.domain.exchanges import LineKind

    counts = {kind: found.counts.get(kind, 0) for kind in LineKind}
    say(
        f"来自「{found.sender}」，{found.made:%Y-%m-%d %H:%M} 做的，共 {found.records} 条："
        f"新增 {counts[LineKind.ADDED]}，修改 {counts[LineKind.CHANGED]}，"
        f"删除 {counts[LineKind.REMOVED]}，两边都改过 {counts[LineKind.CONFLICT]}，"
        f"认作同一条 {counts[LineKind.SAME]}，重号改号 {counts[LineKind.FIXED]}。"
    )
    if found.barred:
        say(f"  有 {found.barred} 人已按本人要求在这里删除，不再接收。")
    if found.ahead_minutes:
        say(f"  对方电脑的时间比这台快 {found.ahead_minutes} 分钟，请核对两台电脑的时间。")
    conflicts = found.conflicts
    for line in conflicts[:_SHOWN]:
        where = f"{line.table} {line.subject} 的{line.field}"
        say(f"  {where}：本机「{line.ours}」，对方「{line.theirs}」")
    if len(conflicts) > _SHOWN:
        say("  ……")


def _named(files: "ExchangeFileService", names: list[str]) -> list[int]:
    """Return the numbers of trusted machines.

    Raises:
        UserError: one is not trusted.
    """
    known = {each.key.name: each.id for each in files.machines() if each.revoked_at is None}
    for name in names:
        if name not in known:
            said = "、".join(known) or "还没有"
            raise UserError(f"没有叫「{name}」的信任电脑，现有：{said}。")
    return [known[name] for name in names]


def _grid(services: "Services", number: str) -> int:
    for grid in services.grids.list_all():
        if grid.facts.number == number:
            return grid.id
    raise UserError(f"没有编号是「{number}」的网格，请核对。")


def _key(key: "MachineKey") -> dict[str, object]:
    return {"name": key.name, "words": list(key.words), "code": key.text}


def _machine(machine: "Machine") -> dict[str, object]:
    return {
        **_key(machine.key),
        "id": machine.id,
        "added_at": machine.added_at,
        "revoked_at": machine.revoked_at,
        "last_file": machine.last_file,
    }


def _cells(machine: "Machine") -> tuple[str, ...]:
    last = f"{machine.last_file:%Y-%m-%d %H:%M}" if machine.last_file else "没有"
    return (
        machine.key.name,
        " ".join(machine.key.words),
        last,
        "已取消" if machine.revoked_at else "信任",
    )


_STEPS = {
    "id": _id,
    "trust": _trust,
    "export": _export,
    "preview": _preview,
    "apply": _apply,
}
