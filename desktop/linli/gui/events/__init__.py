"""Events of the community (社区活动): planned, signed in to, held, and the paper for each."""
