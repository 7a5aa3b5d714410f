"""The fields of the resident form, section by section, and how a draft goes in and out of them."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from linli.domain.codes import code_table
from linli.domain.labels import MANAGEMENT, PARTY_BELONGING, PARTY_MANAGEMENT, SEX
from linli.domain.party import PARTY_CODES, PartyMembership
from linli.domain.residents import FloatingStay, ResidentDraft, Sex
from linli.gui.address_input import AddressInput
from linli.gui.desk import Desk
from linli.gui.forms import Form
from linli.gui.household_input import HouseholdInput
from linli.gui.i18n import tr
from linli.gui.inputs import (
    ChoiceInput,
    CodeInput,
    LineInput,
    ListInput,
    TextInput,
    date_input,
    partial_date_input,
)
from linli.gui.names.name_input import NameInput
from linli.gui.photo_crop import PORTRAIT
from linli.gui.photo_input import PhotoInput
from linli.gui.resident_form_numbers import DocumentRow, MaskedLine, PhoneRow, RowsInput
from linli.gui.tags_input import TagsInput

STAY_FIELDS = tuple(field.name for field in fields(FloatingStay))
PARTY_PREFIX = "party_"
_PARTY_NAMES = tuple(field.name for field in fields(PartyMembership))
PARTY_FIELDS = tuple(PARTY_PREFIX + name for name in _PARTY_NAMES)
PLAIN_FIELDS = (
    "name",
    "native_name",
    "former_name",
    "sex",
    "birth",
    "ethnicity_code",
    "education_code",
    "politics_code",
    "marriage_code",
    "relation_code",
    "documents",
    "phones",
    "skills",
    "care_tags",
    "occupation",
    "employer",
    "registered_address",
    "origin_village",
    "returned",
    "photo",
    "note",
)
"""Fields that hold the attribute of `ResidentDraft` of the same name."""


Suggest = Callable[[str], Callable[[str], list[str]]]
"""Returns for a field what finds suggestions for it."""


class CheckInput(QCheckBox):
    """Yes or no, as an input of a form.

    Signals:
        edited: the answer is another.
    """

    edited = Signal()

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.toggled.connect(self.edited)

    def value(self) -> bool:
        """Return the answer."""
        return self.isChecked()

    def set_value(self, value: bool) -> None:  # noqa: FBT001 - the protocol of inputs
        """Show an answer."""
        self.setChecked(value)

    def problem(self) -> str | None:
        """Either answer is right."""
        return None


def add_person(form: Form, desk: Desk, today: date) -> None:
    """Add 基本与证件: the number comes early, because sex and birth follow from it."""
    form.add_section(tr("基本与证件"))
    form.add("name", tr("姓名(&N)"), NameInput(desk))
    form.add("ethnicity_code", tr("民族(&E)"), CodeInput(code_table("ethnicity")))
    masks = desk.services.masking.masks()
    documents = RowsInput(lambda: DocumentRow(today, masks), tr("添加证件"))
    form.add("documents", tr("证件号码(&I)"), documents, wide=True)
    form.add("sex", tr("性别(&X)"), ChoiceInput({sex: tr(label) for sex, label in SEX.items()}))
    form.add("birth", tr("出生日期(&B)"), partial_date_input())
    form.add("former_name", tr("曾用名"), NameInput(desk))
    form.add("native_name", tr("民族文字姓名"), LineInput(tr("证件上另有民族文字时填写")))


def add_contact(form: Form, desk: Desk) -> None:
    """Add 联系方式."""
    form.add_section(tr("联系方式"))
    masks = desk.services.masking.masks()
    phones = RowsInput(lambda: PhoneRow(masks), tr("添加电话"))
    form.add("phones", tr("电话(&T)"), phones, wide=True)


def add_home(form: Form, desk: Desk, suggest: Suggest) -> None:
    """Add 居住与户."""
    form.add_section(tr("居住与户"))
    form.add("household_id", tr("所在的户"), HouseholdInput(desk), wide=True)
    form.add("relation_code", tr("与户主关系(&R)"), CodeInput(code_table("relation")))
    form.add("household_number", tr("户号"), LineInput(tr("社区自编的户号，可以不填")))
    form.add("elsewhere", "", CheckInput(tr("本人住在别处，不住在本户的住址")), wide=True)
    form.add("address", tr("住址(&A)"), AddressInput(desk.services), wide=True)
    form.add("registered_address", tr("户籍地址"), LineInput(tr("与住址不同时填写")), wide=True)
    form.add("origin_village", tr("原村"), LineInput(tr("撤村建居前的村")))
    form.editor("origin_village").suggest(suggest("origin_village"))
    form.add("returned", "", CheckInput(tr("返迁")))


def add_floating(form: Form, desk: Desk) -> None:
    """Add 流动人口; its fields show only for a floating person."""
    form.add_section(tr("流动人口"))
    form.add("is_floating", "", CheckInput(tr("是流动人口(&F)")), wide=True)
    form.add("origin", tr("来自"), LineInput(tr("户籍所在的省市县")))
    form.add("arrived", tr("来本地日期"), partial_date_input())
    form.add("reason_code", tr("来此原因"), CodeInput(code_table("floating_reason")))
    form.add("housing_code", tr("住所类型"), CodeInput(code_table("housing")))
    form.add("permit_code", tr("办证类型"), CodeInput(code_table("permit")))
    masks = desk.services.masking.masks()
    form.add("permit_number", tr("证照号码"), MaskedLine(masks.show_document))
    form.add("permit_expires", tr("有效期至"), date_input())
    form.add("expected_leave", tr("预计离开"), date_input())
    form.add("landlord_name", tr("房东姓名"), LineInput())
    form.add("landlord_phone", tr("房东电话"), MaskedLine(masks.show_phone))
    classes: dict[Any, str] = {None: tr("未分类")}
    classes |= {each: tr(label) for each, label in MANAGEMENT.items()}
    form.add("management", tr("管理类别"), ChoiceInput(classes))


def add_photo(form: Form, desk: Desk) -> None:
    """Add 照片, for cards and boards on which the person stands."""
    form.add_section(tr("照片"))
    photo = PhotoInput(desk, desk.theme.size(60, 80), PORTRAIT)
    hint = tr("印在公示栏和党员联系卡上；不上公示栏的居民不用照片。")
    form.add("photo", tr("照片(&Z)"), photo, hint=hint, wide=True)


def add_more(form: Form, suggest: Suggest) -> None:
    """Add 其他."""
    form.add_section(tr("其他"))
    form.add("education_code", tr("文化程度"), CodeInput(code_table("education")))
    form.add("politics_code", tr("政治面貌"), CodeInput(code_table("politics")))
    form.add("marriage_code", tr("婚姻状况"), CodeInput(code_table("marriage")))
    form.add("occupation", tr("职业"), LineInput())
    form.add("employer", tr("工作单位"), LineInput())
    form.add("skills", tr("特长(&K)"), ListInput(tr("如 水电维修、书法")))
    form.add("care_tags", tr("标签(&G)"), TagsInput(tr("如 独居老人、低保")))
    form.add("note", tr("备注(&M)"), TextInput(), wide=True)
    form.editor("note").setMaximumHeight(90)
    for name in ("occupation", "employer", "skills", "care_tags"):
        form.editor(name).suggest(suggest(name))


def add_party(form: Form, suggest: Suggest) -> None:
    """Add 党员; its fields show for a party member, or where something is recorded."""
    form.add_section(tr("党员"))
    form.add("is_party", "", CheckInput(tr("登记党员情况(&Y)")), wide=True)
    form.add("party_branch", tr("所在党支部"), LineInput(tr("如 第一党支部")))
    form.add("party_joined", tr("入党日期"), partial_date_input())
    ways: dict[Any, str] = {None: tr("未定")}
    ways |= {each: tr(label) for each, label in PARTY_MANAGEMENT.items()}
    hint = tr("离退休直管，在职协管，流动托管")
    form.add("party_management", tr("管理方式"), ChoiceInput(ways), hint=hint)
    places: dict[Any, str] = {None: tr("未定")}
    places |= {each: tr(label) for each, label in PARTY_BELONGING.items()}
    form.add("party_belonging", tr("组织关系"), ChoiceInput(places))
    form.add(
        "party_home_organisation", tr("关系所在党组织"), LineInput(tr("组织关系不在本社区的填写"))
    )
    form.add("party_certificate", tr("流动党员证号"), LineInput(tr("流动党员活动证的号码")))
    form.add("party_registered", tr("流动登记日期"), partial_date_input())
    form.add("party_post", tr("认领岗位"), LineInput(tr("如 环境卫生监督员")))
    form.add("party_difficulty", "", CheckInput(tr("困难党员")))
    form.add("party_note", tr("党员备注"), LineInput(), wide=True)
    for name in ("branch", "home_organisation", "post"):
        form.editor(PARTY_PREFIX + name).suggest(suggest(name))


def plain_values(draft: ResidentDraft) -> dict[str, Any]:
    """Return a draft as values of the form's fields, without household and address."""
    values = {name: getattr(draft, name) for name in PLAIN_FIELDS}
    stay = draft.floating or FloatingStay()
    values |= {name: getattr(stay, name) for name in STAY_FIELDS}
    party = draft.party or PartyMembership()
    values |= {PARTY_PREFIX + name: getattr(party, name) for name in _PARTY_NAMES}
    member = draft.party is not None or draft.politics_code in PARTY_CODES
    return values | {"is_floating": draft.floating is not None, "is_party": member}


HIDDEN = ("documents", "phones", "permit_number", "landlord_phone", "care_tags")
"""Fields that are hidden until the clerk says why they are needed."""


def draft_of(form: Form) -> ResidentDraft:
    """Return what the form says of the person, without household and address."""
    values = {name: form.value(name) for name in PLAIN_FIELDS}
    values["name"] = values["name"] or ""
    values["sex"] = values["sex"] or Sex.UNKNOWN
    stay = None
    if form.value("is_floating"):
        stay = FloatingStay(**{name: form.value(name) for name in STAY_FIELDS})
    party = party_of(form) if form.value("is_party") else None
    return ResidentDraft(**values, floating=stay, party=party)


def party_of(form: Form) -> PartyMembership:
    """Return what the fields of 党员 say, shown or not."""
    return PartyMembership(**{name: form.value(PARTY_PREFIX + name) for name in _PARTY_NAMES})
