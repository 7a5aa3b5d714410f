"""Two clones in different folders make the same bytes.

On demand; `LINLI_KINDS` names the kinds with their machines, the wheelhouse unless it is set:
`LINLI_KINDS="deb portable:aarch64" .venv/bin/python -m pytest tests/bundles/prove_same_bytes.py -s`
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bundles import tree

ROOT = Path(__file__).resolve().parents[2]
KINDS = os.environ.get("LINLI_KINDS", "wheelhouse").split()


@pytest.mark.timeout(7200)
@pytest.mark.parametrize("kind", KINDS)
def test_two_clones_make_the_same_bundle(kind, tmp_path):
    name, _, machine = kind.partition(":")
    sums = []
    for folder in ("one", "another/of/these"):
        clone = tmp_path / folder
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        command = [sys.executable, clone / "installer/tasks.py", "bundle", name]
        options = ["--output", clone / "made", *(["--machine", machine] if machine else [])]
        subprocess.run([*command, *options], cwd="/", check=True)
        sums.append({path.name: tree.digest(path) for path in tree.files(clone / "made")})
    assert sums[0] == sums[1]
    assert sums[0]
