"""Chinese names of enum members, the same on screen and on paper."""

from linli.domain.grids import GridRole
from linli.domain.residents import HouseholdKind, ManagementClass, ResidentStatus, Sex

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
HOUSEHOLD_KIND = {HouseholdKind.FAMILY: "家庭户", HouseholdKind.COLLECTIVE: "集体户"}
GRID_ROLE = {
    GridRole.LEADER: "网格长",
    GridRole.LIAISON: "网格联络员",
    GridRole.POLICE: "社区民警",
}
