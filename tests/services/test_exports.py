"""The register of residents as a workbook: masked, recorded, and read again by an import."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest
from support.people import make_document, make_draft, make_id, make_phone

from linli.domain.party import PartyBelonging, PartyManagement, PartyMembership
from linli.domain.residents import (
    FloatingStay,
    HouseholdDraft,
    ManagementClass,
    ResidentFilter,
    ResidentSort,
)
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.domain.values.identity import DocumentKind, IdentityDocument
from linli.errors import StorageProblem, UserError
from linli.progress import Cancelled, Progress

PASSPORT = IdentityDocument(kind=DocumentKind.PASSPORT, number="E12345678")


@pytest.fixture
def register(services):
    home, _ = services.dwellings.find_or_add(Address(building="2号楼", unit="1单元", room="301"))
    head, _ = services.residents.add(
        make_draft(
            "陈䶮",
            documents=(make_document(), PASSPORT),
            phones=(make_phone(),),
            note="=1+1",
            skills=("电工", "理发"),
        )
    )
    services.households.add(
        HouseholdDraft(number="01", dwelling_id=home), member_ids=[head], head_id=head
    )
    services.residents.add(
        make_draft(
            "王五",
            sequence=7,
            dwelling_id=home,
            floating=FloatingStay(
                origin="醴陵市",
                arrived=PartialDate(2010, 5),
                landlord_phone="13900000000",
                permit_number=make_id(sequence=9),
                permit_expires=date(2027, 1, 2),
                management=ManagementClass.KEY,
            ),
        )
    )
    party = PartyMembership(
        branch="第一党支部",
        joined=PartialDate(1985, 7),
        management=PartyManagement.DIRECT,
        belonging=PartyBelonging.LOCAL,
        difficulty=True,
    )
    old = make_draft("张小小", documents=(), birth=PartialDate(1955, 3, 1))
    services.residents.add(replace(old, origin_village="甲村", returned=True, party=party))
    return services


def lines(path):
    heads, *rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    return {row[heads.index("姓名")]: dict(zip(heads, row, strict=True)) for row in rows}


def test_numbers_are_masked_unless_a_reason_is_given(register, tmp_path):
    path = tmp_path / "名册.xlsx"

    assert register.exports.residents(path, ResidentFilter()) == 3
    row = lines(path)["陈䶮"]

    assert row["证件号码"] == "652328********" + make_id()[-4:]
    assert row["联系电话"] == "138****0000"
    assert row["出生日期"] == "1960"
    assert "E12345678" not in row["其他证件"]
    assert lines(path)["王五"]["房主电话"] == "139****0000"
    assert lines(path)["王五"]["居住证号"] == "652328********" + make_id(sequence=9)[-4:]
    with pytest.raises(UserError, match="请写明用途"):
        register.exports.residents(path, ResidentFilter(), masked=False, reason="  ")


def test_full_numbers_are_text_cells(register, tmp_path):
    path = tmp_path / "名册.xlsx"
    register.exports.residents(path, ResidentFilter(), masked=False, reason="核对")

    row = lines(path)["陈䶮"]

    assert row["证件号码"] == make_id()
    assert row["备注"] == "=1+1"
    assert row["其他证件"] == "护照E12345678"


def test_the_management_class_is_on_no_register(register, tmp_path):
    path = tmp_path / "名册.xlsx"
    register.exports.residents(path, ResidentFilter(), masked=False, reason="核对")

    assert not any("管理" in head for head in lines(path)["王五"])
    assert not any("重点" in str(value) for value in lines(path)["王五"].values())


def test_party_facts_and_the_village_have_columns(register, tmp_path):
    path = tmp_path / "名册.xlsx"
    register.exports.residents(path, ResidentFilter())

    row = lines(path)["张小小"]

    heads = ("原村", "返迁", "党支部", "入党日期", "三管方式", "组织关系", "困难党员")
    said = ["甲村", "是", "第一党支部", "1985-07", "直管", "属地", "是"]
    assert [row[head] for head in heads] == said


def test_every_export_is_recorded_with_its_reason(register, tmp_path):
    register.exports.residents(
        tmp_path / "名册.xlsx", ResidentFilter(), masked=False, reason="街道核对"
    )

    event = register.history.events(1)[0]

    assert event.action == "导出居民名册"
    assert event.detail == {"人数": "3", "号码": "完整", "用途": "街道核对"}

    register.exports.residents(tmp_path / "名册.xlsx", ResidentFilter())

    assert register.history.events(1)[0].detail == {"人数": "3", "号码": "遮盖"}


def test_a_full_register_read_again_joins_everybody(register, tmp_path):
    path = tmp_path / "名册.xlsx"
    register.exports.residents(path, ResidentFilter(), masked=False, reason="核对")
    source = register.imports.open(path)

    outcome, changes = register.imports.run(source, register.imports.plan(source))

    assert (outcome.rows, outcome.joined, outcome.differences) == (3, 3, ())
    assert changes.kinds <= {"settings"}  # only the mapping is new


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(register, tmp_path):
    path = tmp_path / "名册.xlsx"
    path.write_bytes(b"old")

    with pytest.raises(Cancelled):
        register.exports.residents(
            path, ResidentFilter(), progress=Progress(is_cancelled=lambda: True)
        )

    assert path.read_bytes() == b"old"
    assert [file.name for file in tmp_path.glob("名册*")] == ["名册.xlsx"]


def test_a_folder_that_is_not_there_is_told(register, tmp_path):
    with pytest.raises(StorageProblem):
        register.exports.residents(tmp_path / "没有" / "名册.xlsx", ResidentFilter())


def test_people_stand_in_the_order_of_the_table(register, tmp_path):
    path = tmp_path / "名册.xlsx"
    wanted = ResidentFilter()

    for descending in (False, True):
        register.exports.residents(path, wanted, sort=ResidentSort.NAME, descending=descending)

        ids = register.residents.list_ids(wanted, ResidentSort.NAME, descending=descending)
        shown = [row.name for row in register.residents.rows(ids)]
        assert list(lines(path)) == shown
