"""Petitions (信访): their register, registering one, the steps of its handling."""
