"""Attachments of cases through the service: taken in once, kept byte for byte, brought back."""

from dataclasses import replace
from datetime import date

import pytest
from support import scans
from support.cases import accepted, put_in, register, take
from support.ledgers import PASSWORD
from support.people import make_document, make_id

from linli.domain.accounts import Actor, Role
from linli.domain.case_file_rules import LONGEST_NAME
from linli.domain.case_files import CaseFileDraft, Incoming, MediaType
from linli.domain.case_flow import Step
from linli.domain.case_papers import PaperKind
from linli.domain.cases import Party, Side
from linli.domain.erasures import Ground
from linli.domain.residents import ResidentDraft
from linli.errors import ConflictError, InvalidInput, NotAllowedError, NotFoundError, UserError
from linli.progress import Cancelled, Progress
from linli.services import case_files as service
from linli.services.container import Services
from linli.services.ledger import verify

IDENTITY = CaseFileDraft(kind=PaperKind.IDENTITY, name="")


def names(services, case):
    return [file.facts.name for file in services.case_files.files(case.id)]


def scans_kept(services):
    with services.context.db.reading() as connection:
        return connection.exec_driver_sql("SELECT count(*) FROM case_scan").scalar_one()


# ---- taking in -----------------------------------------------------------------------------


def test_files_of_all_kinds_are_taken_in_together(services):
    case = accepted(services)
    taken, _ = services.case_files.add(
        case.id,
        IDENTITY,
        [
            Incoming(name="a.pdf", content=scans.make_pdf((210, 297), (210, 297))),
            Incoming(name="b.jpg", content=scans.jpeg()),
            Incoming(name="c.png", content=scans.png()),
            Incoming(name="d.tif", content=scans.tiff(3)),
        ],
    )
    files = services.case_files.files(case.id)
    assert [file.id for file in files] == list(taken.ids)
    assert [(file.media_type, file.pages) for file in files] == [
        (MediaType.PDF, 2),
        (MediaType.JPEG, 1),
        (MediaType.PNG, 1),
        (MediaType.TIFF, 3),
    ]
    assert names(services, case) == [f"当事人身份证明（{n}）" for n in (1, 2, 3, 4)]
    assert files[0].added_on == date(2026, 11, 23)


def test_what_cannot_be_read_is_told_and_the_others_go_in(services):
    case = accepted(services)
    taken, _ = services.case_files.add(
        case.id,
        IDENTITY,
        [
            Incoming(name="坏.pdf", content=b"%PDF-1.7"),
            Incoming(name="好.png", content=scans.png()),
            Incoming(name="锁.pdf", content=scans.locked_pdf()),
        ],
    )
    assert len(taken.ids) == 1
    assert [each.name for each in taken.refused] == ["坏.pdf", "锁.pdf"]
    assert "有密码" in taken.refused[1].why


def test_the_same_scan_is_not_taken_twice(services):
    case = accepted(services)
    put_in(services, case)
    again = [
        Incoming(name="同一张.png", content=scans.png()),
        Incoming(name="新.tif", content=scans.tiff()),
        Incoming(name="新的又一次.tif", content=scans.tiff()),
    ]
    taken, _ = services.case_files.add(case.id, IDENTITY, again)
    assert taken.known == ("同一张.png", "新的又一次.tif")
    assert len(taken.ids) == 1


def test_files_of_the_machine_are_read_and_one_that_is_gone_is_told(
    services, tmp_path, monkeypatch
):
    case = accepted(services)
    there, large = tmp_path / "身份证.png", tmp_path / "录像.png"
    there.write_bytes(scans.png())
    large.write_bytes(bytes(200_000))
    monkeypatch.setattr(service, "LARGEST_FILE", 100_000)
    paths = [there, tmp_path / "没有.png", large]
    taken, _ = services.case_files.add_paths(case.id, IDENTITY, paths)
    assert len(taken.ids) == 1
    assert [each.name for each in taken.refused] == ["没有.png", "录像.png"]
    assert "读不了" in taken.refused[0].why
    assert "最大 50 MB" in taken.refused[1].why


