"""The picture of the community of a large ledger: its figures, its layout, its sheet.

    LEDGER=folder PASSWORD=… python -m pytest tests/bench/bench_map.py -s

`LEDGER` is a data folder, such as one that `linli sample --people 70000` makes; it is copied.
Without it one of `PEOPLE` (70,000) is made. Times are of the processor, the best of five.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from support.ledgers import ACCOUNT, CHEAP, COMMUNITY, PASSWORD

from linli.domain.community_map import Figure
from linli.domain.elders import ElderFilter
from linli.domain.map_layout import grounds, lay_out
from linli.paths import DataDir
from linli.services.container import Services, open_services
from linli.services.ledger import account_names, create_ledger, unlock
from linli.storage import community_maps

PEOPLE = int(os.environ.get("PEOPLE", "70000"))
MOST_MS = 100
"""For all figures of 70,000 people."""


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """All services on a large ledger."""
    root = tmp_path_factory.mktemp("large") / "ledger"
    given = os.environ.get("LEDGER")
    if given:
        shutil.copytree(Path(given), root)
        data_dir = DataDir(root)
        (account, *_) = account_names(data_dir)
        return open_services(unlock(data_dir, account, os.environ["PASSWORD"]))
    created = create_ledger(
        DataDir(root), community=COMMUNITY, account=ACCOUNT, password=PASSWORD, cost=CHEAP
    )
    services = open_services(created.context)
    services.sample.create(PEOPLE)
    return services


def best(work: Callable[[], object]) -> float:
    """Return the milliseconds of the processor that some work takes."""
    times = []
    for _ in range(5):
        begun = process_time()
        work()
        times.append(process_time() - begun)
    return min(times) * 1000


def test_the_picture_of_a_large_ledger_is_there_at_once(services: Services) -> None:
    """All figures are counted within `MOST_MS`, and they are those of the registers."""
    today = services.context.clock().date()
    with services.context.db.reading() as connection:
        figures = best(lambda: community_maps.list_buildings(connection, today))
    shown = services.community_map.get()
    groups = [[b for b in shown.buildings if b.grid_id == grid.id] for grid in shown.grids]
    keys = [[building.key for building in inside] for inside in groups]
    boxes = [[shown.boxes[key] for key in inside] for inside in keys]
    print(f"\n{len(shown.buildings)} buildings, {len(shown.grids)} grids")
    print(f"figures {figures:.0f} ms, all {best(services.community_map.get):.0f} ms")
    layout, around = best(lambda: lay_out(keys, {})), best(lambda: grounds(boxes))
    print(f"layout {layout:.0f} ms, grounds {around:.0f} ms")
    print(f"sheet {best(lambda: services.community_map.pdf(Figure.ELDERS)):.0f} ms")
    total = sum(building.figures[Figure.ALONE] for building in shown.buildings)
    assert total == services.elders.count(ElderFilter(alone=True))
    assert figures <= MOST_MS * max(1, PEOPLE / 70_000)
