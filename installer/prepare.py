"""Makes the environment that Linli runs in; needs nothing but Python's standard library.

`prepare.py linli` or `prepare.py tests` creates `.venv` and installs what that lock file names.
`prepare.py qt-window` looks for the system libraries that a window needs, `qt-offscreen` for those
that tests need; `prepare.py cups` looks for the print queue that tests print through. On Debian,
as root, what is missing of the system is installed; otherwise one line to copy names it.

The environment keeps a copy of the lock it was installed from, written last: one without any
copy was interrupted and is made anew.
"""

import contextlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

INSTALLER = Path(__file__).resolve().parent
LOCKS = INSTALLER / "requirements"
ENVIRONMENT = INSTALLER.parent / ".venv"
PYTHON = ENVIRONMENT / "bin" / "python"

# The tests' lock holds all that the program's own lock holds.
CONTAINS = {"linli": ("linli",), "tests": ("linli", "tests")}

# What Qt's Linux wheels leave to the system, as Debian packages it.
DEBIAN_PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlidec.so.1": "libbrotli1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libstdc++.so.6": "libstdc++6",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}

# The parts of Qt that are loaded; what a plugin lacks shows only when a window opens.
_QT = (
    "Qt/lib/libQt6PrintSupport.so.6",
    "Qt/lib/libQt6Svg.so.6",
    "Qt/lib/libQt6Widgets.so.6",
    "Qt/plugins/platforms/libqoffscreen.so",
)
QT_FILES = {
    "qt-offscreen": _QT,
    "qt-window": (
        *_QT,
        "Qt/plugins/platforms/libqwayland-generic.so",
        "Qt/plugins/platforms/libqxcb.so",
    ),
}

# What tests of printing start a print queue from, as Debian packages it.
CUPS_FILES = {
    Path("/usr/sbin/cupsd"): "cups",
    Path("/usr/lib/cups/backend/cups-pdf"): "printer-driver-cups-pdf",
}


class Problem(Exception):  # noqa: N818 - a sentence for whoever sets the program up
    """Something that only the user or the administrator can put right."""


def main(step: str) -> int:
    """Carry out one step; return the exit code."""
    try:
        with _one_at_a_time():
            if step in QT_FILES:
                prepare_qt(step)
            elif step == "cups":
                prepare_cups()
            else:
                prepare_packages(step)
    except Problem as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"准备运行环境失败：{error.strerror}（{error.filename}）。请确认程序所在文件夹可以写入、"
            f"磁盘有 1 GB 空间。 / Set-up failed: check that this folder is writable.",
            file=sys.stderr,
        )
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def prepare_packages(lock_name: str) -> None:
    """Bring `.venv` to the state of a lock file.

    Raises:
        Problem: if Python lacks venv and pip, or pip fails.
    """
    lock = LOCKS / f"{lock_name}.lock"
    copies = {name: ENVIRONMENT / f"{name}.lock" for name in CONTAINS["tests"]}
    if _same(lock, copies[lock_name]) and _succeeds(PYTHON, "-c", ""):
        return
    finished = any(copy.exists() for copy in copies.values())
    if not (finished and _succeeds(PYTHON, "-c", "")):
        _create_environment()
    for copy in copies.values():
        copy.unlink(missing_ok=True)
    print("正在安装程序组件（仅首次，约一分钟）…… / Installing components, once …", flush=True)
    _run_pip("install", "--quiet", "--require-hashes", "--only-binary", ":all:", "-r", str(lock))
    for packages in ENVIRONMENT.glob("lib/python*/site-packages"):
        (packages / "linli.pth").write_text("../../../../desktop\n", encoding="utf-8")
    # Compiled once, the program starts in half the time even where nothing may be written later.
    _succeeds(PYTHON, "-m", "compileall", "-q", str(INSTALLER.parent / "desktop" / "linli"))
    for name in CONTAINS[lock_name]:
        shutil.copyfile(LOCKS / f"{name}.lock", copies[name])


