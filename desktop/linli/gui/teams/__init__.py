"""Teams (队伍): patrols, emergency team, informants, heads of buildings."""

from linli.gui.teams.dialog import open_teams

__all__ = ["open_teams"]
