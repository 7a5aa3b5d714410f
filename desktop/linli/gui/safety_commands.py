"""The menu 安全: accounts, audit, privacy, backups and exchange with other computers."""

from linli.gui import actions
from linli.gui.late import Late
from linli.gui.menu_commands import MenuLine

SAFETY_MENU: tuple[MenuLine | None, ...] = (
    (actions.OWN_PASSWORD, Late("accounts.own_password", "open_own_password")),
    (actions.ACCOUNTS, Late("accounts.dialog", "open_accounts")),
    (actions.SAFETY_RULES, Late("accounts.rules", "open_safety_rules")),
    None,
    (actions.AUDITS, Late("audits.dialog", "open_audits")),
    (actions.BACKUPS, Late("backups.dialog", "open_backups")),
    (actions.EXCHANGE, Late("exchange.dialog", "open_exchange")),
    None,
    (actions.PRIVACY_REQUESTS, Late("privacy.requests", "open_requests")),
    (actions.CONSENTS, Late("privacy.consents", "open_consents")),
    (actions.RETENTION, Late("privacy.retention", "open_retention")),
    (actions.MASKING, Late("masking_form", "open_masking")),
    None,
    (actions.DEFECT_REPORTS, Late("defect_reports", "open_defect_reports")),
)
