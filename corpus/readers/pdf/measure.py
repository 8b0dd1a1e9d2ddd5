"""What is usual in a document: its type size, its line pitch and the width of its text."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from corpus.readers.pdf.columns import Flow

_MIN_FLOWS = 3
_MANY_ROWS = 8
_USUAL_PITCH = 1.25
_FREQUENT = 0.25
_GRID = 6.0
_KEPT = 60


class Measure:
    """Counts what the pages so far print; it is asked about the pages that follow."""

    def __init__(self) -> None:
        self._sizes: Counter[float] = Counter()
        self._pitches: defaultdict[float, Counter[float]] = defaultdict(Counter)
        self._widths: defaultdict[tuple[int, bool], list[float]] = defaultdict(list)

    def read(self, flows: Sequence[Flow]) -> None:
        """Take a page into account."""
        for flow in flows:
            for row in flow.rows:
                for part in row.parts:
                    self._sizes[part.size] += len(part.text)
            for above, below in pairwise(flow.rows):
                step = above.y - below.y
                alike = above.size == below.size and not (above.cells or below.cells)
                if alike and 0.9 < step / max(above.size, 0.1) < 2.2:
                    self._pitches[above.size][round(step * 2) / 2] += 1
            widths = self._widths[self._place(flow)]
            if len(flow.rows) >= _MANY_ROWS and len(widths) < _KEPT:
                widths.append(_second_largest(flow) - flow.left)

    @property
    def body(self) -> float:
        """The type size that most of the text has, 0 before there is any."""
        return self._sizes.most_common(1)[0][0] if self._sizes else 0.0

    def pitch(self, size: float) -> float:
        """Return the distance between two lines of a paragraph in this size."""
        steps = self._pitches.get(size)
        if not steps:
            return _USUAL_PITCH * size
        most = max(steps.values())
        return min(step for step, count in steps.items() if count >= _FREQUENT * most)

    def right(self, flow: Flow) -> float:
        """Return how far to the right text in a flow may run."""
        own = _second_largest(flow) if len(flow.rows) >= _MANY_ROWS else flow.right
        widths = self._widths.get(self._place(flow), [])
        usual = flow.left + _upper(widths) if len(widths) >= _MIN_FLOWS else own
        wider = own > usual + 0.05 * (usual - flow.left)
        return own if wider else usual

    @staticmethod
    def _place(flow: Flow) -> tuple[int, bool]:
        return round(flow.left / _GRID), flow.column


def _second_largest(flow: Flow) -> float:
    """Return where the text ends on the right, one row that sticks out not counted."""
    ends = sorted((row.parts[-1].x1 for row in flow.rows), reverse=True)
    return ends[min(1, len(ends) - 1)]


def _upper(widths: Sequence[float]) -> float:
    """Return the width that four fifths of the pages do not exceed."""
    return sorted(widths)[len(widths) * 4 // 5]
