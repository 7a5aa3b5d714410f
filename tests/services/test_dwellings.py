from datetime import date

import pytest
from support.people import make_document, make_draft

from linli.domain.grids import GridDraft
from linli.domain.residents import HomeDraft, ManagementClass, RentalDraft, Tenancy
from linli.domain.values.addresses import Address
from linli.domain.values.dates import PartialDate
from linli.errors import ConflictError, InvalidInput, NotFoundError, UserError

FLAT = Address(estate="幸福小区", building="3号楼", unit="2单元", room="501")
RENTAL = RentalDraft(
    number="CZ-01",
    landlord_name="王五",
    landlord_document=make_document(),
    landlord_phone="13900000001",
    rooms=3,
    occupants=2,
    management=ManagementClass.KEY,
    review_date=date(2027, 1, 1),
    since=PartialDate(2025, 6),
    note="合租",
    tenancies=(
        Tenancy(name="钱一", room="东间", since=PartialDate(2025, 6), until=date(2026, 12, 31)),
        Tenancy(name="孙二", document=make_document(sequence=9), phone="13900000002"),
    ),
)


def test_an_address_is_one_dwelling_however_it_is_spelt(services):
    first, changes = services.dwellings.find_or_add(FLAT)
    again, nothing = services.dwellings.find_or_add(
        Address(estate="幸福小区", building="三栋", unit="二单元", room="501室")
    )
    assert again == first
    assert changes.entry_id is not None
    assert nothing.entry_id is None
    assert services.dwellings.get(first).address == FLAT


def test_an_absent_part_is_absent(services):
    dwelling, _ = services.dwellings.find_or_add(
        Address(estate="幸福巷", building="12号", unit=" ", room="无")
    )
    assert services.dwellings.get(dwelling).address == Address(estate="幸福巷", building="12号")
    with pytest.raises(InvalidInput, match="没有填写地址"):
        services.dwellings.find_or_add(Address(building=" "))


def test_a_corrected_address_is_found_under_the_new_one_only(services):
    dwelling, _ = services.dwellings.find_or_add(FLAT)
    services.residents.add(make_draft("张三", dwelling_id=dwelling))
    new = Address(estate="光明小区", building="4号楼", room="101")
    services.dwellings.update(dwelling, new, None, version=1)
    assert [row.name for row in services.residents.find("4-101")] == ["张三"]
    assert services.residents.find("幸福小区") == []
    services.history.undo()
    assert [row.name for row in services.residents.find("3-2-501")] == ["张三"]
    with pytest.raises(ConflictError):
        services.dwellings.update(dwelling, new, None, version=1)


def test_two_dwellings_never_share_an_address(services):
    services.dwellings.find_or_add(FLAT)
    other, _ = services.dwellings.find_or_add(Address(building="9号楼", room="1"))
    with pytest.raises(InvalidInput, match="已经登记过了"):
        services.dwellings.update(other, FLAT, None, version=1)


def test_a_dwelling_moves_to_another_grid_by_hand(services):
    grid, _ = services.grids.add(GridDraft(number="1", name="第一网格"))
    dwelling, _ = services.dwellings.find_or_add(FLAT, grid)
    assert services.dwellings.get(dwelling).grid_label == "第一网格"
    services.dwellings.update(dwelling, FLAT, None, version=1, note="空房")
    found = services.dwellings.get(dwelling)
    assert (found.grid_id, found.note) == (None, "空房")


def test_a_dwelling_in_use_is_not_removed(services):
    used, _ = services.dwellings.find_or_add(FLAT)
    services.residents.add(make_draft("张三", dwelling_id=used))
    with pytest.raises(UserError, match="不能删除"):
        services.dwellings.remove(used)
    free, _ = services.dwellings.find_or_add(Address(building="9号楼"))
    services.dwellings.remove(free)
    with pytest.raises(NotFoundError):
        services.dwellings.get(free)


