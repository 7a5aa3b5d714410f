"""Python for Linux, compiled for a target's oldest glibc, to be carried inside a bundle.

No registry has a Python for Linux that can be moved, so it is compiled: CPython with Debian's fixes
and four small libraries linked into it, by Zig's C compiler, which brings the symbols of every
glibc along. So it needs no old system to build on, crosses to aarch64, and asks for no symbol that
the target lacks. The result is kept in the cache under a digest of all that it comes from.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Mapping
from pathlib import Path

from bundles import runtime_data as data
from bundles import tree
from bundles.archive import Pinned, fetch
from bundles.packages import Component
from bundles.requirements import locked_versions
from bundles.targets import LINUX_X86_64, PYTHON, Target
from bundles.tools import LOCK, cache

LIBRARY = f"lib/python{PYTHON}"
PROGRAM = f"bin/python{PYTHON}"
_MOMENT = 1_700_000_000
"""The time that the compiler may write down; any will do that never changes."""
_BUILD = "x86_64-build-linux-gnu"
_KNOWN = (
    *("ac_cv_file__dev_ptmx=yes", "ac_cv_file__dev_ptc=no", "ac_cv_computed_gotos=yes"),
    *("ac_cv_buggy_getaddrinfo=no", "ac_cv_working_tzset=yes", "ac_cv_broken_poll=no"),
    *("ac_cv_posix_semaphores_enabled=yes", "ac_cv_broken_sem_getvalue=no"),
    *("ac_cv_aligned_required=no", "ac_cv_rshift_extends_sign=yes"),
)
"""What `configure` would find out by running a program of the target: so it is on every Linux."""


class BuildFailed(Exception):  # noqa: N818 - says what is wrong
    """A source could not be compiled; the log says why."""


def build(target: Target) -> Path:
    """Return a target's runtime, a folder with `bin` and `lib`; it is compiled the first time.

    Raises:
        NotThere: if the sources cannot be had.
        BuildFailed: if they cannot be compiled.
    """
    finished = cache() / f"runtime-{target.name}-{_key(target)}"
    if finished.exists():
        return finished
    print(f"== compiling Python for {target.name}, once, some minutes", flush=True)
    cache().mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=cache()) as scratch:
        made = _Build(target, Path(scratch)).run()
        tree.stamp(made, _MOMENT)
        made.rename(finished)
    return finished


def compiler() -> Path:
    """Return a Python of the bundles' version that runs here, to compile modules with."""
    return build(LINUX_X86_64) / PROGRAM


def components(runtime: Path) -> list[Component]:
    """Return what a runtime is made of; the texts of the licences lie in the runtime."""
    sources = (data.PYTHON, data.ZLIB, data.BZIP2, data.XZ, data.LIBFFI)
    return [
        Component(
            name=each.name,
            version=each.upstream,
            licence=data.LICENCES[each.name][0],
            purl=f"pkg:deb/debian/{each.name}@{each.version}?arch=source",
            sha256=each.files[0][1],
            texts=tuple(sorted((runtime / "licences" / each.name).iterdir())),
        )
        for each in sources
    ]


def _key(target: Target) -> str:
    """Return a digest of everything that a runtime comes from."""
    inputs = [Path(__file__).read_bytes(), Path(data.__file__).read_bytes()]
    inputs.append(repr((target, locked_versions(LOCK)["ziglang"])).encode())
    return hashlib.sha256(b"\0".join(inputs)).hexdigest()[:16]


