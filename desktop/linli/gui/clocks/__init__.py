"""What is due when (到期提醒): the list with traffic lights, and the calendar."""
