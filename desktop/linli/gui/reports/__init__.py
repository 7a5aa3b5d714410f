"""Information slips (信息报送) and the allowances of informants."""

from linli.gui.reports.dialog import open_reports

__all__ = ["open_reports"]
