"""A clean Debian without a network, in which a package is installed and its program watched.

Root is needed, and a network once, to fetch Debian itself and what the package depends on.
"""

import ipaddress
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

from bundles.tools import cache

RELEASE = "bullseye"
"""Debian 11; its glibc 2.31 is the oldest that can still be fetched."""
USER = "clerk"
HOME = f"/home/{USER}"
_SOCKETS = "/tmp/.X11-unix"
_FAMILY = re.compile(r"\b(?:socket\(|sa_family=)((?:AF|PF)_\w+)")
_LOCAL = {"AF_UNIX", "AF_LOCAL", "AF_NETLINK", "AF_UNSPEC"}
_BY_ADDRESS = {"AF_INET", "AF_INET6"}
_ADDRESS = re.compile(r'inet_(?:addr\(|pton\(AF_INET6, )"([^"]+)"')


def _run(*command, **more):
    return subprocess.run(command, check=True, text=True, capture_output=True, **more)


def field(package: Path, name: str) -> str:
    """Return a field of a package."""
    return _run("dpkg-deb", "--field", str(package), name).stdout.strip()


def base(package: Path) -> Path:
    """Return a Debian with what a package depends on and nothing else, made the first time."""
    names = [each.split("(")[0].strip() for each in field(package, "Depends").split(",")]
    finished = cache() / f"proof-{RELEASE}"
    if not finished.exists():
        making = finished.with_suffix(".making")
        shutil.rmtree(making, ignore_errors=True)
        _run("debootstrap", "--variant=minbase", RELEASE, str(making))
        _run("chroot", str(making), "useradd", "--create-home", USER)
        making.rename(finished)
    wanted = [name.split("|")[0].strip() for name in names]
    options = ("install", "-q", "-y", "--no-install-recommends")
    _run("chroot", str(finished), "apt-get", *options, *wanted)
    return finished


class Chroot:
    """A copy of the clean Debian, cut off from every network."""

    def __init__(self, clean: Path, root: Path) -> None:
        self.root = root
        _run("cp", "-a", "--reflink=auto", str(clean), str(root))

    def install(self, package: Path) -> None:
        """Install a package by dpkg alone."""
        shutil.copyfile(package, self.root / "tmp" / package.name)
        self.run("dpkg", "-i", f"/tmp/{package.name}", user="root")

    def put(self, source: Path, target: str) -> None:
        """Copy a folder to where the clerk may write it."""
        place = self.root / target.lstrip("/")
        shutil.copytree(source, place)
        self.run("chown", "-R", f"{USER}:", target, user="root")

    def run(self, *command: str, user: str = USER, check: bool = True, **variables: str):
        """Run a command inside to its end."""
        done = subprocess.run(
            self.command(*command, user=user, **variables),
            text=True,
            capture_output=True,
            check=False,
        )
        assert not check or done.returncode == 0, done.stdout + done.stderr
        return done

    def start(self, trace: Path, *command: str, **variables: str) -> subprocess.Popen[bytes]:
        """Start a command inside, its sockets written down in a file."""
        watched = ["strace", "-f", "-qq", "-e", "trace=%network", "-o", str(trace)]
        return subprocess.Popen(
            [*watched, *self.command(*command, **variables)], start_new_session=True
        )

    def command(self, *command: str, user: str = USER, **variables: str) -> list[str]:
        """Return what runs a command inside, with no interface of a network but our X server."""
        home = HOME if user == USER else "/root"
        settings = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LANG": "C.UTF-8"}
        said = [f"{name}={value}" for name, value in {**settings, **variables}.items()]
        root = shlex.quote(str(self.root))
        inside = ["chroot", f"--userspec={user}", str(self.root), "env", "-i", *said, *command]
        script = (
            f"mkdir -p {root}{_SOCKETS} && mount --bind {_SOCKETS} {root}{_SOCKETS} && "
            f"mount -t proc proc {root}/proc && exec {shlex.join(inside)}"
        )
        return [
            "unshare",
            "--net",
            "--mount",
            "--pid",
            "--fork",
            "--kill-child",
            "sh",
            "-c",
            script,
        ]


def foreign_sockets(trace: Path) -> list[str]:
    """Return the lines in which something beyond this machine was asked for.

    The machine's own print queue may be asked at the loopback address, as CUPS does where its
    socket is missing.
    """
    lines = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    return [line for line in lines if _is_foreign(line)]


def _is_foreign(line: str) -> bool:
    if set(_FAMILY.findall(line)) - _LOCAL - _BY_ADDRESS:
        return True
    return not all(ipaddress.ip_address(each).is_loopback for each in _ADDRESS.findall(line))


def is_possible() -> bool:
    """Whether this machine can make such a Debian."""
    tools = ("debootstrap", "unshare", "strace", "dpkg-deb", "Xvfb", "openbox", "xdotool", "xclip")
    return os.geteuid() == 0 and all(map(shutil.which, tools))