class _Build:
    """One compilation in a folder of its own."""

    def __init__(self, target: Target, folder: Path) -> None:
        self._target = target
        self._folder = folder
        self._libraries = folder / "libraries"
        self._made = folder / "made"
        self._host = f"{target.machine}-linux-gnu"
        self._tools = self._write_tools()
        self._environment = {
            **{name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ},
            "LC_ALL": "C.UTF-8",
            "SOURCE_DATE_EPOCH": str(_MOMENT),
            "ZIG_GLOBAL_CACHE_DIR": str(cache() / "zig"),
            "ZIG_LOCAL_CACHE_DIR": str(cache() / "zig"),
            "PKG_CONFIG": "false",
            **self._tools,
        }

    def run(self) -> Path:
        """Compile everything; return the finished folder."""
        self._zlib()
        self._bzip2()
        self._configured(data.XZ, *_XZ_OPTIONS)
        self._configured(data.LIBFFI, "--disable-docs", "--disable-exec-static-tramp")
        self._python()
        return self._made

    def _write_tools(self) -> dict[str, str]:
        """Write the compiler and its companions as programs of one word."""
        glibc = ".".join(map(str, self._target.glibc or ()))
        compile_ = (
            f"cc -target {self._host}.{glibc} -fno-sanitize=undefined "
            f"-ffile-prefix-map={self._folder}=. -Wno-date-time"
        )
        words = {"CC": compile_, "AR": "ar", "RANLIB": "ranlib"}
        folder = self._folder / "tools"
        folder.mkdir()
        for name, said in words.items():
            program = folder / name.lower()
            program.write_text(
                f'#!/bin/sh\nexec "{sys.executable}" -m ziglang {said} "$@"\n', encoding="utf-8"
            )
            program.chmod(0o755)
        return {name: str(folder / name.lower()) for name in words}

    def _unpack(self, source: Pinned) -> Path:
        """Unpack a source with the texts of its licence; return its folder."""
        folder = self._folder / source.name
        packed = fetch(source)[source.files[0][0]]
        with tarfile.open(packed) as archive:
            for member in archive:
                member.name = member.name.partition("/")[2]
                if member.name:
                    archive.extract(member, folder, filter="data")
        kept = self._made / "licences" / source.name
        kept.mkdir(parents=True)
        for name in data.LICENCES[source.name][1]:
            shutil.copyfile(folder / name, kept / name)
        return folder

    def _patch(self, source: Pinned, folder: Path, *, first: str = "", last: str = "") -> None:
        """Apply Debian's patches from the first to the last named, or all."""
        debian = self._folder / f"{source.name}-debian"
        with tarfile.open(fetch(source)[source.files[1][0]]) as archive:
            archive.extractall(debian, filter="data")
        patches = debian / "debian" / "patches"
        lines = (patches / "series").read_text(encoding="utf-8").splitlines()
        series = [line.strip() for line in lines if line.strip() and line[0] != "#"]
        start = series.index(first) if first else 0
        end = series.index(last) + 1 if last else len(series)
        for name in series[start:end]:
            self._run(folder, "patch", "-p1", "-s", "-F0", "-i", str(patches / name))

    def _zlib(self) -> None:
        folder = self._unpack(data.ZLIB)
        more = {"CHOST": self._host, "CFLAGS": "-O3 -fPIC"}
        self._run(folder, "./configure", "--static", more=more)
        self._run(folder, "make", "libz.a")
        self._keep(folder, "libz.a", "zlib.h", "zconf.h")

    def _bzip2(self) -> None:
        folder = self._unpack(data.BZIP2)
        flags = "CFLAGS=-O3 -fPIC -D_FILE_OFFSET_BITS=64"
        self._run(folder, "make", "-e", flags, "libbz2.a")
        self._keep(folder, "libbz2.a", "bzlib.h")

    def _keep(self, folder: Path, *names: str) -> None:
        for name in names:
            target = self._libraries / ("lib" if name.endswith(".a") else "include")
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(folder / name, target / name)

    def _configured(self, source: Pinned, *options: str) -> None:
        """Compile a library that has a `configure`."""
        folder = self._unpack(source)
        if len(source.files) > 1:
            self._patch(source, folder)
        places = (f"--host={self._host}", f"--build={_BUILD}", f"--prefix={self._libraries}")
        static = ("--disable-shared", "--enable-static", "--with-pic", *options)
        self._run(folder, "./configure", *places, *static, more={"CFLAGS": "-O3 -fPIC"})
        self._run(folder, "make", "-j2", "install")

    def _python(self) -> None:
        folder = self._unpack(data.PYTHON)
        self._patch(data.PYTHON, folder, first=data.FIRST_FIX, last=data.LAST_FIX)
        (folder / "Modules/Setup.local").write_text(data.MODULES, encoding="utf-8")
        flags = {
            "CPPFLAGS": f"-I{self._libraries}/include",
            "LDFLAGS": f"-L{self._libraries}/lib -s",
            "OPT": "-DNDEBUG -O3",
            "CXX": "false",
            "READELF": "/bin/true",  # configure wants one of the target, and nothing asks it
            "ZLIB_CFLAGS": f"-I{self._libraries}/include",
            "ZLIB_LIBS": "-lz",
        }
        options = ("--prefix=/python", "--without-ensurepip", "--disable-test-modules", *_KNOWN)
        more = (f"--with-build-python={sys.executable}",)
        places = (f"--host={self._host}", f"--build={_BUILD}")
        self._run(folder, "./configure", *places, *options, *more, more=flags)
        self._run(folder, "make", "-j2", "python")
        self._gather(folder)

    def _gather(self, folder: Path) -> None:
        """Put the program, its library and its modules where they belong."""
        (self._made / "bin").mkdir(parents=True)
        shutil.copyfile(folder / "python", self._made / PROGRAM)
        (self._made / PROGRAM).chmod(0o755)
        library = self._made / LIBRARY
        skipped = shutil.ignore_patterns("__pycache__", "*.pyc")
        shutil.copytree(folder / "Lib", library, ignore=skipped)
        for name in data.NOT_KEPT:
            path = library / name
            shutil.rmtree(path) if path.is_dir() else path.unlink()
        (library / f"_sysconfigdata__linux_{self._host}.py").write_text(
            data.SETTINGS, encoding="utf-8"
        )
        for name in ("site-packages", "lib-dynload"):  # Python asks for both when it starts
            (library / name).mkdir()

    def _run(self, folder: Path, *command: str, more: Mapping[str, str] | None = None) -> None:
        log = cache() / f"runtime-{self._target.name}.log"
        settings = {**self._environment, **(more or {})}
        with log.open("ab") as said:
            done = subprocess.run(
                command,
                cwd=folder,
                env=settings,
                stdout=said,
                stderr=subprocess.STDOUT,
                check=False,
            )
        if done.returncode:
            raise BuildFailed(f"{folder.name}: {' '.join(command[:2])} failed, see {log}")


_XZ_OPTIONS = (
    *("--disable-xz", "--disable-xzdec", "--disable-lzmadec", "--disable-lzmainfo"),
    *("--disable-scripts", "--disable-doc", "--disable-nls", "--disable-lzma-links"),
)
