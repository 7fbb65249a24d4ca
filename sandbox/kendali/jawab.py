"""How the control API reads a number of the query, and writes its answers."""

from collections.abc import Sequence

from aiohttp import web
from pydantic import BaseModel

from sandbox.acts import NotPossible


def number(request: web.Request, name: str) -> float:
    """A number of the query; 0 when absent."""
    try:
        return max(0.0, float(request.query.get(name, "0")))
    except ValueError:
        raise NotPossible(f"“{name}” harus angka.") from None


def answer(shape: BaseModel, *, status: int = 200) -> web.Response:
    """One shape as JSON."""
    return web.Response(
        text=shape.model_dump_json(), content_type="application/json", status=status
    )


def answer_list(shapes: Sequence[BaseModel]) -> web.Response:
    """Several shapes as a JSON list."""
    inside = ",".join(shape.model_dump_json() for shape in shapes)
    return web.Response(text=f"[{inside}]", content_type="application/json")
