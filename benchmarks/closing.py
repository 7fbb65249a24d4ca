"""The line that ends every benchmark: `bench NAME key=value key=value ...`."""


def closing_line(name: str, **figures: float) -> str:
    """Write the figures with three significant digits or, from a hundred on, without a point."""
    return " ".join([f"bench {name}", *(f"{key}={_short(one)}" for key, one in figures.items())])


def _short(figure: float) -> str:
    if figure != figure or abs(figure) == float("inf"):
        raise ValueError("a figure that is no number was not measured")
    return f"{figure:.0f}" if abs(figure) >= 100 else f"{figure:.3g}"
