"""The menu 安全: accounts, audit, privacy, backups and exchange with other computers."""

from linli.gui import actions
from linli.gui.accounts import open_accounts, open_own_password, open_safety_rules
from linli.gui.audits import open_audits
from linli.gui.backups.dialog import open_backups
from linli.gui.defect_reports import open_defect_reports
from linli.gui.exchange import open_exchange
from linli.gui.masking_form import open_masking
from linli.gui.menu_commands import MenuLine
from linli.gui.privacy import open_consents, open_requests, open_retention

SAFETY_MENU: tuple[MenuLine | None, ...] = (
    (actions.OWN_PASSWORD, open_own_password),
    (actions.ACCOUNTS, open_accounts),
    (actions.SAFETY_RULES, open_safety_rules),
    None,
    (actions.AUDITS, open_audits),
    (actions.BACKUPS, open_backups),
    (actions.EXCHANGE, open_exchange),
    None,
    (actions.PRIVACY_REQUESTS, open_requests),
    (actions.CONSENTS, open_consents),
    (actions.RETENTION, open_retention),
    (actions.MASKING, open_masking),
    None,
    (actions.DEFECT_REPORTS, open_defect_reports),
)
