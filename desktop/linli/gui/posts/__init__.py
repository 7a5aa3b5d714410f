"""People on grids' posts, what is vacant, claimed posts and pledges, texts of duties."""
