"""A print queue of its own: a real CUPS server in a temporary folder, on a port of loopback.

`Server.add_queue` makes a queue whose printer keeps the very bytes that reach it, and whatever it
is told; `add_pdf_queue` makes one of Debian's `printer-driver-cups-pdf`. Nothing of the machine's
own CUPS is used or changed, but for one file in /etc/cups that `cups-pdf` reads nowhere else, and
which goes away with the queue.
"""

import contextlib
import ctypes
import os
import shutil
import signal
import socket  # noqa: TID251 - only to find a free port of loopback
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

REQUIRED = "LINLI_REQUIRE_CUPS"
"""Set by the continuous integration: a missing CUPS fails instead of skipping."""

_PACKAGES = "cups printer-driver-cups-pdf"
_PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_SERVER_BIN = Path("/usr/lib/cups")
_PDF_CONFIG = Path("/etc/cups")
_PDF_PPD = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd")
_LIMIT_S = 20

# A printer as its backend: it says what the file `reasons` says while that is there, and only
# then takes the job. CUPS hands over: job, user, title, copies, options, and the file's name or
# its bytes.
_BACKEND = """\
#!/bin/sh
[ $# -eq 0 ] && exit 0
folder=${DEVICE_URI#keep:}
while [ -e "$folder/reasons" ]; do echo "STATE: +$(cat "$folder/reasons")" >&2; sleep 0.05; done
echo "STATE: none" >&2
cat ${6:+"$6"} > "$folder/$1.part"
printf '%s\\n' "$3" "$4" "$5" > "$folder/$1.told"
mv "$folder/$1.part" "$folder/$1.pdf"
"""

_FILES_CONF = """\
ServerRoot {0}/root
ServerBin {0}/bin
CacheDir {0}/cache
RequestRoot {0}/spool
StateDir {0}/state
TempDir {0}/spool/tmp
AccessLog {0}/log/access
ErrorLog {0}/log/error
PageLog {0}/log/page
"""

_CONF = """\
Listen 127.0.0.1:{1}
Browsing Off
WebInterface No
DefaultAuthType None
JobRetryInterval 1
<Location />
Allow all
</Location>
<Location /admin>
Allow all
</Location>
<Policy default>
JobPrivateAccess all
JobPrivateValues none
<Limit All>
Allow all
</Limit>
</Policy>
"""

# Sizes in points; Letter first, as where nobody has set the paper of the country.
_SIZES = {"Letter": (612, 792), "A4": (595, 842), "A3": (842, 1191), "A5": (420, 595)}
TRAYS = ("Auto", "Tray1", "ByPass")


def _menu(keyword: str, choices: tuple[str, ...]) -> str:
    lines = [f"*OpenUI *{keyword}/{keyword}: PickOne", f"*Default{keyword}: {choices[0]}"]
    lines += [f'*{keyword} {choice}/{choice}: ""' for choice in choices]
    return "\n".join([*lines, f"*CloseUI: *{keyword}"])


def _office_printer() -> str:
    """Return the description (PPD) of an office printer that takes PDF: trays, duplex, margins."""
    sizes = tuple(_SIZES)
    lines = [
        '*PPD-Adobe: "4.3"',
        '*FormatVersion: "4.3"',
        '*FileVersion: "1.0"',
        "*LanguageVersion: English",
        "*LanguageEncoding: ISOLatin1",
        '*PCFileName: "OFFICE.PPD"',
        '*Manufacturer: "Office"',
        '*Product: "(Office)"',
        '*ModelName: "Office"',
        '*ShortNickName: "Office"',
        '*NickName: "Office"',
        '*PSVersion: "(3010.000) 0"',
        '*LanguageLevel: "3"',
        "*ColorDevice: True",
        "*DefaultColorSpace: RGB",
        "*VariablePaperSize: True",
        '*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"',
        _menu("PageSize", sizes),
        _menu("PageRegion", sizes),
        "*DefaultImageableArea: Letter",
        *(f'*ImageableArea {n}: "12 12 {w - 12} {h - 12}"' for n, (w, h) in _SIZES.items()),
        "*DefaultPaperDimension: Letter",
        *(f'*PaperDimension {n}: "{w} {h}"' for n, (w, h) in _SIZES.items()),
        "*HWMargins: 12 12 12 12",
        '*CustomPageSize True: "pop pop pop pop pop"',
        *(
            f"*ParamCustomPageSize {name}: {place} {kind} {least} {most}"
            for place, (name, kind, least, most) in enumerate(
                [
                    ("Width", "points", 100, 900),
                    ("Height", "points", 100, 1300),
                    ("WidthOffset", "points", 0, 0),
                    ("HeightOffset", "points", 0, 0),
                    ("Orientation", "int", 0, 0),
                ],
                start=1,
            )
        ),
        _menu("InputSlot", TRAYS),
        _menu("Duplex", ("None", "DuplexNoTumble", "DuplexTumble")),
    ]
    return "\n".join(lines) + "\n"


