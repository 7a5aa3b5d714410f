"""The wheelhouse: our wheel and all it needs, for machines that have a Python of their own."""

import tempfile
from pathlib import Path

from bundles import contents, packages, source, tree, wheels
from bundles.requirements import locked
from bundles.targets import PYTHON, System, Target
from bundles.tree import Budget

BUDGET = Budget(packed=230, unpacked=230)

_READ_ME = """\
邻里台 {version} 安装组件（{target}，Python {python}）

在没有网络的电脑上，解压后在这个文件夹里执行：

    python{python} -m venv linli
    {pip} install --no-index --find-links wheels --require-hashes --no-deps -r requirements.txt
    {program}

每个文件的校验值都写在 requirements.txt 里，改动过的文件装不上。
"""


def make(target: Target, output: Path) -> list[Path]:
    """Make the wheelhouse of a target; return it and its bill of materials.

    Raises:
        OverBudget: if it has grown too large.
    """
    name = f"linli-{source.version()}-wheelhouse-{target.name}"
    with tempfile.TemporaryDirectory() as scratch:
        site = Path(scratch) / "site"
        found = wheels.install(target, site)
        hashes = [(path.name, tree.digest(path)) for path in found]
        root = Path(scratch) / "root"
        folder = root / "wheels"
        folder.mkdir(parents=True)
        for wheel in found:
            (folder / wheel.name).write_bytes(wheel.read_bytes())
        own = f"linli=={source.version()} \\\n    --hash=sha256:{hashes[-1][1]}\n"
        lines = [own, *(each.line for each in locked(target))]
        (root / "requirements.txt").write_text("".join(lines), encoding="utf-8")
        (root / "README.txt").write_text(_read_me(target), encoding="utf-8")
        components = packages.installed(site, hashes)
        contents.write_licence_list(components, root / "licences")
        tree.stamp(root, source.moment())
        packed = tree.gz(tree.tar(root, source.moment(), prefix=f"{name}/"), level=1)
        BUDGET.check(name, packed=len(packed), unpacked=tree.size(root))
    target_file = output / f"{name}.tar.gz"
    target_file.write_bytes(packed)
    return [target_file, contents.write_bill(target_file, components)]


def _read_me(target: Target) -> str:
    windows = target.system is System.WINDOWS
    folder = r"linli\Scripts" if windows else "linli/bin"
    mark = "\\" if windows else "/"
    return _READ_ME.format(
        version=source.version(),
        target=target.name,
        python=PYTHON,
        pip=f"{folder}{mark}python -m pip",
        program=f"{folder}{mark}linli",
    )
