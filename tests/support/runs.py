"""What tests of print runs look at."""

from dataclasses import replace

from linli.domain.grids import GridDraft, GridOfficer, GridRole
from linli.domain.runs import RunCardState
from linli.domain.values.addresses import Address

NAMES = (
    "孙丽",
    "王二",
    "赵刚",
    "周芳",
    "吴桐",
    "郑秋",
    "冯春",
    "陈夏",
    "楚冬",
    "魏山",
    "蒋河",
    "沈湖",
)
OFFICER = GridOfficer(role=GridRole.LIAISON, name="刘敏", phone="13909940002")
BUILDING = Address(estate="幸福小区", building="3号楼")
GRID = GridDraft(
    number="1",
    name="第一网格",
    buildings=(BUILDING,),
    officers=(OFFICER,),
)


def numbers(batch):
    return [card.facts.number for card in batch.cards]


def waiting(runs, run_id):
    """Return the positions that wait."""
    return [c.position for c in runs.get(run_id).cards if c.state is RunCardState.WAITING]


def new_phone(services, phone="13909949999"):
    """Give the officer of the first grid another phone."""
    grid, *_ = services.grids.list_all()
    officers = tuple(replace(officer, phone=phone) for officer in grid.facts.officers)
    services.grids.update(grid.id, replace(grid.facts, officers=officers), version=grid.version)