def test_two_cases_share_the_bytes_of_a_scan(services):
    first, second = accepted(services), accepted(services)
    put_in(services, first)
    put_in(services, second)
    assert scans_kept(services) == 1


def test_nothing_is_taken_when_the_clerk_stops(services):
    case = accepted(services)
    files = [Incoming(name="长.tif", content=scans.tiff(5))]
    with pytest.raises(Cancelled):
        services.case_files.add(
            case.id, IDENTITY, files, progress=Progress(is_cancelled=lambda: True)
        )
    assert services.case_files.files(case.id) == []


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (CaseFileDraft(kind=PaperKind.COVER, name=""), "kind"),
        (replace(IDENTITY, name="名" * (LONGEST_NAME + 1)), "name"),
        (replace(IDENTITY, note="注" * 100), "note"),
    ],
)
def test_a_draft_that_breaks_a_rule_says_where(services, draft, field):
    case = accepted(services)
    with pytest.raises(InvalidInput) as told:
        services.case_files.add(case.id, draft, [Incoming(name="a", content=scans.png())])
    assert told.value.problems[0].field == field


def test_a_case_that_is_gone_gets_no_file(services):
    with pytest.raises(NotFoundError):
        services.case_files.add(9, IDENTITY, [Incoming(name="a", content=scans.png())])
    assert scans_kept(services) == 0


def test_the_journal_does_not_double_the_bytes(services):
    case = accepted(services)
    put_in(services, case, content=scans.tiff(20, mode="L", compression="jpeg"))
    with services.context.db.reading() as connection:
        kept = connection.exec_driver_sql("SELECT max(size) FROM case_scan").scalar_one()
        said = connection.exec_driver_sql(
            "SELECT sum(length(coalesce(before, '')) + length(coalesce(after, ''))) "
            "FROM journal_change WHERE table_name LIKE 'case_%'"
        ).scalar_one()
    assert kept > 200_000
    assert said < 20_000


# ---- afterwards ----------------------------------------------------------------------------


def test_a_file_is_renamed_noted_and_given_to_a_party(services):
    case = accepted(services)
    file_id = put_in(services, case)
    party = case.facts.parties[0]
    changed = CaseFileDraft(
        kind=PaperKind.EVIDENCE, name=" 漏水  照片 ", note="复印件", party_id=party.id
    )
    services.case_files.update(file_id, changed, version=1)
    (file,) = services.case_files.files(case.id)
    assert (file.facts.name, file.facts.note) == ("漏水 照片", "复印件")
    assert (file.facts.kind, file.facts.party_id) == (PaperKind.EVIDENCE, party.id)
    with pytest.raises(ConflictError, match="刚才被改过"):
        services.case_files.update(file_id, changed, version=1)


def test_files_are_put_into_another_order(services):
    case = accepted(services)
    ids = [
        put_in(services, case, content=scans.png(scans.page((50, 50 + n), "RGB"))) for n in range(3)
    ]
    services.case_files.reorder(case.id, [ids[2], ids[0], ids[1]])
    assert [file.id for file in services.case_files.files(case.id)] == [ids[2], ids[0], ids[1]]
    services.history.undo()
    assert [file.id for file in services.case_files.files(case.id)] == ids


def test_undo_brings_back_what_was_taken_out_byte_for_byte(services):
    case = accepted(services)
    file_id = put_in(services, case, content=scans.make_pdf((210, 297)))
    (before,) = services.case_files.files(case.id)
    services.case_files.remove(case.id, [file_id])
    assert services.case_files.files(case.id) == []
    services.history.undo()
    assert services.case_files.files(case.id) == [before]
    assert services.case_files.view(file_id) == scans.make_pdf((210, 297))


def test_undo_of_adding_takes_it_out(services):
    case = accepted(services)
    put_in(services, case)
    services.history.undo()
    assert services.case_files.files(case.id) == []


def test_looking_at_a_file_is_recorded_without_its_name(services):
    case = accepted(services)
    file_id = put_in(services, case, name="赵某身份证")
    assert services.case_files.view(file_id).startswith(b"%PDF")
    with services.context.db.reading() as connection:
        event = connection.exec_driver_sql(
            "SELECT action, subject, detail FROM audit_event ORDER BY id DESC LIMIT 1"
        ).one()
    assert event.action == "查看卷宗附件"
    assert event.subject == f"mediation_case/{case.id}"
    assert "赵某" not in event.detail


