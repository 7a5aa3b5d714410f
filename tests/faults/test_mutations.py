"""Files that are spoilt are read, or refused with a sentence, within time and memory.

LINLI_MUTATIONS=20000 python -m pytest tests/faults/test_mutations.py -s
"""

import re
from time import monotonic

import pytest
from support.faults.counts import chosen, say, wanted
from support.faults.mutating import read_mutated
from support.faults.targets import TARGETS, Target

MUTATIONS = wanted("LINLI_MUTATIONS", 60)
_TARGETS = chosen("LINLI_MUTATIONS", TARGETS, ("xlsx", "xls", "ods", "exchange", "keyring"))
FIRST = wanted("LINLI_FIRST_SEED", 0)
_SHARES = sum(target.share for target in _TARGETS)
_CHINESE = re.compile(r"[一-鿿].*[。！？]$", re.DOTALL)


@pytest.mark.timeout(14400)
@pytest.mark.parametrize("target", _TARGETS, ids=lambda target: target.name)
def test_a_spoilt_file_is_read_or_refused_with_a_sentence(target: Target) -> None:
    begun = monotonic()
    count = max(1, MUTATIONS * target.share // _SHARES)
    readings = list(read_mutated(target, range(FIRST, FIRST + count)))
    failed = [f"seed {each.seed}: {each.failure}" for each in readings if each.failure]
    slowest = max(each.seconds for each in readings)
    refused = [each for each in readings if each.said]
    say(
        f"{target.name}: {count} mutated files, {len(refused)} refused with a sentence, "
        f"{len(failed)} failed, slowest {slowest:.1f} s, {monotonic() - begun:.0f} s"
    )
    assert not failed, "\n".join(failed[:5])
    assert [each.said for each in refused if not _CHINESE.search(each.said)] == []
