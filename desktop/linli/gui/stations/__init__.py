"""Stations of the hall: their seven points and paper, guides, matters done for people."""