@dataclass(frozen=True)
class Received:
    """What reached a printer: the file, and what CUPS said about it."""

    content: bytes
    title: str
    copies: int
    options: dict[str, str]


class Queue:
    """A queue whose printer keeps what it gets."""

    def __init__(self, server: "Server", name: str, folder: Path) -> None:
        self.name = name
        self._server = server
        self._folder = folder

    def say(self, reasons: str) -> None:
        """Let the printer say why it stands still, in CUPS' words; "" lets it go on."""
        path = self._folder / "reasons"
        if reasons:
            path.write_text(reasons, encoding="utf-8")
        else:
            path.unlink(missing_ok=True)

    def received(self, number: int) -> Received:
        """Wait for a job and return what came of it."""
        content = wait_for((self._folder / f"{number}.pdf").read_bytes)
        title, copies, options = (
            (self._folder / f"{number}.told").read_text(encoding="utf-8").splitlines()
        )
        pairs = (option.partition("=") for option in options.split(" "))
        return Received(content, title, int(copies), {name: value for name, _, value in pairs})

    def pause(self) -> None:
        """Stop printing, as an administrator does."""
        self._server.run("cupsdisable", self.name)

    def go_on(self) -> None:
        """Print again."""
        self._server.run("cupsenable", self.name)

    def refuse(self) -> None:
        """Take no more jobs."""
        self._server.run("cupsreject", self.name)

    def remove(self) -> None:
        """Take the printer away."""
        self._server.run("lpadmin", "-x", self.name)


class PdfQueue:
    """A queue of `cups-pdf`, which writes what Ghostscript makes of it."""

    def __init__(self, name: str, folder: Path) -> None:
        self.name = name
        self._folder = folder

    def received(self) -> bytes:
        """Wait for the one file that was printed."""

        def read() -> bytes:
            (path,) = self._folder.glob("*.pdf")
            content = path.read_bytes()
            if b"%%EOF" not in content[-32:]:
                raise FileNotFoundError(path)
            return content

        return wait_for(read)


