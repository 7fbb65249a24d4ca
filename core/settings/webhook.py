"""Where the address of the webhook and its secret meet: one is not used without the other."""

from core.settings.faults import SettingsFault
from core.settings.rahasia import Secrets
from core.settings.sections import Telegram


def webhook_secret(telegram: Telegram, secrets: Secrets) -> str:
    """Return what Telegram must show at our door; empty while updates are fetched.

    Raises SettingsFault if there is an address and no secret.
    """
    if not telegram.webhook:
        return ""
    secret = secrets.webhook_rahasia.get_secret_value()
    if not secret:
        raise SettingsFault(
            "telegram.webhook memerlukan berkas rahasia webhook_rahasia. Cara membuatnya, di "
            "folder kunci/kerja: (umask 377; openssl rand -hex 32 > webhook_rahasia)"
        )
    return secret
