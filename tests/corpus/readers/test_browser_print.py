"""A page that Chromium prints reads like the page itself."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from corpus.readers import extract
from tests.corpus.readers.conftest import Write

SENTENCE = (
    "La sécurité intégrale exige une approche coordonnée des autorités fédérales et locales. "
)
PAGE = f"""<!doctype html><html lang="fr-BE"><head><meta charset="utf-8"><title>Cadre</title><style>
@page {{ size: A4; margin: 2cm }} body {{ font: 10pt serif; text-align: justify }}
.columns {{ column-count: 2; column-gap: 24px }} h1 {{ font-size: 20pt }} h2 {{ font-size: 14pt }}
</style></head><body><h1>Cadre de sécurité</h1><div class="columns">
<h2>1. Criminalité</h2><p>{SENTENCE * 6}</p><ul><li>renforcer les partenariats ;</li>
<li>améliorer l'échange d'informations entre les services de police<sup>1</sup>.</li></ul>
<h2>2. Fraude</h2><p>{SENTENCE * 9}</p></div></body></html>"""


@pytest.mark.browser
def test_columns_read_the_same_when_chromium_prints_them(write: Write, tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("Chromium is not installed")
    page, printed = write("cadre.html", PAGE), tmp_path / "cadre.pdf"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]

    subprocess.run(
        [chromium, *options, f"--print-to-pdf={printed}", page.as_uri()],
        check=True,
        capture_output=True,
        timeout=120,
    )
    result = extract(printed)

    assert words(result.text) == words(extract(page).text)
    assert re.findall("^#+ .*", result.text, re.M) == [
        "# Cadre de sécurité",
        "## 1. Criminalité",
        "## 2. Fraude",
    ]
    assert "- renforcer les partenariats ;\n- améliorer" in result.text
    assert result.language == "fr"


def words(text: str) -> list[str]:
    return re.sub("[#*]", "", text).split()