class Server:
    """A running CUPS. `stop` ends it and all it has started, and removes its folder."""

    def __init__(self) -> None:
        self._folder = Path(tempfile.mkdtemp(prefix="linli-cups-"))
        self._pdf_configs: list[Path] = []
        self._lay_out()
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self._write_settings()
        configuration = self._folder / "root"
        self._process = subprocess.Popen(
            [
                *("setpriv", "--pdeathsig", "TERM", _find("cupsd"), "-f"),
                *("-c", configuration / "cupsd.conf", "-s", configuration / "cups-files.conf"),
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )

    @property
    def home(self) -> Path:
        """The folder where whoever prints keeps his defaults; none at first."""
        return self._folder / "home"

    def keep_defaults(self, line: str) -> None:
        """Let whoever prints have a line of defaults, as `lpoptions` would write it."""
        (self.home / "lpoptions").write_text(f"{line}\n", encoding="utf-8")

    def wait(self) -> None:
        """Wait until it answers.

        Raises:
            RuntimeError: it has ended; with the end of its log.
        """
        end = time.monotonic() + _LIMIT_S
        while "is running" not in self._call("lpstat", "-r").stdout:
            if self._process.poll() is not None or time.monotonic() > end:
                log = self._folder / "log" / "error"
                raise RuntimeError(log.read_text()[-500:] if log.exists() else "no log")
            time.sleep(0.05)

    def run(self, program: str, *arguments: str) -> None:
        """Run one of the programs of CUPS on this server."""
        done = self._call(program, *arguments)
        assert done.returncode == 0, done.stderr

    def add_queue(self, name: str) -> Queue:
        """Add an office printer that keeps what it gets."""
        folder = self._folder / "printers" / str(len(list((self._folder / "printers").iterdir())))
        folder.mkdir()
        folder.chmod(0o777)
        description = self._folder / "office.ppd"
        description.write_text(_office_printer(), encoding="ascii")
        self.run("lpadmin", "-p", name, "-E", "-v", f"keep:{folder}", "-P", str(description))
        return Queue(self, name, folder)

    def add_pdf_queue(self, name: str) -> PdfQueue:
        """Add a queue of `cups-pdf`, which runs for root only."""
        folder = self._folder / "pdf"
        for each in (folder, folder / "out", folder / "spool", folder / "log"):
            each.mkdir()
            each.chmod(0o777)
        instance = f"linli-test-{os.getpid()}"
        config = _PDF_CONFIG / f"cups-pdf-{instance}.conf"
        self._pdf_configs.append(config)
        config.write_text(f"Out {folder}/out\nSpool {folder}/spool\nLog {folder}/log\n")
        self.run("lpadmin", "-p", name, "-E", "-v", f"cups-pdf:/{instance}", "-P", str(_PDF_PPD))
        return PdfQueue(name, folder / "out")

    def stop(self) -> None:
        """End it with its filters and printers, and remove what it wrote."""
        self._process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for path in self._pdf_configs:
            path.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _lay_out(self) -> None:
        """Make the folders; CUPS run by root works in them as `lp`."""
        self._folder.chmod(0o755)
        for name in (
            "root",
            "cache",
            "spool",
            "spool/tmp",
            "state",
            "log",
            "printers",
            "bin",
            "home",
        ):
            (self._folder / name).mkdir()
        for part in _SERVER_BIN.iterdir():
            if part.name != "backend":
                (self._folder / "bin" / part.name).symlink_to(part)
        backends = self._folder / "bin" / "backend"
        backends.mkdir()
        keep = backends / "keep"
        keep.write_text(_BACKEND, encoding="utf-8")
        keep.chmod(0o755)
        (backends / "cups-pdf").symlink_to(_SERVER_BIN / "backend" / "cups-pdf")

    def _write_settings(self) -> None:
        port = self.address.rpartition(":")[2]
        for name, text in (("cups-files.conf", _FILES_CONF), ("cupsd.conf", _CONF)):
            (self._folder / "root" / name).write_text(text.format(self._folder, port))

    def _call(self, program: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [_find(program), *arguments],
            env={**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
            timeout=_LIMIT_S,
        )


def start_server() -> Server:
    """Start a CUPS, or skip the test with the reason why there is none."""
    missing = [
        name for name in ("cupsd", "lp", "lpadmin", "setpriv") if not shutil.which(name, path=_PATH)
    ]
    if not missing and not (_SERVER_BIN / "filter" / "pdftopdf").exists():
        missing = ["pdftopdf"]
    if missing:
        give_up(f"no {', '.join(missing)} here; Debian: apt-get install {_PACKAGES}")
    server = Server()
    try:
        server.wait()
    except BaseException as error:
        server.stop()
        if isinstance(error, RuntimeError):
            give_up(f"CUPS does not start here: {error}")
        raise
    return server


def need_cups_pdf() -> None:
    """Skip the test where `cups-pdf` is missing or cannot run."""
    if not _PDF_PPD.exists():
        give_up(f"no cups-pdf here; Debian: apt-get install {_PACKAGES}")
    if os.geteuid() != 0:
        pytest.skip("cups-pdf runs for root only")


def give_up(reason: str) -> None:
    """Skip, or fail where CUPS is required."""
    if os.environ.get(REQUIRED):
        pytest.fail(reason)
    pytest.skip(reason)


def use_server(address: str | None) -> None:
    """Let this process' own libcups ask another server; None for that of the environment."""
    library = ctypes.CDLL("libcups.so.2")
    library.cupsSetServer(address.encode() if address else None)


def wait_for(look: Callable[[], bytes]) -> bytes:
    """Return what `look` finds, as soon as there is a file."""
    end = time.monotonic() + _LIMIT_S
    while True:
        try:
            return look()
        except (FileNotFoundError, ValueError):
            if time.monotonic() > end:
                raise
            time.sleep(0.05)


def _find(program: str) -> str:
    path = shutil.which(program, path=_PATH)
    assert path is not None, program
    return path
