"""Teams (队伍): patrols, emergency team, informants, heads of buildings."""
