"""The picture of a building (楼栋图)."""
