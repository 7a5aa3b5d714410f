"""A session bus of its own, so that nothing of the machine's is used or disturbed."""

import shutil
import subprocess
from contextlib import contextmanager

import pytest


@contextmanager
def private_bus():
    """Run a session bus and give its address; skips where there is no `dbus-daemon`."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("no dbus-daemon here; Debian: apt-get install dbus")
    daemon = subprocess.Popen(
        [program, "--session", "--nofork", "--print-address"], stdout=subprocess.PIPE, text=True
    )
    try:
        yield daemon.stdout.readline().strip()
    finally:
        daemon.terminate()
        daemon.wait()
        daemon.stdout.close()
