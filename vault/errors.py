"""What can go wrong in the vault. No message carries a secret or what it protects."""


class VaultError(Exception):
    """The vault refused."""


class WrongKey(VaultError):
    """This key, secret or place does not open this value; nothing says which of them is wrong."""


class KeyRefused(VaultError):
    """A key file may not be used; the sentence names the file and the fault."""


class Busy(VaultError):
    """Too many secrets are being stretched; try again in a few seconds."""


class BlobMissing(VaultError):
    """No blob is stored under this name."""


class StorageTrouble(VaultError):
    """The storage is full, broken or out of reach; the same may succeed later."""


class StorageRefused(VaultError):
    """The storage does not keep what is put there; the sentence says which property it lacks."""
