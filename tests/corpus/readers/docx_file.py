"""Makes DOCX files for tests out of the XML that matters."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
    'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>'
)
HEADING_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="Kop{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2, 3)
)


def docx(body: str, *, core: str = "", **parts: str) -> bytes:
    """Return a DOCX file; `parts` are the inner XML of styles, numbering, footnotes, endnotes."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
        relation = f'Id="r" Type="{_R}/officeDocument" Target="word/document.xml"'
        relations = f'<Relationships xmlns="{_PACKAGE}"><Relationship {relation}/></Relationships>'
        archive.writestr("_rels/.rels", relations)
        document = f"<w:document {_W}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", document)
        for name, inner in parts.items():
            archive.writestr(f"word/{name}.xml", f"<w:{name} {_W}>{inner}</w:{name}>")
        if core:
            archive.writestr("docProps/core.xml", _CORE.format(core))
    return buffer.getvalue()


def p(text: str, *, style: str = "", num: tuple[int, int] | None = None, run: str = "") -> str:
    """Return a paragraph; `num` is a numbering's id and level, `run` the run properties."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if num is not None:
        properties += f'<w:numPr><w:ilvl w:val="{num[1]}"/><w:numId w:val="{num[0]}"/></w:numPr>'
    inner = text if text.startswith("<w:") else f'<w:t xml:space="preserve">{text}</w:t>'
    shown = f"<w:r><w:rPr>{run}</w:rPr>{inner}</w:r>" if not text.startswith("<w:r>") else text
    return f"<w:p><w:pPr>{properties}</w:pPr>{shown}</w:p>"


def numbering(*levels: tuple[str, str], id: int = 1) -> str:
    """Return a numbering whose levels are (format, text), such as ("decimal", "%1.")."""
    inner = "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(levels)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{id}">{inner}</w:abstractNum>'
        f'<w:num w:numId="{id}"><w:abstractNumId w:val="{id}"/></w:num>'
    )


def row(*cells: str, head: bool = False) -> str:
    """Return a table row."""
    mark = "<w:trPr><w:tblHeader/></w:trPr>" if head else ""
    return f"<w:tr>{mark}" + "".join(f"<w:tc>{p(cell)}</w:tc>" for cell in cells) + "</w:tr>"
