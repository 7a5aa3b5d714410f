"""Help (帮助): the pages of `resources/help`, found by what one sees, by contents and by words."""
