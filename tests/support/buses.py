"""A session bus of its own, so that nothing of the machine's is used, started or disturbed."""

import shutil
import subprocess
import tempfile
from contextlib import contextmanager
from pathlib import Path

import pytest

_CONFIGURATION = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir={0}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextmanager
def private_bus():
    """Run a session bus and give its address; skips where there is no `dbus-daemon`.

    It starts no services by itself, as the desktop's would.
    """
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("no dbus-daemon here; Debian: apt-get install dbus")
    with tempfile.TemporaryDirectory(prefix="linli-bus-") as folder:
        configuration = Path(folder, "bus.conf")
        configuration.write_text(_CONFIGURATION.format(folder), encoding="utf-8")
        daemon = subprocess.Popen(
            [program, f"--config-file={configuration}", "--nofork", "--print-address"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            yield daemon.stdout.readline().strip()
        finally:
            daemon.terminate()
            daemon.wait()
            daemon.stdout.close()
