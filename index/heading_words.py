"""The words of headings: which say what one is about, and which are forms of one word."""

from collections.abc import Iterable

_TELLING = 5
"""Letters from which a word says what a heading is about."""

_ENDING = 2
"""Letters by which two forms of one word may differ at their end."""

_SHORTENED = 4
"""Letters from which a word may be the beginning of a longer one: "crim", "georg"."""

_JOINING = """
van de het een in bij voor over uit aan op en thema titel sectie deel stuk rubriek kop nvp plan
tegen inzake rond omtrent betreffende qua mbt
de du des d la le les l pour sur dans et theme titre rubrique section partie en
matiere contre concernant relatif relative relatifs relatives a aux lutte
der die das den dem von vom fur zu zum zur im uber und abschnitt teil bei beim
gegen bezuglich betreffend
of the for on to under about and heading part in against regarding concerning
"""
JOINING = frozenset(_JOINING.split())
"""Words, as slugs, that join a heading to what else a query says, or the words of a heading."""


class HeadingWords:
    """Which names of headings, as slugs, have a word in one of its forms."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names: dict[str, set[str]] = {}
        for name in names:
            for word in own_words(name):
                self._names.setdefault(word, set()).add(name)
        self._longer: dict[str, set[str]] = {}
        for word in self._names:
            for stem in _shorter(word):
                self._longer.setdefault(stem, set()).add(word)

    def names_having(self, word: str) -> set[str]:
        """Return the names that have a word, or another form of it."""
        forms = {word, *_shorter(word), *self._longer.get(word, ())}
        return set().union(*(self._names.get(form, ()) for form in forms))

    def names_beginning(self, word: str) -> set[str]:
        """Return the names that have a word, another form of it, or one that it is short for."""
        found = self.names_having(word)
        if len(word) >= _SHORTENED:
            stems = (word, *_shorter(word))
            found = found.union(
                *(names for full, names in self._names.items() if full.startswith(stems))
            )
        return found

    def names_having_all(self, name: str) -> set[str]:
        """Return the names that have all words of a slug but those that join."""
        found = [self.names_having(word) for word in own_words(name)]
        return set.intersection(*found) if found else set()


def own_words(name: str) -> set[str]:
    """Return the words of a slug that do more than join."""
    return {word for word in name.split("-") if word not in JOINING}


def telling(name: str) -> list[str]:
    """Return the words of a slug that are long enough to say what it is about."""
    return [word for word in name.split("-") if len(word) >= _TELLING]


def consists_of(said: str, name: str) -> bool:
    """Whether all words of a slug are those of a heading, or join them."""
    full = name.split("-")
    return all(
        word in JOINING or any(_same(word, other) for other in full) for word in said.split("-")
    )


def _same(word: str, other: str) -> bool:
    """Whether two words are forms of one: "randvoorwaarde", "randvoorwaarden"."""
    short, long = sorted((word, other), key=len)
    return short == long or short in _shorter(long)


def _shorter(word: str) -> list[str]:
    """Return the other forms of a word that are shorter."""
    return [word[:-cut] for cut in range(1, _ENDING + 1) if len(word) - cut >= _TELLING]
