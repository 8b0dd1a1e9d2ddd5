import pytest

from ui.chat.conversation import Exchange, Reading, Reply, Said, Source

URL = "https://plan.example.be/plan/nvp?from=1&to=9#2/1_3"


def source(text: str, number: int = 1, *, verbatim: bool = True) -> Source:
    return Source(
        number=number,
        quote=text,
        language="nl",
        place=f"NVP, {text}",
        url="/plan/nvp?from=1&to=9&lang=fr#2/1_3",
        verbatim=verbatim,
        reference=f"Regering, {text}, {URL} (geraadpleegd).",
        permalink=URL,
    )


def talk(text: str) -> tuple[Exchange, ...]:
    """Two questions, one answered and one not, and a third that is still being answered."""
    answered = Reply(
        id="a1",
        found=True,
        language="fr",
        statement_language="nl",
        introduction=text,
        understood=text,
        statements=(
            Said(
                text=text,
                citations=(1, 2),
                reading=Reading(text=text, language="fr", official=False),
            ),
            Said(text="Zonder bron.", citations=(7,)),
        ),
        sources=(source(text), source(text, 2, verbatim=False)),
        nearest=(),
        markdown=text,
    )
    refused = Reply(
        id="a2",
        found=False,
        language="nl",
        statement_language="nl",
        introduction=text,
        understood=None,
        statements=(),
        sources=(),
        nearest=(source(text),),
        markdown=text,
    )
    return (
        Exchange(question=text, reply=answered),
        Exchange(question=text, reply=refused),
        Exchange(question="Nog bezig"),
    )


HOSTILE = [
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](http://evil.example/y.png)",
    "`code` *a* _b_ <https://evil.example> [^1]: weg",
    '</w:t></w:r><w:r><w:instrText>HYPERLINK "http://evil.example"</w:instrText>',
    "# kop\n- punt\n1. een\n> citaat\n---",
    "a\x00b\x0bc\ufffe\ud800d & <b>",
    "=cmd|' /C calc'!A0",
]


@pytest.fixture(params=HOSTILE)
def hostile(request: pytest.FixtureRequest) -> str:
    return str(request.param)
