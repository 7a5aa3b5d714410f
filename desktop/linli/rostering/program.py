"""A mixed integer program for HiGHS, put together column by column and row by row."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import highspy
import numpy as np
from typing_extensions import override

_ALL = highspy.kHighsInf
HALF = 0.5
"""Beyond it a variable of 0 or 1 is 1."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What solving came to.

    Attributes:
        values: of each column; empty if nothing was found.
        cost: of these.
        distance: of the cost from the best possible at most, as a share of it.
        proven: nothing (much) better is possible.
    """

    values: tuple[float, ...]
    cost: float
    distance: float
    proven: bool


class _Quiet(highspy.Highs):
    """The solver without the lines it would write before anybody can silence it."""

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]

    @override
    def enableCallbacks(self) -> None:
        self.silent()
        super().enableCallbacks()  # type: ignore[no-untyped-call]


class Program:
    """Columns with bounds and costs, rows with bounds; to be made as cheap as possible."""

    def __init__(self) -> None:
        self._cost: list[float] = []
        self._upper: list[float] = []
        self._whole: list[bool] = []
        self._rows: list[tuple[float, float, list[int], list[float]]] = []

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return len(self._cost)

    def add(self, *, upper: float = _ALL, cost: float = 0.0, whole: bool = False) -> int:
        """Add a column from 0 to `upper` and return its number."""
        self._cost.append(cost)
        self._upper.append(upper)
        self._whole.append(whole)
        return len(self._cost) - 1

    def row(
        self, terms: Iterable[tuple[int, float]], *, least: float = -_ALL, most: float = _ALL
    ) -> None:
        """Keep a sum of columns between `least` and `most`."""
        said = list(terms)
        if said:
            self._rows.append((least, most, [at for at, _ in said], [by for _, by in said]))

    def set_costs(self, costs: Sequence[float]) -> None:
        """Let every column cost something else."""
        self._cost = list(costs)

    @property
    def costs(self) -> tuple[float, ...]:
        """What each column costs."""
        return tuple(self._cost)

    def solve(
        self,
        *,
        start: Sequence[float] | None,
        seconds: float,
        close: float,
        is_stopped: Callable[[], bool],
    ) -> Outcome:
        """Look for the cheapest values.

        Args:
            start: values that are allowed, to begin with; those of whole columns are enough.
            seconds: how long.
            close: a share of the cost within which the best need not be told apart.
            is_stopped: asked now and then.
        """
        highs = _Quiet()
        for name, value in (
            ("time_limit", max(seconds, 0.0)),
            ("mip_rel_gap", close),
            ("threads", 1),
            ("random_seed", 1),
        ):
            highs.setOptionValue(name, value)
        highs.passModel(self._model())
        if start is not None:
            at = [column for column, whole in enumerate(self._whole) if whole]
            highs.setSolution(
                len(at),
                np.array(at, dtype=np.int32),
                np.array([start[column] for column in at], dtype=np.float64),
            )

        def ask(event: highspy.HighsCallbackEvent) -> None:
            if is_stopped():
                event.interrupt()

        highs.cbMipInterrupt.subscribe(ask)
        highs.run()
        highs.cbMipInterrupt.unsubscribe(ask)
        info = highs.getInfo()
        found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
        return Outcome(
            values=tuple(highs.getSolution().col_value) if found else (),
            cost=info.objective_function_value if found else _ALL,
            distance=info.mip_gap if found else 1.0,
            proven=highs.getModelStatus() == highspy.HighsModelStatus.kOptimal,
        )

    def _model(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        count = len(self._cost)
        lp.num_col_, lp.num_row_ = count, len(self._rows)
        lp.col_cost_ = np.array(self._cost)
        lp.col_lower_ = np.zeros(count)
        lp.col_upper_ = np.array(self._upper)
        lp.row_lower_ = np.array([least for least, *_ in self._rows])
        lp.row_upper_ = np.array([most for _, most, *_ in self._rows])
        kinds = (highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger)
        lp.integrality_ = [kinds[whole] for whole in self._whole]
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        starts = np.cumsum([0, *(len(columns) for *_, columns, _ in self._rows)])
        lp.a_matrix_.start_ = starts.astype(np.int32)
        lp.a_matrix_.index_ = np.array(
            [column for *_, columns, _ in self._rows for column in columns], dtype=np.int32
        )
        lp.a_matrix_.value_ = np.array([by for *_, values in self._rows for by in values])
        return lp
