"""Permalinks into the reader page."""

from urllib.parse import quote


def plan_url(public_url: str, document: str, address: str, start: int, end: int) -> str:
    """Return the link that opens a document at an address with `source[start:end]` highlighted.

    Args:
        public_url: Where users reach the server; empty gives a link relative to it.
        document: Id of the document.
        address: A place in the document; it becomes the fragment.
        start: Offset in the source of the first highlighted character.
        end: Offset in the source just past the last one.
    """
    return f"{_page(public_url, document)}?from={start}&to={end}#{quote(address)}"


def place_url(public_url: str, document: str, address: str = "") -> str:
    """Return the link that opens a document, at an address where one is given."""
    page = _page(public_url, document)
    return f"{page}#{quote(address)}" if address else page


def _page(public_url: str, document: str) -> str:
    return f"{public_url.rstrip('/')}/plan/{quote(document, safe='')}"
