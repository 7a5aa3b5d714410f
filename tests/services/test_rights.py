"""Which right each use case asks for first; a method that nobody decided on fails here."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cached_property
from inspect import Parameter, getmembers, isgenerator, signature
from typing import TYPE_CHECKING, Any, cast

import pytest
from support.ledgers import FixedClock
from typing_extensions import override

from linli.domain.accounts import Actor, Right, Role, rights_of, roles_with
from linli.errors import NotAllowedError
from linli.paths import DataDir
from linli.services.container import Services
from linli.services.context import Context
from linli.services.jump import JumpService

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

FREE = None
"""Asks for no right of its own: what is needed before anybody works, or what others guard."""

NEEDS: dict[str, dict[Right | None, str]] = {
    "beds": {
        Right.READ: "list_all facilities get of_resident history register plan",
        Right.REVEAL: "reveal",
        Right.EDIT: "add_many update admit update_stay leave move",
        Right.REMOVE: "remove",
    },
    "boards": {
        Right.READ: "entries missing_photos",
        Right.EDIT: "save fill_from_party_members",
    },
    "calendar": {
        FREE: "calendar",
        Right.SETTINGS: "save_year remove_year",
    },
    "cards": {
        Right.READ: (
            "kinds ids_for_text ids_for_grid fingerprints check_unchanged issued_to "
            "standing_at count_outdated_by find_number outdated outdated_summary"
        ),
        Right.PRINT: "prepare prepare_again prepare_outdated reprint preview issue record withdraw",
    },
    "case_files": {
        Right.MEDIATE: (
            "files add add_paths update reorder remove view entries missing bind transfer_package "
            "locked save_locked volumes volume prepare_volume keep_volume keeping keep_for"
        ),
    },
    "case_papers": {
        Right.MEDIATE: (
            "lines open versions current preview save_draft discard_draft issue pdf draft_pdf "
            "version_pdf setup"
        ),
        Right.SETTINGS: "save_setup",
    },
    "festivals": {
        Right.READ: "years lines suggested",
        Right.ROSTER: "save_year remove_year give",
    },
    "volunteers": {
        Right.ROSTER: "take_over",
        Right.PRINT: "registration_form",
    },
    "rosters": {
        Right.READ: "plans get_plan month problem conflicts remarks why why_not register on_duty",
        Right.ROSTER: "save_plan remove_plan save_cells set_wish fill publish change",
    },
    "roster_papers": {
        Right.READ: "people",
        Right.PRINT: "wall door stations slips phones hand_over calendar workbook",
    },
    "case_reports": {
        Right.MEDIATE: "count enter freeze list_frozen get_frozen pdf workbook",
    },
    "doubles": {
        Right.READ: "candidates remaining known compare list_not_same list_merges report",
        Right.EDIT: "not_same forget_not_same",
        Right.REMOVE: "merge unmerge",
    },
    "dwellings": {
        Right.READ: "get list_rentals suggest estates buildings",
        Right.EDIT: "find_or_add update set_rental add_rental",
        Right.REMOVE: "remove",
        Right.REVEAL: "reveal",
    },
    "elders": {
        Right.READ: "list_all count register",
    },
    "elevations": {
        Right.READ: "places elevation",
        Right.PRINT: "pdf",
    },
    "entitlements": {
        Right.READ: "list_all sums register get",
        Right.EDIT: "add update end reviewed",
        Right.REMOVE: "remove",
    },
    "exports": {
        Right.EXPORT: "residents",
    },
    "filters": {
        Right.READ: "count words phrases places choices register list_all find",
        Right.EDIT: "save replace rename remove move",
    },
    "fonts": {
        FREE: "serving drawn_font missing list_added added_files drop_unused",  # for the screen
        Right.DESIGN: "add remove",
    },
    "grids": {
        Right.READ: "list_all list_closed names facts name_for get buildings_without_grid history "
        "on propose_number",
        Right.EDIT: "add update",
        Right.REMOVE: "remove",
    },
    "grid_changes": {
        Right.READ: "preview_move preview_split preview_join preview_renaming",
        Right.EDIT: "move assign split join rename",
    },
    "grid_trees": {Right.READ: "top below dwellings conflicts"},
    "cases": {
        Right.MEDIATE: (
            "get load find_number list_rows count of_resident register_list register update "
            "take_step next_number hall committee_hints add_meeting update_meeting "
            "remove_meeting save_agreement set_duty_done add_follow_up update_follow_up "
            "conflicts party_of_resident party_of_organisation suggestions"
        ),
        Right.REVEAL: "reveal",
        Right.SETTINGS: "save_hall",
    },
    "communities": {
        Right.READ: "list_all names rule",
        Right.EDIT: "save_rule add update",
        Right.REMOVE: "remove",
    },
    "history": {
        FREE: "state",  # what undo would do
        Right.READ: "entries of_resident of_record of_records",
        Right.EDIT: "undo redo",
        Right.AUDIT: "events",
    },
    "households": {
        Right.READ: "get find_number find",
        Right.EDIT: "add update move_to split join set_head move_member remove_if_empty",
    },
    "imports": {
        Right.IMPORT: (
            "open open_pasted plan plan_sheet with_shape fields preview dry_run run write_report"
        ),
    },
    "jump": {
        Right.READ: "catalogue find",
    },
    "mediation_texts": {
        Right.MEDIATE: "phrases phrases_for",
        Right.SETTINGS: "save_phrases",
    },
    "missing": {
        Right.READ: "counts count list_all register",
    },
    "names": {
        Right.READ: "library check glyphs",
        Right.EDIT: "replace_in",
        Right.DESIGN: "map_code keep_glyph remove_glyph",
    },
    "neighbours": {
        Right.READ: "list_all get register",
        Right.REVEAL: "reveal",
        Right.EDIT: "add update end",
        Right.REMOVE: "remove",
    },
    "notice_kinds": {
        Right.READ: "list_all broken get not_offered used",
        Right.DESIGN: "copy save remove",
    },
    "notice_papers": {
        Right.READ: "preview",
        Right.PRINT: "pdf archive_copy",
        Right.EDIT: "issue revise",
    },
    "notices": {
        Right.READ: (
            "list_all count years get issuers begin defaults facts names recipients next_number "
            "troubles receipt"
        ),
        Right.SETTINGS: "save_issuers",
        Right.EDIT: "save_draft withdraw",
        Right.REMOVE: "remove_draft",
    },
    "organisations": {
        Right.READ: "list_all get register",
        Right.REVEAL: "reveal",
        Right.EDIT: "checked_leader add update",
        Right.REMOVE: "remove",
    },
    "pairings": {
        Right.READ: "list_all of_household get candidates",
        Right.EDIT: "add update end",
        Right.REMOVE: "remove",
    },
    "paper": {
        Right.READ: "sheets_for sheet shipped_sheets own_sheets profiles profile profile_for",
        Right.DESIGN: "save_sheet remove_sheet save_profile remove_profile calibrate",
        Right.PRINT: "calibration_sheet blank_sheet turn_test",
    },
    "party": {
        Right.READ: "sums members count register",
    },
    "queries": {
        Right.READ: "residents entitlements",
    },
    "hours": {
        Right.READ: (
            "duty sign_in_sheet records register month_sums month_register notes note_register "
            "hand_overs hand_over_register"
        ),
        Right.ROSTER: (
            "confirm add update remove save_note remove_note save_hand_over remove_hand_over"
        ),
    },
    "hour_certificates": {
        Right.READ: "list_all register",
        Right.ROSTER: "issue reissue",
        Right.PRINT: "pdf",
    },
    "workers": {
        Right.READ: "list_all get sums register suggestions leaves aparts",
        Right.REVEAL: "reveal",
        Right.ROSTER: (
            "add update end remove add_from_staff save_leave remove_leave add_apart remove_apart"
        ),
    },
    "dispatches": {
        Right.READ: "list_all get find_number suggestions workers sums register",
        Right.REVEAL: "reveal",
        Right.EDIT: "add update move",
        Right.PRINT: "slips",
    },
    "venues": {
        Right.READ: "list_ get register starters",
        Right.ROSTER: "add change remove add_starters",
    },
    "bookings": {
        Right.READ: "list_ get week conflicts same_again register free check",
        Right.REVEAL: "reveal",
        Right.ROSTER: "add change call_off remove",
    },
    "events": {
        Right.READ: "list_ get suggestions sums register",
        Right.ROSTER: "add change call_off hold reopen remove record_hours",
        Right.EDIT: "to_training",
    },
    "event_guests": {
        Right.READ: "list_guests places",
        Right.REVEAL: "reveal",
        Right.ROSTER: (
            "of_residents found of_team of_workers add_guests change_guest remove_guests "
            "mark_present"
        ),
    },
    "event_papers": {
        Right.READ: "sign_in attendance week",
        Right.PRINT: "notice door slip",
    },
    "providers": {
        Right.READ: "list_all get register vouchers voucher usable voucher_sums voucher_register",
        Right.EDIT: "add update issue update_voucher use unuse",
        Right.REMOVE: "remove remove_voucher",
    },
    "walks": {
        Right.READ: "buildings units doors out_of door_register sheets get find_number",
        Right.EDIT: "make enter void",
        Right.PRINT: "check_pdf",
    },
    "receptions": {
        Right.READ: "rules days plan_register blank_register visits visit receivers visit_register",
        Right.EDIT: "save_rule decide as_planned save_visit",
        Right.REMOVE: "remove_rule remove_visit",
        Right.PRINT: "door_pdf",
        Right.REVEAL: "reveal",
    },
    "posts": {
        Right.READ: "list_all get seats foresee register",
        Right.EDIT: "add update end hand_over enter_seats",
        Right.REMOVE: "remove",
        Right.PRINT: "hand_over_pdf",
        Right.REVEAL: "reveal",
    },
    "post_checks": {
        Right.READ: "roles own_roles communities template load_rule unfilled vacancies doubled "
        "loads register",
        Right.SETTINGS: "save_own_roles save_template save_load_rule",
    },
    "claims": {
        Right.READ: "posts list_all sums get register",
        Right.EDIT: "save_post save mark to_board",
        Right.REMOVE: "remove_post remove",
        Right.PRINT: "pledge_pdf",
        Right.POST: "posted_register",
        Right.REVEAL: "reveal",
    },
    "duty_texts": {
        Right.READ: "list_all fields",
        Right.EDIT: "save",
        Right.REMOVE: "remove",
        Right.PRINT: "pdf",
    },
    "limits": {
        Right.READ: "limits current register",
        Right.SETTINGS: "save remove",
    },
    "clocks": {
        Right.READ: "list_all summary month register",
        Right.MEDIATE: "of_case",
        Right.PRINT: "month_pdf",
    },
    "sweeps": {
        Right.MEDIATE: "list_all get findings sums goers checked_finding add update open_case "
        "register finding_register blank_register sheet",
        Right.REMOVE: "remove",
    },
    "petitions": {
        Right.SENSITIVE: "list_all get earlier of_visit clocks due summary units reveal add "
        "take_over update move void register told_slip answer_slip",
    },
    "suggestions": {
        Right.READ: "list_all get overdue register",
        Right.EDIT: "add update reply",
        Right.REMOVE: "void",
        Right.REVEAL: "reveal",
        Right.PRINT: "slip",
    },
    "registers": {
        Right.PRINT: "pdf",
        Right.EXPORT: "workbook",
    },
    "residents": {
        Right.READ: "list_ids rows get find find_ids suggestions counts",
        Right.REVEAL: "reveal",
        Right.EDIT: "add update move_out mark_deceased return_here",
        Right.REMOVE: "recycle restore",
    },
    "runs": {
        Right.READ: "list_all get latest_of next_slot",
        Right.PRINT: (
            "start portion last_portion preview side_of print_portion stopped_after "
            "stopped_at spoiled leave_out close reopen handover"
        ),
    },
    "sample": {
        Right.SETTINGS: "create",
    },
    "settings": {
        FREE: "hall safety",  # the window's title, the sign-in and the idle lock
        Right.SETTINGS: "save_hall save_safety save_value",
        Right.EDIT: "add_photo",
        Right.READ: "photo value",
    },
    "staff": {
        Right.READ: "list_all get",
        Right.EDIT: "add update move",
        Right.REMOVE: "remove",
    },
    "station_points": {
        Right.READ: "list_all get check_register gap_register phone_register people_register",
        Right.EDIT: "check",
        Right.PRINT: "signs",
    },
    "guides": {
        Right.READ: "list_all get register",
        Right.EDIT: "save",
        Right.REMOVE: "remove",
        Right.PRINT: "pdf wall telling",
    },
    "agency": {
        Right.READ: "list_all get promised_on register",
        Right.REVEAL: "reveal",
        Right.EDIT: "add update hand_over end void",
        Right.PRINT: "receipt",
    },
    "stations": {
        Right.READ: "list_all get",
        Right.EDIT: "add add_starter_stations update move",
        Right.REMOVE: "remove",
    },
    "surveys": {
        Right.READ: "list_all get result_register",
        Right.PRINT: "paper",
        Right.EDIT: "checked_question add update add_paper take_back_paper set_counts",
        Right.REMOVE: "remove",
    },
    "teams": {
        Right.READ: ("list_all get sources starter_plan register member_register callout_register"),
        Right.EDIT: "add update",
        Right.REMOVE: "remove",
        Right.SETTINGS: "save_sources",
        Right.PRINT: "plan_pdf",
    },
    "team_members": {
        Right.READ: "list_all get",
        Right.REVEAL: "reveal",
        Right.EDIT: "add update end add_residents add_found read_text read_file add_list",
        Right.REMOVE: "remove",
    },
    "patrols": {
        Right.READ: "list_all get plan roster ticks turns",
        Right.EDIT: "add update enter fill",
        Right.REMOVE: "remove",
    },
    "equipment": {
        Right.READ: "list_all issues drills usual_items register drill_register",
        Right.EDIT: "add update issue take_back add_drill update_drill",
        Right.REMOVE: "remove remove_drill",
    },
    "reports": {
        Right.READ: (
            "list_all count get find_number informants suggestions rules sums register sum_register"
        ),
        Right.EDIT: "add update move",
        Right.REMOVE: "void",
        Right.SETTINGS: "save_rules",
        Right.PRINT: "slip feedback",
    },
    "allowances": {
        Right.READ: "rules sheet register",
        Right.EDIT: "set_amount add_change remove_change close",
        Right.SETTINGS: "save_rules",
    },
    "templates": {
        Right.READ: "kinds list_all broken get draft problems sample card_of preview cards_out",
        Right.DESIGN: "new duplicate save save_as_new rename remove export_file import_file",
    },
    "trainings": {
        Right.READ: "list_all sums register suggestions get",
        Right.EDIT: "add update",
        Right.REMOVE: "remove",
    },
    "visits": {
        Right.READ: "list_all count months visitors register month_register get",
        Right.EDIT: "add add_for update",
        Right.REMOVE: "remove",
    },
    "masking": {
        FREE: "masks may_reveal clipboard_seconds",  # digits, and what the window offers
        Right.POST: "for_posting",
        Right.SETTINGS: "save",
    },
    "outputs": {
        FREE: "sending save_pdf copied",  # record what others have made
    },
    "community_map": {
        Right.READ: "get labels",
        Right.EDIT: "move rearrange save_label remove_labels",
        Right.PRINT: "pdf",
    },
    "consents": {
        Right.PRIVACY: "add list_people remove withdraw",
        Right.READ: "count counts notice_facts of_resident",
        Right.PRINT: "notices",
        Right.SETTINGS: "save_notice_facts",
    },
    "erasures": {
        Right.ERASE: "anonymise_tenancy are_others erase erase_again plan",
        FREE: "finish returned waiting",
    },
    "exchange_files": {
        Right.EXCHANGE: (
            "apply code machines own_card preview read_key read_text rename revoke save_key "
            "scope trust write"
        ),
        FREE: "file_name",
    },
    "privacy_requests": {
        Right.PRIVACY: "add answer due_on extract get list_all slip update void",
        Right.PRINT: "extract_pdf",
        Right.EXPORT: "extract_workbook",
    },
    "retention": {
        Right.PRIVACY: "due keep rules",
        Right.SETTINGS: "save_rules",
    },
    "steps": {
        Right.READ: "changes plan",
        Right.EDIT: "take_back",
    },
    "accounts": {
        Right.ACCOUNTS: "list_all find add change_role reset_password retire reinstate",
    },
    "drafts": {
        FREE: "list_all keep drop",  # one's own
    },
    "audits": {
        Right.AUDIT: "list_ids rows changes accounts head verify export list_sheet head_sheet",
        FREE: "take_warnings check_head",
    },
    "backups": {
        Right.BACKUP: "make_by_hand choose_stick forget_stick make_at",
        Right.SETTINGS: "save_policy",
        FREE: (
            "make list_all latest due changed_since status policy rehearsal_due rehearse "
            "copy_to_stick drives stick_status list_on make_before"
        ),
    },
}


class _Passed(Exception):  # noqa: N818 - not an error
    """The use case asked for this right and got it; it goes no further."""

    def __init__(self, right: Right) -> None:
        super().__init__(right)
        self.right = right


class _Closed:
    """A ledger that nobody may touch before asking."""

    def limited(self, lacking: "Collection[Right]") -> "_Closed":
        assert lacking
        return self


@dataclass(frozen=True)
class _Gate(Context):
    """Stops a use case at the first right that it asks for."""

    @override
    def require(self, right: Right, what: str) -> None:
        super().require(right, what)
        raise _Passed(right)


def _services(role: Role, data_dir: DataDir) -> dict[str, object]:
    actor = Actor(account_id=1, name="王芳", role=role)
    services = Services(_Gate(cast("Any", _Closed()), actor, FixedClock(), data_dir))
    names = [
        name for name, _ in getmembers(Services, lambda what: isinstance(what, cached_property))
    ]
    return {name: getattr(services, name) for name in names} | {"jump": JumpService(services)}


def _methods(service: object) -> list[str]:
    return [
        name
        for kind in type(service).__mro__
        for name, what in vars(kind).items()
        if callable(what) and not name.startswith("_")
    ]


def _decided() -> dict[str, Right | None]:
    return {
        f"{service}.{method}": right
        for service, rights in NEEDS.items()
        for right, methods in rights.items()
        for method in methods.split()
    }


def _call(method: Any) -> object:
    """Call a use case with nonsense: it must ask before it looks at what it was given."""
    wanted = [
        parameter
        for parameter in signature(method).parameters.values()
        if parameter.default is Parameter.empty and parameter.kind is not Parameter.VAR_KEYWORD
    ]
    by_name = {each.name: None for each in wanted if each.kind is Parameter.KEYWORD_ONLY}
    result = method(*[None for each in wanted if each.name not in by_name], **by_name)
    if isgenerator(result):
        return next(cast("Iterator[object]", result))
    if isinstance(result, AbstractContextManager):
        return result.__enter__()
    return result


def test_somebody_has_decided_on_every_use_case(data_dir: DataDir) -> None:
    found = {
        f"{name}.{method}"
        for name, service in _services(Role.ADMINISTRATOR, data_dir).items()
        for method in _methods(service)
    }
    assert found == set(_decided())


@pytest.mark.parametrize("role", Role)
def test_every_use_case_asks_for_its_right_before_anything_else(
    role: Role, data_dir: DataDir
) -> None:
    services = _services(role, data_dir)
    for name, right in _decided().items():
        if right is FREE:
            continue
        service, method = name.split(".")
        with pytest.raises((_Passed, NotAllowedError)) as caught:
            _call(getattr(services[service], method))
        if right in rights_of(role):
            assert isinstance(caught.value, _Passed), name
            assert caught.value.right is right, name
        else:
            assert isinstance(caught.value, NotAllowedError), name


def test_an_auditor_sees_nothing_of_people() -> None:
    assert rights_of(Role.AUDITOR) == {Right.AUDIT}


def test_managing_accounts_and_going_back_to_a_backup_are_the_administrators_alone() -> None:
    for right in (Right.ACCOUNTS, Right.RESTORE, Right.ERASE, Right.SETTINGS):
        assert roles_with(right) == ("管理员",)


@pytest.mark.parametrize("right", Right)
def test_every_right_is_somebodys(right: Right) -> None:
    assert "管理员" in roles_with(right)


def test_a_refusal_says_who_may(context: Context) -> None:
    reader = Context(
        context.db,
        Actor(account_id=2, name="李明", role=Role.READER),
        context.clock,
        context.data_dir,
    )
    with pytest.raises(NotAllowedError, match="查阅人员不能导出名册，请找管理员或窗口人员。"):
        reader.require(Right.EXPORT, "导出名册")
