"""Several files read as if they were one."""

import bisect
import io
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class JoinedFile(io.RawIOBase):
    """Reads files in a row, with seeking, so that a split archive need not be put together first.

    Putting it together would take the space of a second copy on a disk that may be small.
    """

    def __init__(self, paths: Sequence[Path]) -> None:
        """Open the files.

        Raises:
            OSError: One cannot be opened.
        """
        super().__init__()
        with ExitStack() as opened:
            self._streams = [opened.enter_context(path.open("rb")) for path in paths]
            sizes = [stream.seek(0, io.SEEK_END) for stream in self._streams]
            self._opened = opened.pop_all()
        self._starts = [0, *accumulate(sizes)]
        self._position = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._starts[-1]}
        self._position = max(0, base[whence] + offset)
        return self._position

    def readinto(self, buffer: "WriteableBuffer") -> int:
        if self._position >= self._starts[-1]:
            return 0
        number = bisect.bisect_right(self._starts, self._position) - 1
        view = memoryview(buffer)[: self._starts[number + 1] - self._position]
        stream = self._streams[number]
        stream.seek(self._position - self._starts[number])
        count = stream.readinto(view)
        self._position += count
        return count

    def close(self) -> None:
        self._opened.close()
        super().close()
