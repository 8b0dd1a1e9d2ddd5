"""A quotation in a question that the text words otherwise, and the words that differ."""

from assistant.library import Library
from assistant.verify.quotations import quotations
from assistant.verify.verdict import Finding, Piece, Verdict, WordChange
from assistant.verify.verifier import Verifier
from assistant.wording import wording

_WORDS = 4
_MOST = 5
_NOTHING = "–"


def misquoted(text: str, library: Library, language: str, *, is_wording: bool) -> str:
    """Return the sentence that says how the text words a quotation, nothing where it is right.

    Args:
        text: A question; what stands in it between quotation marks is checked.
        library: What it is checked against.
        language: The language of the sentence (nl, fr, de or en).
        is_wording: Whether the whole question is remembered wording, where nothing is marked.
    """
    quoted = [one.text for one in quotations(text)] or ([text] if is_wording else [])
    for quote in quoted:
        if len(quote.split()) < _WORDS:
            continue
        finding = Verifier(library).check(quote)
        if finding.verdict is Verdict.CLOSE and (differences := _differences(finding)):
            return wording(language).misquoted.format(differences="; ".join(differences))
    return ""


def _differences(finding: Finding) -> list[str]:
    """Return each run of words that differs and what stands there, none where most does."""
    found = [_shown(piece) for piece in finding.pieces if _is_wording(piece)]
    return found if len(found) <= _MOST else []


def _is_wording(piece: Piece) -> bool:
    said = any(character.isalnum() for character in piece.quote + piece.source)
    return piece.change is not WordChange.SAME and said


def _shown(piece: Piece) -> str:
    quote, source = (f"“{said}”" if said else _NOTHING for said in (piece.quote, piece.source))
    return f"{quote} → {source}"
