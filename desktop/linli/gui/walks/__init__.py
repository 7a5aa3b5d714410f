"""Walk sheets (走访单、核对单): made, printed, and entered back by their numbers."""
