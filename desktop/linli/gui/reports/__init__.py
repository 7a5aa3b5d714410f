"""Information slips (信息报送) and the allowances of informants."""
