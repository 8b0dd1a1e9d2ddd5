"""What a list item starts with: bullets, numbers and letters."""

import re

_BULLETS = "•●▪■◦○‣⁃∙·➢➤►▶✓✔❖□–-\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf06f"
MARKER = re.compile(
    rf"^([{_BULLETS}]|o(?=\s)|\d{{1,3}}[.)]|\(\d{{1,2}}\)|[a-z][.)]|[A-Z]\)|\([a-z]\)"
    r"|[ivxIVX]{2,5}[.)]|\d{1,2}(?:\.\d{1,2})+\.?|\d{1,2}°)(?:\s+|$)"
)


def is_bullet(marker: str) -> bool:
    """Whether a marker carries no number or letter."""
    return len(marker) == 1 and (marker in _BULLETS or marker == "o")
