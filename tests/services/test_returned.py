"""Who was erased and is brought back by an older backup: offered until it is decided."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from support.ledgers import ACCOUNT, PASSWORD
from support.people import make_document, make_draft, make_id

from linli.domain.accounts import Role
from linli.domain.erasures import Ground
from linli.errors import NotAllowedError, NotFoundError, UserError, WrongPasswordError
from linli.services import restores
from linli.services.container import Services, open_services
from linli.services.context import Context
from linli.services.ledger import unlock, verify
from linli.services.restores import Secret

SECRET = Secret(account=ACCOUNT, text=PASSWORD)


def _restored(services: Services, path, clock) -> Services:
    data_dir = services.context.data_dir
    prepared = restores.prepare(data_dir, path, SECRET, present=services.context, clock=clock)
    services.context.db.close()
    restores.switch(data_dir, prepared)
    assert prepared.returned == 1
    assert any("欧阳雪松" in note for note in prepared.notes)
    return open_services(unlock(data_dir, ACCOUNT, PASSWORD, clock))


@pytest.fixture
def back(services: Services, clock) -> Iterator[Services]:
    """A ledger that went back to a backup in which somebody is who was erased since."""
    person = services.residents.add(
        make_draft("欧阳雪松", documents=(make_document(make_id(sequence=321)),))
    )[0]
    kept = services.backups.make("手动备份").path
    services.erasures.erase(person, ground=Ground.REQUEST, password=PASSWORD)
    assert services.erasures.waiting() == []
    restored = _restored(services, kept, clock)
    yield restored
    restored.context.db.close()


def test_whoever_came_back_waits_until_erased_again(back: Services, clock) -> None:
    (person,) = back.erasures.waiting()
    assert (person.name, person.certain) == ("欧阳雪松", True)
    back.context.db.close()  # later, after another sign-in
    later = open_services(unlock(back.context.data_dir, ACCOUNT, PASSWORD, clock))
    assert later.erasures.waiting() == [person]
    assert later.erasures.erase_again([person.resident_id], password=PASSWORD) == 1
    assert later.erasures.waiting() == []
    with pytest.raises(NotFoundError):
        later.residents.get(person.resident_id)
    assert verify(later.context).problems == ()
    later.context.db.close()


def test_erasing_again_asks_for_the_password_and_the_right(back: Services) -> None:
    (person,) = back.erasures.waiting()
    with pytest.raises(WrongPasswordError):
        back.erasures.erase_again([person.resident_id], password="falsch-2026")
    clerk = Context(
        back.context.db,
        replace(back.context.actor, role=Role.CLERK),
        back.context.clock,
        back.context.data_dir,
    )
    assert Services(clerk).erasures.waiting() == []
    with pytest.raises(NotAllowedError):
        Services(clerk).erasures.erase_again([person.resident_id], password=PASSWORD)
    assert back.erasures.waiting() == [person]


def test_who_never_was_erased_is_not_erased_again(back: Services) -> None:
    other = back.residents.add(make_draft("李四", sequence=125))[0]
    assert back.erasures.erase_again([other], password=PASSWORD) == 0
    assert back.residents.get(other).facts.name == "李四"


def test_whoever_has_the_number_of_an_erased_person_is_no_other(back: Services) -> None:
    (person,) = back.erasures.waiting()
    with pytest.raises(UserError, match="请再次删除"):
        back.erasures.are_others([person.resident_id])
    assert back.erasures.waiting() == [person]


def test_a_namesake_who_was_said_to_be_another_is_not_offered_again(
    services: Services,
) -> None:
    draft = make_draft("欧阳雪松")
    person = services.residents.add(draft)[0]
    services.erasures.erase(person, ground=Ground.REQUEST, password=PASSWORD)
    same_day = make_draft("欧阳雪松", sequence=127)
    assert same_day.birth == draft.birth
    namesake = services.residents.add(same_day)[0]
    (found,) = services.erasures.returned()
    assert (found.resident_id, found.certain) == (namesake, False)
    services.erasures.are_others([namesake])
    assert services.erasures.returned() == []
    services.history.undo()
    assert services.erasures.returned() == [found]
