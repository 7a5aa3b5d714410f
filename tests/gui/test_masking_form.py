"""Choosing the digits that stay."""

from dataclasses import replace

import pytest
from support.people import make_draft, make_phone
from support.roles import as_role

from linli.domain.accounts import Role
from linli.domain.values.masking import Masks
from linli.errors import NotAllowedError
from linli.gui.masking_form import MaskingForm


def test_other_digits_hold_in_lists_and_in_the_history(desk, services, show):
    person, _ = services.residents.add(make_draft("张三", phones=(make_phone("13812345678"),)))
    form = show(MaskingForm(desk))
    assert form.form.value("document") == (6, 4)
    form.form.editor("document").set_value((1, 1))
    form.form.editor("mobile").set_value((0, 4))
    form.form.editor("seconds").set_value(120)
    form.save_button.click()
    assert services.masking.masks() == Masks(document=(1, 1), mobile=(0, 4))
    assert services.masking.clipboard_seconds() == 120
    (row,) = services.residents.rows([person])
    assert row.phone == "*******5678"
    assert row.document.startswith("6****")
    assert "*******5678" in repr(services.history.of_resident(person))


def test_only_who_sets_the_hall_chooses(desk, services):
    clerk = replace(desk, services=as_role(services, Role.CLERK))
    with pytest.raises(NotAllowedError):
        clerk.services.masking.save(Masks(), 60)