def test_a_rental_comes_back_as_it_was_given(services):
    dwelling, _ = services.dwellings.add_rental(FLAT, RENTAL)
    assert services.dwellings.get(dwelling).rental == RENTAL
    assert [each.id for each in services.dwellings.list_rentals()] == [dwelling]
    counts = services.residents.counts()
    assert (counts.rentals, counts.rental_rooms, counts.rental_occupants) == (1, 3, 2)


def test_a_changed_rental_keeps_tenants_in_order_and_undo_brings_them_back(services):
    dwelling, _ = services.dwellings.add_rental(FLAT, RENTAL)
    version = services.dwellings.get(dwelling).version
    changed = RentalDraft(rooms=2, tenancies=RENTAL.tenancies[1:])
    services.dwellings.set_rental(dwelling, changed, version=version)
    assert services.dwellings.get(dwelling).rental == changed
    with pytest.raises(ConflictError):
        services.dwellings.set_rental(dwelling, RENTAL, version=version)
    services.history.undo()
    assert services.dwellings.get(dwelling).rental == RENTAL


def test_ending_a_letting_is_one_step(services):
    dwelling, _ = services.dwellings.add_rental(FLAT, RENTAL)
    version = services.dwellings.get(dwelling).version
    services.dwellings.set_rental(dwelling, None, version=version)
    assert services.dwellings.get(dwelling).rental is None
    assert services.history.state().undo.action == "取消出租登记 幸福小区3号楼2单元501室"
    services.history.undo()
    assert services.dwellings.get(dwelling).rental == RENTAL


def test_a_wrong_rental_is_refused(services):
    services.dwellings.add_rental(FLAT, RENTAL)
    elsewhere = Address(building="9号楼")
    for address, draft, words in (
        (FLAT, RentalDraft(), "已登记为出租房屋"),
        (elsewhere, RentalDraft(number=" CZ-01"), "「CZ-01」已经用过"),
        (elsewhere, RentalDraft(rooms=-1), "房间数「-1」不对"),
        (elsewhere, RentalDraft(tenancies=(Tenancy(name=" "),)), "没有填写姓名"),
    ):
        with pytest.raises(InvalidInput, match=words):
            services.dwellings.add_rental(address, draft)
    assert len(services.dwellings.list_rentals()) == 1


def test_addresses_are_suggested_while_typed_in_walking_order(services):
    for building, room in (("10号楼", "101"), ("3号楼", "501"), ("3号楼", "51")):
        address = Address(estate="幸福小区", building=building, unit="2单元", room=room)
        services.dwellings.find_or_add(address)
    services.dwellings.find_or_add(Address(estate="幸福巷", building="12号"))

    def shown(typed):
        return [text for _, text in services.dwellings.suggest(typed)]

    assert shown("3-2-5") == ["幸福小区3号楼2单元51室", "幸福小区3号楼2单元501室"]
    assert shown("幸福巷") == ["幸福巷12号"]
    assert len(shown("幸福")) == 4
    assert len(shown("")) == 4
    assert shown("%") == []
    assert services.dwellings.estates() == ["幸福小区", "幸福巷"]
    assert services.dwellings.buildings("幸福小区") == ["3号楼", "10号楼"]


def test_revealing_a_rentals_numbers_is_audited(services):
    dwelling, _ = services.dwellings.add_rental(FLAT, RENTAL)
    services.dwellings.reveal(dwelling, "核对房东")
    event = services.history.events(1)[0]
    assert (event.action, event.subject) == ("查看完整号码", f"dwelling/{dwelling}")
    with pytest.raises(NotFoundError):
        services.dwellings.reveal(99, "无")


def test_a_tenant_who_is_erased_from_the_bin_stays_named(services):
    home = HomeDraft(address=FLAT)
    resident, _ = services.residents.add(make_draft("钱一"), home)
    rental = RentalDraft(tenancies=(Tenancy(name="钱一", resident_id=resident),))
    dwelling = services.residents.get(resident).facts.dwelling_id
    services.dwellings.set_rental(dwelling, rental, version=1)
    services.residents.recycle([resident])
    assert services.dwellings.get(dwelling).rental == rental