def prepare_qt(step: str) -> None:
    """Make sure that Qt finds its system libraries, and leave a mark that it does.

    Raises:
        Problem: if some are missing and cannot be installed from here.
    """
    missing = missing_libraries(QT_FILES[step])
    if missing:
        packages = sorted({DEBIAN_PACKAGES.get(name, name) for name in missing})
        _install_on_debian("Qt 需要的系统库（system libraries of Qt）", packages)
        missing = missing_libraries(QT_FILES[step])
        if missing:
            raise Problem(f"仍缺少系统库 / Still missing: {' '.join(sorted(missing))}")
    (ENVIRONMENT / step).touch()


def prepare_cups() -> None:
    """Make sure that a print queue can be started.

    Raises:
        Problem: if it is missing and cannot be installed from here.
    """
    missing = [package for file, package in CUPS_FILES.items() if not file.exists()]
    if missing:
        _install_on_debian("打印队列（print queue）", missing)


def missing_libraries(names: Iterable[str]) -> set[str]:
    """Return the shared libraries that these files of Qt want and the system lacks."""
    if shutil.which("ldd") is None:
        return set()
    qt = next(ENVIRONMENT.glob("lib/python*/site-packages/PySide6"))
    files = [str(qt / name) for name in names if (qt / name).exists()]
    found = subprocess.run(["ldd", *files], capture_output=True, text=True, check=False)
    return set(re.findall(r"^\s*(\S+) => not found", found.stdout, re.MULTILINE))


def _create_environment() -> None:
    """Make `.venv` anew, with a pip of its own or with the system's pip at hand."""
    base = os.path.realpath(sys.executable)
    if ENVIRONMENT.exists():
        print("运行环境不完整，重新建立。 / Making the environment anew.", flush=True)
        shutil.rmtree(ENVIRONMENT)
    options = []
    if importlib.util.find_spec("ensurepip") is None:
        if _succeeds(base, "-m", "pip", "--version"):
            options = ["--without-pip"]
        else:
            package = f"python3.{sys.version_info.minor}-venv"
            _install_on_debian("Python 的 venv 组件（Python venv）", [package])
    made = subprocess.run([base, "-m", "venv", *options, str(ENVIRONMENT)], check=False)
    if made.returncode:
        raise Problem("无法建立运行环境，见上面的说明。 / The environment could not be made.")


def _run_pip(*arguments: str) -> None:
    pip = [str(PYTHON), "-m", "pip"]
    if not _succeeds(*pip, "--version"):
        pip = [os.path.realpath(sys.executable), "-m", "pip", "--python", str(PYTHON)]
    command = [*pip, "--disable-pip-version-check", "--no-input", *arguments]
    if subprocess.run(command, check=False).returncode:
        raise Problem(
            "组件没有装好，见上面的说明；联网后重新运行即可继续。 / "
            "Components could not be installed, see above; run the command again to go on."
        )


def _install_on_debian(what: str, packages: list[str]) -> None:
    """Install packages where that is ours to do, else name the command.

    Raises:
        Problem: if this is not Debian, not root, or apt fails; it holds the line to copy.
    """
    line = f"apt-get install -y --no-install-recommends {' '.join(packages)}"
    if shutil.which("apt-get") is None:
        raise Problem(
            f"缺少{what}，Debian 上的名称是 / Missing, by Debian's names: {' '.join(packages)}"
        )
    if os.geteuid() != 0:
        raise Problem(
            f"缺少{what}，请复制执行下面这一行，再重新运行。 / Missing, please run this line:\n"
            f"sudo apt-get update && sudo {line}"
        )
    print(f"正在安装 {what} ……", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    commands = (["apt-get", "-q", "update"], line.split())
    results = [
        subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        for command in commands
    ]
    if results[-1].returncode:
        print(results[-1].stdout, file=sys.stderr)
        raise Problem(f"没有装好{what}，请检查软件源后执行 / Not installed, please run:\n{line}")


@contextlib.contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Wait for another set-up of the same folder, then keep others waiting."""
    import fcntl

    with Path(__file__).open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _same(one: Path, other: Path) -> bool:
    return other.exists() and one.read_bytes() == other.read_bytes()


def _succeeds(*command: str | Path) -> bool:
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
