"""Entries for reference managers: BibTeX, RIS and CSL-JSON."""

import json

from ui.citations.note import title_of
from ui.citations.reference import Reference
from ui.citations.wording import one_line

_LATEX = str.maketrans(
    {character: f"\\{character}" for character in "&%$#_"}
    | {
        "{": r"{\textbraceleft}",
        "}": r"{\textbraceright}",
        "\\": r"{\textbackslash}",
        "~": r"{\textasciitilde}",
        "^": r"{\textasciicircum}",
    }
)
# Two braces: BibTeX would take an authority for a person with a first name, and change capitals.
_AS_IT_IS = "{{{}}}".format


def bibtex(ref: Reference) -> str:
    """Return an entry for BibTeX and biblatex."""
    authors = " and ".join(_AS_IT_IS(_latex(author)) for author in ref.authors)
    fields = {
        "author": authors,
        "title": _AS_IT_IS(_latex(title_of(ref))),
        "edition": _latex(ref.document.edition),
        "year": ref.year,
        "pages": str(ref.page or ""),
        "langid": _LANGID.get(ref.document.language, ""),
        "note": _latex(ref.place),
        "url": ref.url,
        "urldate": ref.consulted.isoformat(),
    }
    lines = [f"  {name} = {{{value}}}" for name, value in fields.items() if value]
    return "\n".join((f"@misc{{{ref.key},", ",\n".join(lines), "}"))


def ris(ref: Reference) -> str:
    """Return an entry in RIS, as EndNote, Zotero and Mendeley import it."""
    tags = [
        ("TY", "RPRT"),
        *(("AU", author) for author in ref.authors),
        ("TI", title_of(ref)),
        ("ET", ref.document.edition),
        ("PY", ref.year),
        ("SP", str(ref.page or "")),
        ("LA", ref.document.language),
        ("N1", ref.place),
        ("UR", ref.url),
        ("Y2", f"{ref.consulted:%Y/%m/%d}"),
    ]
    lines = [f"{tag}  - {one_line(value)}" for tag, value in tags if value]
    return "\r\n".join([*lines, "ER  - ", ""])


def csl_json(ref: Reference) -> str:
    """Return an entry for Zotero, pandoc and citeproc.

    Its fields are those of https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html.
    """
    day = ref.consulted
    entry: dict[str, object] = {
        "id": ref.key,
        "type": "report",
        "title": title_of(ref),
        "title-short": one_line(ref.document.short_title),
        "author": [{"literal": one_line(author)} for author in ref.authors],
        "edition": one_line(ref.document.edition),
        "issued": {"date-parts": [[int(ref.year)]]} if ref.year else None,
        "page": str(ref.page or ""),
        "language": ref.document.language,
        "note": one_line(ref.place),
        "URL": ref.url,
        "accessed": {"date-parts": [[day.year, day.month, day.day]]},
    }
    return json.dumps([{k: v for k, v in entry.items() if v}], ensure_ascii=False, indent=2)


_LANGID = {"nl": "dutch", "fr": "french", "de": "german", "en": "english"}


def _latex(text: str) -> str:
    return one_line(text).translate(_LATEX)
