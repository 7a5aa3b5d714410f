"""Chinese names of enum members, the same on screen and on paper."""

from linli.domain.grids import GridRole
from linli.domain.imports import LedgerField, LedgerShape
from linli.domain.name_troubles import NameKind, TroubleReason
from linli.domain.party import PartyBelonging, PartyManagement
from linli.domain.residents import (
    HouseholdKind,
    ManagementClass,
    MissingFact,
    ResidentStatus,
    Sex,
)
from linli.domain.runs import RunCardState

SEX = {Sex.UNKNOWN: "未知", Sex.MALE: "男", Sex.FEMALE: "女", Sex.UNSTATED: "未说明"}
STATUS = {
    ResidentStatus.PRESENT: "在住",
    ResidentStatus.MOVED_OUT: "已迁出",
    ResidentStatus.DECEASED: "已去世",
}
MANAGEMENT = {
    ManagementClass.NORMAL: "正常管理",
    ManagementClass.TEMPORARY: "临时管理",
    ManagementClass.KEY: "重点管理",
}
PARTY_MANAGEMENT = {
    PartyManagement.DIRECT: "直管",
    PartyManagement.ASSIST: "协管",
    PartyManagement.ENTRUST: "托管",
}
PARTY_BELONGING = {PartyBelonging.LOCAL: "属地", PartyBelonging.OTHER: "其他"}
MISSING_FACT = {
    MissingFact.PHONE: "电话",
    MissingFact.DOCUMENT: "证件号",
    MissingFact.BIRTH: "出生日期",
    MissingFact.ADDRESS: "住址",
    MissingFact.GRID: "网格",
    MissingFact.HOUSEHOLD: "户",
    MissingFact.PHOTO: "照片",
    MissingFact.SEX: "性别",
    MissingFact.PARTY: "党员情况",
}
FILTER_CONDITION = {
    "text": "查找内容",
    "statuses": "居住状态",
    "age": "年龄",
    "sex": "性别",
    "alone": "独居",
    "head": "户主",
    "education": "文化程度",
    "marriage": "婚姻状况",
    "entered": "登记日期",
    "grid": "网格",
    "buildings": "小区楼栋",
    "household_kind": "户别",
    "rented": "出租房屋",
    "floating": "流动人口",
    "management": "管理类别",
    "permit": "居住证到期",
    "villages": "原村",
    "returned": "返迁",
    "politics": "政治面貌",
    "party_management": "党员管理方式",
    "party_belonging": "组织关系",
    "party_branches": "党支部",
    "entitlements": "救助待遇",
    "care_tags": "关爱标签",
    "skills": "特长",
    "card": "联系卡",
    "missing": "缺少资料",
    "recycled": "回收站",
}
"""By the names of `domain.resident_filters.CONDITIONS`."""
HOUSEHOLD_KIND = {HouseholdKind.FAMILY: "家庭户", HouseholdKind.COLLECTIVE: "集体户"}
GRID_ROLE = {role: role.label for role in GridRole}
RUN_CARD_STATE = {
    RunCardState.WAITING: "待印",
    RunCardState.PRINTED: "已印",
    RunCardState.LEFT_OUT: "不印",
}

