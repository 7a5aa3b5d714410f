"""Alt and a letter means one thing in each dialog of the personal data."""

from datetime import date

import pytest
from support.mnemonics import letters, taken_twice

from linli.domain.consents import ConsentDraft
from linli.domain.privacy_requests import RequestDraft, RequestKind
from linli.gui.privacy.consent_forms import ConsentForm, NoticeFactsForm, WithdrawForm
from linli.gui.privacy.consents import ConsentsDialog
from linli.gui.privacy.erase import EraseDialog
from linli.gui.privacy.request_forms import AnswerForm, RequestForm, VoidForm
from linli.gui.privacy.requests import RequestsDialog
from linli.gui.privacy.retention import RetentionDialog
from linli.gui.privacy.retention_forms import KeepForm, RulesForm

TODAY = date(2026, 11, 23)


def _asked(desk, cast):
    draft = RequestDraft(
        name="张建国",
        resident_id=cast.head,
        kind=RequestKind.ACCESS,
        received_on=TODAY,
        content="要副本",
    )
    requests = desk.services.privacy_requests
    return requests.get(requests.add(draft)[0])


def _signed(desk, cast):
    desk.services.consents.add([ConsentDraft(resident_id=cast.head, day=TODAY)])
    return desk.services.consents.of_resident(cast.head)[0]


DIALOGS = {
    "consents": lambda desk, _: ConsentsDialog(desk),
    "consent": lambda desk, cast: ConsentForm(desk, [cast.head], "张建国", None),
    "withdrawal": lambda desk, cast: WithdrawForm(desk, _signed(desk, cast), "张建国", None),
    "notice": lambda desk, _: NoticeFactsForm(desk, None),
    "requests": lambda desk, cast: _asked(desk, cast) and RequestsDialog(desk),
    "request": lambda desk, cast: RequestForm(desk, _asked(desk, cast), None),
    "answer": lambda desk, cast: AnswerForm(desk, _asked(desk, cast), None),
    "void": lambda desk, cast: VoidForm(desk, _asked(desk, cast), None),
    "retention": lambda desk, _: RetentionDialog(desk),
    "rules": lambda desk, _: RulesForm(desk, None),
    "keeping": lambda desk, _: KeepForm(desk, [], None),
    "erasure": lambda desk, cast: EraseDialog(
        desk, cast.head, desk.services.erasures.plan(cast.head)
    ),
}


@pytest.mark.parametrize("name", DIALOGS)
def test_no_letter_is_taken_twice(desk, cast, show, name):
    dialog = show(DIALOGS[name](desk, cast))
    assert letters(dialog)
    assert not taken_twice(dialog)
