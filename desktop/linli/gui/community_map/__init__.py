"""The picture of the community (社区图)."""
