"""Key files: made once, read at the start, and refused when anybody else could read them.

The two processes have a folder each: ``web/`` holds the site's key and nothing else."""

import hashlib
import os
import shutil
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Self

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

from vault.errors import KeyRefused

KEY_LENGTH = 32
_SECRETS = ("k_app", "k_data", "k_idx", "k_otp", "k_audit", "k_web")


@dataclass(frozen=True, repr=False)
class KunciKerja:
    """All keys: what the process ``kerja`` holds."""

    k_app: bytes  # prepared tokens and passwords, outgoing messages
    k_data: bytes  # answers, names, uploads
    k_idx: bytes  # equality look-ups
    k_otp: bytes  # e-mail codes
    k_audit: bytes  # values in the history
    k_web: bytes  # counter codes, throttle keys; shared with the site
    arsip_sk: X25519PrivateKey  # opens every document's key
    arsip_pk: X25519PublicKey

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the folder ``kerja``; raises `KeyRefused` at the first file that is not fit."""
        private = X25519PrivateKey.from_private_bytes(load_key(folder / "arsip.sk"))
        public = X25519PublicKey.from_public_bytes(load_key(folder / "arsip.pk"))
        if private.public_key() != public:
            raise KeyRefused(f"Berkas kunci {folder / 'arsip.pk'} bukan pasangan arsip.sk.")
        secrets = {name: load_key(folder / name) for name in _SECRETS}
        if len(set(secrets.values())) != len(secrets):
            raise KeyRefused(f"Folder kunci {folder} berisi kunci yang sama dengan dua nama.")
        return cls(**secrets, arsip_sk=private, arsip_pk=public)


@dataclass(frozen=True, repr=False)
class KunciWeb:
    """What the process ``web`` holds: enough to answer, not enough to open anything at rest."""

    k_web: bytes

    @classmethod
    def load(cls, folder: Path) -> Self:
        """Read the folder ``web``; raises `KeyRefused` when its one file may not be used."""
        return cls(k_web=load_key(folder / "k_web"))


def create_keys(folder: Path) -> None:
    """Make ``kerja/`` and ``web/`` below folder. Refuses to replace a key that exists: without
    the old one nothing that it sealed opens again."""
    for name in ("kerja", "web"):
        if (folder / name).exists():
            raise KeyRefused(
                f"Folder kunci {folder / name} sudah ada; kunci tidak pernah diganti."
            )
    archive = X25519PrivateKey.generate()
    keys = {name: os.urandom(KEY_LENGTH) for name in _SECRETS}
    kerja = keys | {
        "arsip.sk": archive.private_bytes_raw(),
        "arsip.pk": archive.public_key().public_bytes_raw(),
    }
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _write_folder(folder / "kerja", kerja)
    _write_folder(folder / "web", {"k_web": keys["k_web"]})


def load_key(path: Path) -> bytes:
    """Read one key file, or raise `KeyRefused` with one sentence that names it."""
    try:
        with path.open("rb") as file:
            status = os.fstat(file.fileno())
            key = file.read(KEY_LENGTH + 1)
    except OSError as cause:
        raise KeyRefused(f"Berkas kunci {path} tidak dapat dibaca: {cause.strerror}.") from cause
    if status.st_mode & 0o077:
        raise KeyRefused(f"Berkas kunci {path} terbuka bagi pengguna lain: jalankan chmod 400.")
    if len(key) != KEY_LENGTH:
        raise KeyRefused(f"Berkas kunci {path} harus berisi tepat {KEY_LENGTH} bita.")
    if _is_sample(key):
        raise KeyRefused(f"Berkas kunci {path} berisi nilai contoh, bukan kunci acak.")
    return key


def check_folders(folder: Path) -> None:
    """Look at the folders ``kerja`` and ``web`` side by side, as far as this process may see.

    Raises `KeyRefused` if another user could swap a file, or if a key stands in the wrong folder.
    """
    for place in (folder, folder / "kerja", folder / "web"):
        if _loose(place):
            raise KeyRefused(
                f"Folder kunci {place} dapat diubah pengguna lain: jalankan chmod go-w."
            )
    kerja, web = _readable(folder / "kerja"), _readable(folder / "web")
    strangers = sorted(set(web) - {"k_web", "arsip.pk"})
    if strangers:
        raise KeyRefused(
            f"Folder kunci {folder / 'web'} berisi {strangers[0]}, yang hanya untuk kerja: hapus."
        )
    ours, theirs = kerja.get("k_web"), web.get("k_web")
    if theirs is None:
        return
    if any(key == theirs for name, key in kerja.items() if name != "k_web"):
        raise KeyRefused(f"Berkas kunci {folder / 'web' / 'k_web'} berisi kunci milik kerja.")
    if ours is not None and ours != theirs:
        raise KeyRefused(
            f"Berkas kunci {folder / 'web' / 'k_web'} bukan salinan dari yang di folder kerja."
        )


def fingerprints(folder: Path) -> dict[str, str]:
    """Return for each key file of one process's folder a word that tells nothing but identity.

    The keys are random, so nobody can guess one from its hash.
    """
    return {
        name: hashlib.sha256(b"adminduk key " + name.encode() + b"\0" + key).hexdigest()[:32]
        for name, key in _readable(folder).items()
    }


def _is_sample(key: bytes) -> bool:
    """Tell what nobody's generator gives: few values, a row of steps, or what can be typed."""
    steps = {(after - before) % 256 for before, after in pairwise(key)}
    typed = key.isascii() and key.decode("ascii").isprintable()
    return typed or len(steps) == 1 or len(set(key)) < KEY_LENGTH // 4


def _loose(folder: Path) -> bool:
    try:
        return bool(folder.stat().st_mode & 0o022)
    except OSError:
        return False  # the file that is looked for in it says what is wrong


def _readable(folder: Path) -> dict[str, bytes]:
    """Return the key files that can be read; the folder of the other process may be closed."""
    found: dict[str, bytes] = {}
    for name in (*_SECRETS, "arsip.sk", "arsip.pk"):
        try:
            with (folder / name).open("rb") as file:
                found[name] = file.read(KEY_LENGTH + 1)
        except OSError:
            continue
    return found


def _write_folder(folder: Path, keys: dict[str, bytes]) -> None:
    """Write all keys or none: the folder gets its name when every file in it is on disk."""
    making = folder.with_name(folder.name + ".baru")
    shutil.rmtree(making, ignore_errors=True)  # left by a run that died here
    making.mkdir(mode=0o700)
    for name, key in keys.items():
        descriptor = os.open(making / name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o400)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
    making.rename(folder)
