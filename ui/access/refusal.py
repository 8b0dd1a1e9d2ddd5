"""Why a caller is not let in."""

NOTHING_SHOWN = "nothing_shown"
"""The kind of a refusal of somebody who did not try to be let in."""


class RefusedError(Exception):
    """What a caller showed does not let it in.

    `kind` is a short word for metrics; `detail` is for the caller and tells nothing that helps
    guessing.
    """

    def __init__(self, kind: str, detail: str) -> None:
        super().__init__(detail)
        self.kind = kind
        self.detail = detail
