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
        self._kept: tuple[Assistant | None, dict[_Visible, Assistant]] = (None, {})
        self._making = Lock()

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
        # Without the lock first: nobody waits for a view that is made for others.
        return self._found(assistant, visible) or self._made(assistant, visible)

    def _found(self, assistant: "Assistant", visible: _Visible) -> "Assistant | None":
        of, views = self._kept
        return views.get(visible) if of is assistant else None

    def _made(self, assistant: "Assistant", visible: _Visible) -> "Assistant":
        with self._making:
            found = self._found(assistant, visible)
            if found is not None:
                return found
            of, views = self._kept
            kept = list(views.items())[1 - _KEPT :] if of is assistant else []
            view = assistant.among(visible)
            self._kept = (assistant, {**dict(kept), visible: view})
            return view
