"""The portable folder (绿色版): unpacked onto a stick it starts, with the ledger beside it."""

import tempfile
from pathlib import Path

from bundles import contents, payload, source, tree
from bundles.targets import Target
from bundles.tree import Budget

BUDGET = Budget(packed=180, unpacked=520)
MARK = "portable.txt"
"""Beside it the program keeps the ledger in the folder `data`, not in the user's own."""

_READ_ME = """\
邻里台 {version}（{target}，免安装）

在这个文件夹里打开终端，执行：

    sh bin/linli

台账在旁边的 data 文件夹里，整个文件夹可以带走；删掉 portable.txt，台账就改放在
自己的用户文件夹里。不需要联网，也不需要安装。

请解压到 ext4 或 NTFS 格式的 U 盘，或者硬盘上；系统要求 U 盘上的程序能执行。
以后换新版本：先退出程序，把新版本解压到别处，再把 data 文件夹整个移过去。打开旧的台账前，
程序会先做一个核对过的备份。
"""


def make(target: Target, output: Path) -> list[Path]:
    """Make the portable folder of a Linux target; return it and its bill of materials.

    Raises:
        OverBudget: if it has grown too large.
        BeyondFloor: if it would not run on the oldest system.
    """
    name = f"linli-{source.version()}-portable-{target.name}"
    with tempfile.TemporaryDirectory() as scratch:
        root = Path(scratch) / name
        components = payload.make(target, root)
        (root / MARK).write_text(
            _READ_ME.format(version=source.version(), target=target.name), encoding="utf-8"
        )
        tree.stamp(root, source.moment())
        packed = tree.xz(tree.tar(root, source.moment(), prefix=f"{name}/"))
        BUDGET.check(name, packed=len(packed), unpacked=tree.size(root))
    bundle = output / f"{name}.tar.xz"
    bundle.write_bytes(packed)
    return [bundle, contents.write_bill(bundle, components)]
