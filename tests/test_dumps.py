"""A crash leaves no image of the memory."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import linli

LIMITS = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE)[0])"


@pytest.mark.skipif(sys.platform == "win32", reason="limits are of POSIX")
def test_the_program_writes_no_core_file() -> None:
    program = (
        "import resource, sys; hard = resource.getrlimit(resource.RLIMIT_CORE)[1]; "
        "resource.setrlimit(resource.RLIMIT_CORE, (hard, hard)); "
        "sys.argv = ['linli', 'names', '--help']; from linli.__main__ import main\n"
        f"try: main()\nexcept SystemExit: pass\n{LIMITS}"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env={**os.environ, "PYTHONPATH": str(Path(linli.__file__).parents[1])},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[-1] == "0"
