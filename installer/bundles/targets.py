"""The machines that bundles are made for."""

from dataclasses import dataclass
from enum import Enum

PYTHON = "3.11"
"""The version of Python inside every bundle."""


class System(Enum):
    """What a machine runs."""

    LINUX = "linux"
    WINDOWS = "windows"


@dataclass(frozen=True, kw_only=True)
class Target:
    """One kind of machine."""

    system: System
    machine: str
    """As `platform.machine()` says it there; what markers of the lock ask for."""
    uv_platform: str
    """What uv calls it."""
    glibc: tuple[int, int] | None = None
    """The oldest glibc that everything inside must run on; None where there is no glibc."""
    libstdcxx: tuple[int, ...] = ()
    """The oldest libstdc++, by the version of its symbols."""
    debian: str = ""
    """Debian's name of the architecture."""

    @property
    def floors(self) -> dict[str, tuple[int, ...]]:
        """The newest versions of symbols that the oldest system has, by family."""
        return {"GLIBC": self.glibc or (), "GLIBCXX": self.libstdcxx}

    @property
    def name(self) -> str:
        """The name in file names, such as `linux-x86_64`."""
        return f"{self.system.value}-{self.machine.lower()}"

    @property
    def wheel_platforms(self) -> tuple[str, ...]:
        """The platform tags of wheels that run there, the best first."""
        if self.glibc is None:
            return ("win_amd64",)
        major, newest = self.glibc
        oldest = 17 if self.machine == "aarch64" else 5
        tags = [f"manylinux_{major}_{minor}" for minor in range(newest, oldest - 1, -1)]
        old = ["manylinux2014"]
        if self.machine == "x86_64":
            old += ["manylinux2010", "manylinux1"]
        return tuple(f"{tag}_{self.machine}" for tag in (*tags, *old, "linux"))

    @property
    def markers(self) -> dict[str, str]:
        """The environment that markers of requirements are evaluated in."""
        linux = self.system is System.LINUX
        return {
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "os_name": "posix" if linux else "nt",
            "sys_platform": "linux" if linux else "win32",
            "platform_system": "Linux" if linux else "Windows",
            "platform_machine": self.machine,
            "python_version": PYTHON,
            "python_full_version": f"{PYTHON}.0",
        }


LINUX_X86_64 = Target(
    system=System.LINUX,
    machine="x86_64",
    uv_platform="x86_64-manylinux_2_28",
    glibc=(2, 28),
    libstdcxx=(3, 4, 25),
    debian="amd64",
)
"""UOS 20 and Kylin V10 on Intel, AMD, Hygon and Zhaoxin; UOS 20 is as old as Debian 10."""

LINUX_AARCH64 = Target(
    system=System.LINUX,
    machine="aarch64",
    uv_platform="aarch64-manylinux_2_31",
    glibc=(2, 31),
    libstdcxx=(3, 4, 28),
    debian="arm64",
)
"""Kylin V10 SP1 on Kunpeng and Phytium, as old as Ubuntu 20.04. UOS 20 has glibc 2.28 there too:
Qt's wheels for aarch64 do not run on it."""

WINDOWS_X64 = Target(system=System.WINDOWS, machine="AMD64", uv_platform="windows")
"""Windows 10 from 1809 on, and 11."""

TARGETS = (LINUX_X86_64, LINUX_AARCH64, WINDOWS_X64)


def linux(machine: str) -> Target:
    """Return the Linux target of a machine, `x86_64` or `aarch64`."""
    return next(each for each in TARGETS if each.debian and each.machine == machine)
