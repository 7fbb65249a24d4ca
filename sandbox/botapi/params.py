"""Reads a call's parameters, whichever way they came: query, form, multipart or JSON."""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from aiohttp import web

from sandbox.botapi.refusal import bad


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a multipart call."""

    name: str
    mime: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of one call, as text, with typed readers."""

    values: Mapping[str, str]
    files: Mapping[str, Upload]

    def text(self, name: str) -> str:
        """A string; empty when absent."""
        return self.values.get(name, "")

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number."""
        value = self.values.get(name, "")
        if not value:
            return default
        try:
            return int(value)
        except ValueError:
            raise bad(f'parameter "{name}" must be an integer') from None

    def flag(self, name: str) -> bool:
        """A truth value: true, 1 and yes, as Telegram reads them."""
        return self.values.get(name, "").lower() in ("true", "1", "yes")

    def parsed(self, name: str) -> object:
        """A JSON-serialised value; None when absent."""
        value = self.values.get(name, "")
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def upload(self, name: str) -> Upload | None:
        """The file of this parameter, sent under its own name or as attach://other."""
        attached = self.text(name).removeprefix("attach://")
        return self.files.get(name) or self.files.get(attached)


async def read(request: web.Request) -> Params:
    """Read a request's parameters."""
    values = dict(request.query)
    files: dict[str, Upload] = {}
    if request.method == "POST" and request.content_type == "application/json":
        values |= _from_json(await request.read())
    elif request.method == "POST":
        for name, value in (await request.post()).items():
            if isinstance(value, web.FileField):
                files[name] = Upload(value.filename, value.content_type, value.file.read())
            else:
                values[name] = value if isinstance(value, str) else bytes(value).decode()
    return Params(values, files)


def _from_json(body: bytes) -> dict[str, str]:
    try:
        found = json.loads(body or b"{}")
    except ValueError:
        raise bad("can't parse request body JSON object") from None
    if not isinstance(found, dict):
        raise bad("request body must be a JSON object")
    return {
        str(name): value if isinstance(value, str) else json.dumps(value)
        for name, value in found.items()
        if value is not None
    }
