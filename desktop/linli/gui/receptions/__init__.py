"""Reception days (接待日): the plan, the rule behind it, and the visitors' register."""
