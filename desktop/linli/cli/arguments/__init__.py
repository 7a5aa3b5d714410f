"""The arguments of the verbs, by area; only those of the verb that was typed are read."""
