"""Numbers as a bureau prints them."""

from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")


def plain(text: str) -> str:
    """Return a number without needless zeros: `28203989.00` becomes `28203989`."""
    digits = format(Decimal(text), "f")
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def one_decimal(text: str) -> str:
    """Return a rate or index with one decimal, rounded half up.

    A number that ends in 5 at the second decimal has been rounded once already and could go
    either way; it is returned as it stands.
    """
    number = Decimal(text)
    if number.as_tuple().exponent == -2 and number.as_tuple().digits[-1] == 5:
        return text
    return str(number.quantize(TENTH, ROUND_HALF_UP))
