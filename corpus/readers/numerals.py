"""List numbers as they are printed: decimal, letters, Roman."""

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_MAX_ROMAN = 3999
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def numeral(number: int, kind: str) -> str:
    """Return a number as HTML's list types print it: 1, a, A, i or I."""
    if kind in ("a", "A") and number > 0:
        letters = _LETTERS[(number - 1) % 26] * min(1 + (number - 1) // 26, 20)
        return letters if kind == "a" else letters.upper()
    if kind in ("i", "I") and 0 < number <= _MAX_ROMAN:
        roman = _roman(number)
        return roman if kind == "i" else roman.upper()
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