LEDGER_SHAPE = {
    LedgerShape.RESIDENTS: "居民台账",
    LedgerShape.FLOATING: "流动人口登记表",
    LedgerShape.RENTALS: "出租房屋台账",
}
LEDGER_FIELD = {
    LedgerField.NAME: "姓名",
    LedgerField.SURNAME: "姓（姓名分两列）",
    LedgerField.GIVEN_NAME: "名（姓名分两列）",
    LedgerField.DOCUMENT: "证件号码",
    LedgerField.DOCUMENT_KIND: "证件种类",
    LedgerField.OTHER_DOCUMENTS: "其他证件",
    LedgerField.PHONE: "电话",
    LedgerField.SEX: "性别",
    LedgerField.BIRTH: "出生日期",
    LedgerField.ETHNICITY: "民族",
    LedgerField.HOUSEHOLD_NUMBER: "户号",
    LedgerField.RELATION: "与户主关系",
    LedgerField.HEAD_NAME: "户主姓名",
    LedgerField.HEAD_DOCUMENT: "户主证件号码",
    LedgerField.HEAD_PHONE: "户主电话",
    LedgerField.SPOUSE_NAME: "配偶姓名（一行两人）",
    LedgerField.SPOUSE_DOCUMENT: "配偶证件号码",
    LedgerField.SPOUSE_PHONE: "配偶电话",
    LedgerField.SPOUSE_BIRTH: "配偶出生日期",
    LedgerField.GRID: "网格",
    LedgerField.ADDRESS: "住址（整串）",
    LedgerField.ESTATE: "小区或路巷",
    LedgerField.BUILDING: "楼栋",
    LedgerField.UNIT: "单元",
    LedgerField.ROOM: "房号",
    LedgerField.POLITICS: "政治面貌",
    LedgerField.EDUCATION: "文化程度",
    LedgerField.MARRIAGE: "婚姻状况",
    LedgerField.SKILLS: "特长",
    LedgerField.CARE_TAGS: "关爱标签",
    LedgerField.OCCUPATION: "职业",
    LedgerField.EMPLOYER: "工作单位",
    LedgerField.REGISTERED_ADDRESS: "户籍地址",
    LedgerField.ORIGIN_VILLAGE: "原村",
    LedgerField.RETURNED: "返迁",
    LedgerField.PARTY_BRANCH: "党支部",
    LedgerField.PARTY_JOINED: "入党日期",
    LedgerField.PARTY_MANAGEMENT: "党员管理方式",
    LedgerField.PARTY_BELONGING: "组织关系",
    LedgerField.PARTY_ORGANISATION: "组织关系所在党组织",
    LedgerField.PARTY_CERTIFICATE: "流动党员活动证号",
    LedgerField.PARTY_REGISTERED: "流动党员登记日期",
    LedgerField.PARTY_DIFFICULTY: "困难党员",
    LedgerField.PARTY_POST: "党员认领岗位",
    LedgerField.FORMER_NAME: "曾用名",
    LedgerField.NATIVE_NAME: "本民族文字姓名",
    LedgerField.IS_FLOATING: "是否流动人口",
    LedgerField.ORIGIN: "流出地",
    LedgerField.ARRIVED: "来本地时间",
    LedgerField.REASON: "来本地原因",
    LedgerField.HOUSING: "住所类型",
    LedgerField.PERMIT_KIND: "证件类别（居住证等）",
    LedgerField.PERMIT_NUMBER: "居住证号码",
    LedgerField.PERMIT_EXPIRES: "居住证到期日",
    LedgerField.EXPECTED_LEAVE: "预计离开日期",
    LedgerField.LANDLORD_NAME: "房主姓名",
    LedgerField.LANDLORD_DOCUMENT: "房主证件号码",
    LedgerField.LANDLORD_PHONE: "房主电话",
    LedgerField.MANAGEMENT: "管理类别",
    LedgerField.RENTAL_NUMBER: "出租房编号",
    LedgerField.ROOMS: "间数",
    LedgerField.OCCUPANTS: "租住人数",
    LedgerField.TENANT_NAME: "承租人姓名",
    LedgerField.TENANT_DOCUMENT: "承租人证件号码",
    LedgerField.TENANT_PHONE: "承租人电话",
    LedgerField.TENANT_ROOM: "承租房间",
    LedgerField.RENTED_SINCE: "起租日期",
    LedgerField.RENTED_UNTIL: "到期日期",
    LedgerField.REVIEW_DATE: "复查日期",
    LedgerField.NOTE: "备注",
    LedgerField.SEQUENCE: "序号（不导入）",
    LedgerField.AGE: "年龄（由出生日期算出，不导入）",
    LedgerField.IGNORED: "不导入",
}

NAME_KIND = {
    NameKind.RESIDENT: "居民",
    NameKind.OFFICER: "网格人员",
    NameKind.BOARD: "公示人员",
    NameKind.STAFF: "工作人员",
    NameKind.STATION: "援助站点",
    NameKind.HELPER: "结对人员",
    NameKind.LANDLORD: "房东",
    NameKind.TENANT: "承租人",
    NameKind.GRID: "网格",
    NameKind.DWELLING: "住所",
    NameKind.HALL: "大厅信息",
}
TROUBLE_REASON = {
    TroubleReason.PRIVATE_USE: "旧系统自造字",
    TroubleReason.NO_FONT: "没有字体",
    TroubleReason.NOT_DRAWABLE: "不是单独的字",
}
