"""The rules of passwords and of locking (安全规则)."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from linli.domain.changes import Changes
from linli.domain.passwords import MOST_REMEMBERED, PasswordRules
from linli.domain.settings import AGE_CHOICES, IDLE_CHOICES, SafetyRules
from linli.gui.desk import Desk
from linli.gui.form_dialog import FormDialog
from linli.gui.i18n import tr
from linli.gui.inputs import ChoiceInput

_LENGTHS = (8, 10, 12, 14, 16)
_LONG = (14, 16, 20, 24)
_PASSWORD = ("least", "kinds", "long_enough", "max_age_days", "remembered")


def open_safety_rules(desk: Desk, parent: QWidget) -> None:
    """Show the rules."""
    dialog = SafetyRulesDialog(desk, parent)
    dialog.saved.connect(desk.bus.publish)
    dialog.open()


class SafetyRulesDialog(FormDialog):
    """Sets when the window locks and what a password must be; `saved` carries the `Changes`."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(tr("密码和锁定"), desk.theme, desk.ask, parent)
        self._desk = desk
        rules = desk.services.settings.safety()
        add = self.form.add
        self.form.add_section(tr("锁定"))
        minutes = {
            each: tr("{count} 分钟").format(count=each) if each else tr("不自动锁定")
            for each in IDLE_CHOICES
        }
        hint = tr("电脑锁屏时也会锁定。锁定只是藏起窗口，没有保存的内容都还在。")
        add("idle_minutes", tr("多久没有操作就锁定(&L)"), ChoiceInput(minutes), hint=hint)
        self.form.add_section(tr("密码"))
        signs = tr("{count} 个字符")
        add("least", tr("至少(&M)"), _choice(signs, _LENGTHS, rules.passwords.least))
        hint = tr("大写字母、小写字母、数字、其他符号或汉字，共四种。")
        kinds = _choice(tr("{count} 种字符"), range(1, 5), rules.passwords.kinds)
        add("kinds", tr("至少含(&K)"), kinds, hint=hint)
        long = _choice(signs, _LONG, rules.passwords.long_enough)
        add("long_enough", tr("够长就不论种类(&G)"), long)
        days = {
            each: tr("{count} 天").format(count=each) if each else tr("不要求")
            for each in AGE_CHOICES
        }
        add("max_age_days", tr("多久要换一次(&T)"), ChoiceInput(days))
        past = _choice(tr("最近 {count} 个"), range(MOST_REMEMBERED + 1), 0)
        add("remembered", tr("不能再用的旧密码(&R)"), past)
        self.add_history(desk, [("setting", "safety")], tr("密码和锁定"))
        facts = {name: getattr(rules.passwords, name) for name in _PASSWORD}
        self.form.load(idle_minutes=rules.idle_minutes, **facts)

    @override
    def save(self) -> Changes:
        value = self.form.value
        rules = SafetyRules(
            passwords=PasswordRules(**{name: value(name) for name in _PASSWORD}),
            idle_minutes=value("idle_minutes"),
        )
        service = self._desk.services.settings
        return Changes() if rules == service.safety() else service.save_safety(rules)


def _choice(words: str, numbers: "range | tuple[int, ...]", present: int) -> ChoiceInput:
    """Return a choice of numbers; one that was set by other means is among them."""
    known = sorted({*numbers, present})
    return ChoiceInput({each: words.format(count=each) for each in known})
