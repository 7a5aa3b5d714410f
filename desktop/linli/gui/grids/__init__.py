"""The grids tab (网格): the tree of grids, what belongs to each node, and how grids change."""
