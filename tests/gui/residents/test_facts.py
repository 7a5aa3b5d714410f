from support.people import make_id

from linli.domain.residents import FloatingStay
from linli.domain.values.masking import Masks
from linli.gui.residents.facts import floating_facts


def test_numbers_of_a_floating_person_are_masked(qapp):
    stay = FloatingStay(permit_number=make_id(), landlord_phone="13900001234")
    shown = dict(floating_facts(stay, Masks()))
    assert shown == {
        "证照号码": "652328********" + make_id()[-4:],
        "房东电话": "139****1234",
    }


def test_what_is_not_recorded_has_no_line(qapp):
    assert floating_facts(FloatingStay(), Masks()) == []
