"""The methods about the webhook, as strict as Telegram; http is taken on loopback only.

Refuses every other machine: nothing leaves this one.
"""

import ipaddress
import re
from urllib.parse import SplitResult, urlsplit

from sandbox.botapi.params import Params
from sandbox.botapi.refusal import Refusal, bad
from sandbox.botapi.shapes import timestamp
from sandbox.records import Webhook
from sandbox.store import Store

# "Ports currently supported for webhooks: 443, 80, 88, 8443": Bot API, setWebhook.
PORTS = (443, 80, 88, 8443)
CONNECTIONS = 40
MOST_CONNECTIONS = 100
SECRET_CHARACTERS = 256

_SECRET = re.compile(r"[A-Za-z0-9_-]*")


def set_webhook(store: Store, params: Params) -> object:
    """setWebhook. An empty address removes it."""
    if not params.text("url"):
        return delete_webhook(store, params)
    webhook = Webhook(
        url=_address(params.text("url")),
        secret=_secret(params.text("secret_token")),
        connections=min(max(params.integer("max_connections", CONNECTIONS), 1), MOST_CONNECTIONS),
    )
    if params.upload("certificate") is not None:
        raise bad("bad webhook: the sandbox takes no certificate")
    allow(store, params)
    _drop_if_asked(store, params)
    if webhook != store.webhook:
        store.hang(webhook)
    return True


def delete_webhook(store: Store, params: Params) -> object:
    """deleteWebhook."""
    _drop_if_asked(store, params)
    if store.webhook is not None:
        store.hang(None)
    return True


def webhook_info(store: Store, params: Params) -> object:
    """getWebhookInfo: "If the bot is using getUpdates, will return an object with the url field
    empty". The secret is never told.
    """
    shape: dict[str, object] = {
        "url": "",
        "has_custom_certificate": False,
        "pending_update_count": store.updates.pending,
    }
    if store.updates.allowed:
        shape["allowed_updates"] = store.updates.allowed
    if store.webhook is None:
        return shape
    shape |= {"url": store.webhook.url, "max_connections": store.webhook.connections}
    if store.last_failure is not None:
        shape |= {
            "last_error_date": timestamp(store.last_failure.date),
            "last_error_message": store.last_failure.description,
        }
    return shape


def allow(store: Store, params: Params) -> None:
    """Take `allowed_updates` of setWebhook or getUpdates; left out, the earlier list stays."""
    kinds = params.parsed("allowed_updates")
    if isinstance(kinds, list):
        store.updates.allow(frozenset(map(str, kinds)))


def _drop_if_asked(store: Store, params: Params) -> None:
    if params.flag("drop_pending_updates"):
        store.updates.drop()


def _secret(given: str) -> str:
    if len(given) > SECRET_CHARACTERS:
        raise bad("secret token is too long")
    if not _SECRET.fullmatch(given):
        raise bad("secret token contains unallowed characters")
    return given


def _address(given: str) -> str:
    try:
        parts = urlsplit(given)
        port = parts.port
    except ValueError:
        raise _invalid() from None
    if not parts.hostname or parts.fragment:
        raise _invalid()
    here = _is_loopback(parts)
    if parts.scheme == "http" and here:
        return given
    if parts.scheme != "https":
        raise bad("bad webhook: An HTTPS URL must be provided for webhook")
    if not here and (port or 443) not in PORTS:
        raise bad("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")
    if not here:
        raise bad("bad webhook: the sandbox delivers to this machine only")
    return given


def _is_loopback(parts: SplitResult) -> bool:
    try:
        return (
            parts.hostname == "localhost" or ipaddress.ip_address(parts.hostname or "").is_loopback
        )
    except ValueError:
        return False


def _invalid() -> Refusal:
    return bad("invalid webhook URL specified")