def test_the_file_of_an_archived_case_stays_as_it_is(services):
    case = take(services, accepted(services), Step.DECLINE, date(2026, 8, 9), reason="不愿调解")
    case = take(services, case, Step.ARCHIVE, date(2026, 8, 10))
    (file,) = services.case_files.files(case.id)
    for change in (
        lambda: put_in(services, case, content=scans.tiff()),
        lambda: services.case_files.update(file.id, file.facts),
        lambda: services.case_files.reorder(case.id, [file.id]),
        lambda: services.case_files.remove(case.id, [file.id]),
    ):
        with pytest.raises(UserError, match="已经归档"):
            change()


@pytest.mark.parametrize("role", [Role.READER, Role.ROSTER_KEEPER, Role.AUDITOR])
def test_others_see_nothing_of_a_case_file(services, role):
    case = accepted(services)
    context = services.context
    actor = Actor(account_id=context.actor.account_id, name="别人", role=role)
    others = Services(replace(context, actor=actor))
    for refused in (
        lambda: others.case_files.files(case.id),
        lambda: others.case_files.missing(case.id),
        lambda: others.case_files.bind(case.id),
        lambda: others.case_files.view(1),
    ):
        with pytest.raises(NotAllowedError):
            refused()


# ---- damage and erasure --------------------------------------------------------------------


def test_bytes_that_changed_are_found_and_not_shown(services):
    case = accepted(services)
    file_id = put_in(services, case)
    assert not verify(services.context).problems
    with services.context.db.writing("t", services.context.actor, services.context.clock()) as work:
        work.connection.exec_driver_sql("UPDATE case_scan SET content = x'00'")
    problems = verify(services.context).problems
    assert any(f"卷宗附件 {file_id} " in each for each in problems)
    with pytest.raises(UserError, match="和当时存的不一样"):
        services.case_files.view(file_id)


def person_case(services):
    """Return a resident who is a party to a case, and the case."""
    resident_id, _ = services.residents.add(
        ResidentDraft(name="赵𬱖", documents=(make_document(make_id()),))
    )
    case = register(services)
    facts = replace(
        case.facts,
        parties=(
            *case.facts.parties,
            Party(side=Side.OTHER, name="赵𬱖", resident_id=resident_id),
        ),
    )
    services.cases.update(case.id, facts, version=case.version)
    case = take(services, services.cases.get(case.id), Step.ACCEPT, date(2026, 8, 5))
    return resident_id, case


def test_erasing_a_party_removes_their_scans_and_the_bytes_of_bound_files(services):
    resident_id, case = person_case(services)
    party = next(each for each in case.facts.parties if each.resident_id == resident_id)
    own = put_in(services, case, content=scans.tiff(), party_id=party.id, name="赵𬱖身份证")
    gone = put_in(services, case, content=scans.tiff(2), party_id=party.id, name="赵𬱖户口页")
    services.case_files.remove(case.id, [gone])
    shared = put_in(services, case, content=scans.jpeg(), kind=PaperKind.EVIDENCE)
    case = take(services, case, Step.DECLINE, date(2026, 8, 9), reason="不愿调解")
    case = take(services, case, Step.ARCHIVE, date(2026, 8, 10))
    assert services.case_files.volumes(case.id)[0].whole
    plan = services.erasures.plan(resident_id)
    assert any("没有写明是谁的附件保留" in each for each in plan.stays)
    services.erasures.erase(resident_id, ground=Ground.WITHDRAWN, left=(), password=PASSWORD)
    assert own not in [file.id for file in services.case_files.files(case.id)]
    assert shared in [file.id for file in services.case_files.files(case.id)]
    (volume,) = services.case_files.volumes(case.id)
    assert not volume.whole
    with pytest.raises(UserError, match="按规定删除"):
        services.case_files.volume(case.id, 1)
    assert scans_kept(services) == 2
    assert not verify(services.context).problems
