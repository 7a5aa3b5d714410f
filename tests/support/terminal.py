"""A terminal that runs verbs, and the program as a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from support.ledgers import PASSWORD

import linli
from linli import cli

SOURCE = str(Path(linli.__file__).parents[1])


class Terminal:
    """Runs verbs as `linli` would, and keeps what they wrote."""

    def __init__(self, capsys: pytest.CaptureFixture[str], folder: Path) -> None:
        self._capsys = capsys
        self._folder = folder
        self.out = self.err = ""

    def run(self, *arguments: object) -> int:
        try:
            options = cli.parse([*map(str, arguments), "--data-dir", str(self._folder)])
            code = cli.run(options)
        except SystemExit as stop:
            code = int(stop.code or 0)
        self.out, self.err = self._capsys.readouterr()
        return code

    def json(self, *arguments: object):
        assert self.run(*arguments, "--json") == 0, self.err
        return json.loads(self.out)


def python(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with the program at hand, on a machine without a display."""
    environment = {**os.environ, "PYTHONPATH": SOURCE, "LINLI_PASSWORD": PASSWORD, **variables}
    for name in {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"} - variables.keys():
        environment.pop(name, None)
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )
