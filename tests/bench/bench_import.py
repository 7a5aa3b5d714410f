"""A street's 69,000 residents as a text file in GB 18030: how long reading and entering take.

Run on demand: `python -m pytest tests/bench/bench_import.py -s`. Times are of the processor.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import pytest
from support.people import make_id

PEOPLE = 69_000
MOST_SECONDS = 60
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗"
_GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅"
_HEADS = (
    "户号,网格,楼栋,单元,房号,姓名,与户主关系,身份证号码,出生日期,民族,文化程度,联系电话,特长,备注"
)


def _lines() -> Iterator[str]:
    chance = random.Random(69)
    yield _HEADS
    household = person = 0
    while person < PEOPLE:
        household += 1
        building = household // 96 + 1
        unit, floor = household % 4 + 1, household // 16 % 6 + 1
        place = f"{building}号楼,{unit}单元,{floor}0{household // 4 % 4 + 1}"
        for member in range(min(chance.choice((1, 2, 3, 4)), PEOPLE - person)):
            person += 1
            # The running number is in day and sequence, so that nobody has another's number.
            born = date(1940, 1, 1) + timedelta(days=person // 900 + chance.randrange(60) * 400)
            number = make_id(birth=born, sequence=person % 900 + 1)
            name = chance.choice(_SURNAMES) + chance.choice(_GIVEN) + chance.choice(_GIVEN)
            yield ",".join(
                (
                    f"{household:06d}",
                    f"第{building % 40 + 1}网格",
                    place,
                    name,
                    "户主" if member == 0 else "长子",
                    number,
                    f"{born:%Y%m%d}",
                    "汉族",
                    "初中",
                    f"1{chance.randrange(30, 99)}{chance.randrange(10**8):08d}",
                    chance.choice(("", "电工", "理发")),
                    chance.choice(("", "低保户", "养狗")),
                )
            )


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    path = tmp_path / "街道.csv"
    path.write_bytes("\r\n".join(_lines()).encode("gb18030"))
    return path


@pytest.mark.bench
@pytest.mark.timeout(600)
def test_a_street_is_entered_in_well_under_a_minute(services, ledger):
    start = process_time()
    source = services.imports.open(ledger)
    plan = services.imports.plan(source)
    read = process_time()
    outcome, _ = services.imports.run(source, plan)
    entered = process_time()
    again = services.imports.dry_run(source, plan)
    tried = process_time()

    print(
        f"\nopen {read - start:.1f} s, enter {entered - read:.1f} s, again {tried - entered:.1f} s"
    )
    assert outcome.rows == PEOPLE == outcome.added + outcome.joined + outcome.set_aside
    assert (again.added, again.joined) == (0, outcome.added + outcome.joined)
    assert entered - start < MOST_SECONDS
