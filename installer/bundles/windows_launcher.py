"""The two programs of Windows that start Python: `linli.exe` and, for consoles, `linli-cli.exe`."""

import os
import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from bundles.tools import cache

SOURCES = Path(__file__).resolve().parent / "windows"
ICON = SOURCES / "linli.ico"
WINDOW, CONSOLE = "linli", "linli-cli"
"""What they are called, without `.exe`."""

_COMPILE = (
    *(
        "cc",
        "-target",
        "x86_64-windows-gnu",
        "-std=c11",
        "-Os",
        "-s",
        "-Wall",
        "-Wextra",
        "-Werror",
    ),
    *("-nostdlib", "-fno-builtin", "-fno-stack-protector", "-mno-stack-arg-probe"),
    *("-fno-sanitize=all", "-fno-ident", "-Wl,--entry=start"),
)
_LIBRARIES = ("-lkernel32", "-luser32", "-lshell32")


def build(into: Path, version: str) -> list[Path]:
    """Compile both programs into a folder; the same version gives the same bytes.

    Raises:
        subprocess.CalledProcessError: if the compiler refuses; it says why.
    """
    made = []
    for name, options in (
        (WINDOW, ("-Wl,--subsystem,windows",)),
        (CONSOLE, ("-Wl,--subsystem,console", "-DCONSOLE")),
    ):
        target = into / f"{name}.exe"
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch)
            (folder / "linli.ico").write_bytes(ICON.read_bytes())
            (folder / "launcher.c").write_bytes((SOURCES / "launcher.c").read_bytes())
            values = {"@NAME@": name, "@VERSION@": numbers(version)}
            values["@NUMBERS@"] = values["@VERSION@"].replace(".", ",")
            for template in ("linli.manifest", "linli.rc"):
                text = (SOURCES / template).read_text(encoding="utf-8")
                for mark, value in values.items():
                    text = text.replace(mark, value)
                (folder / template).write_text(text, encoding="utf-8")
            _zig(folder, "rc", "/c65001", "linli.rc", "linli.res")
            _zig(
                folder,
                *(*_COMPILE, "-isystem", str(_headers()), *options),
                *("launcher.c", "linli.res", *_LIBRARIES, "-o", "linli.exe"),
            )
            target.write_bytes((folder / "linli.exe").read_bytes())
        made.append(target)
    return made


def numbers(version: str) -> str:
    """Return a version with the four numbers that Windows wants, such as `1.2.0.0`."""
    parts = [*version.split("."), "0", "0", "0"][:4]
    if not all(part.isdecimal() for part in parts):
        raise ValueError(f"Windows knows only numbers in a version, not {version}")
    return ".".join(parts)


def _headers() -> Path:
    """Return the headers of Windows: the compiler leaves them out together with the C library."""
    found = find_spec("ziglang")
    if found is None or found.origin is None:
        raise FileNotFoundError("ziglang is not installed; start this through installer/tasks.py")
    return Path(found.origin).parent / "lib/libc/include/any-windows-any"


def _zig(folder: Path, *command: str) -> None:
    places = {f"ZIG_{each}_CACHE_DIR": str(cache() / "zig") for each in ("GLOBAL", "LOCAL")}
    subprocess.run(
        [sys.executable, "-m", "ziglang", *command],
        cwd=folder,
        env={**os.environ, **places},
        check=True,
    )
