"""The assistant as each caller has it: over the documents that it may read, and no others."""

from collections.abc import Collection
from threading import Lock
from typing import TYPE_CHECKING

from assistant import NotFoundError

if TYPE_CHECKING:
    from assistant import Assistant

_KEPT = 16
"""How many views are kept ready; one costs the memory of the index of its documents."""

_Visible = frozenset[str]


class Views:
    """Makes views of an assistant and keeps those that were used last; safe from several threads.

    When the assistant is another, the views of the one before are let go.
    """

    def __init__(self) -> None:
        self._of: Assistant | None = None
        self._views: dict[_Visible, Assistant] = {}
        self._lock = Lock()

    def view(self, assistant: "Assistant", groups: Collection[str]) -> "Assistant":
        """Return the assistant over what the members of some groups may read.

        Making a view takes a while where documents are many; having one takes none.

        Raises:
            NotFoundError: They may read nothing.
        """
        visible = frozenset(
            r.document.id for r in assistant.documents if r.document.readable_by(groups)
        )
        if len(visible) == len(assistant.documents):
            return assistant
        if not visible:
            raise NotFoundError(
                "There is no document that you may read.", "Ask whoever runs the server."
            )
        with self._lock:
            if self._of is not assistant:
                self._of, self._views = assistant, {}
            view = self._views.pop(visible, None) or assistant.among(visible)
            self._views[visible] = view
            while len(self._views) > _KEPT:
                del self._views[next(iter(self._views))]
            return view
