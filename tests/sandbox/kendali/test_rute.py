"""The control API from the outside."""

import asyncio
from pathlib import Path

import aiohttp
import pytest

from sandbox import Contoh, Ditolak, Klien, Panggung, Sandbox, TakKunjung, Tokoh
from tests.sandbox.conftest import BUDI, GRUP, RINA, SITI, Wire


async def test_people_and_groups_can_be_made(klien: Klien) -> None:
    orang = await klien.orang("Wati", "wati")
    grup = await klien.grup("Desa", (orang.id, RINA))
    await klien.tulis(orang.id, "halo", chat=grup.id)
    assert [each.nama for each in await klien.pesan(grup.id)] == ["Wati"]
    keadaan = await klien.keadaan()
    assert orang in keadaan.orang
    assert grup in keadaan.grup


@pytest.mark.parametrize(
    ("path", "body", "status", "sentence"),
    [
        ("tulis", {"dari": 5, "teks": "x"}, 409, "Tidak ada orang dengan id 5."),
        ("tulis", {"dari": SITI, "teks": "  "}, 409, "Pesan masih kosong."),
        ("tulis", {"dari": SITI, "teks": "x", "chat": GRUP}, 409,
         "Siti Aminah bukan anggota obrolan ini."),
        ("tulis", {"dari": SITI, "chat": BUDI, "teks": "x"}, 409,
         "Siti Aminah bukan anggota obrolan ini."),
        ("tulis", {"dari": SITI, "teks": "x", "lain": 1}, 400,
         "lain: Extra inputs are not permitted"),
        ("tekan", {"dari": SITI, "pesan": 9, "label": "Ya"}, 409,
         "Tidak ada pesan 9 di obrolan ini."),
        ("foto", {"dari": SITI, "contoh": "Tak ada"}, 409, "Tidak ada contoh “Tak ada”."),
        ("orang", {"id": SITI, "nama": "Kembar"}, 409, f"Id {SITI} sudah dipakai."),
    ],
)  # fmt: skip
async def test_what_cannot_be_done_is_said_in_one_sentence(
    sandbox: Sandbox,
    session: aiohttp.ClientSession,
    path: str,
    body: dict[str, object],
    status: int,
    sentence: str,
) -> None:
    async with session.post(f"{sandbox.url}/kendali/{path}", json=body) as answer:
        assert answer.status == status
        assert await answer.json() == {"galat": sentence}


async def test_a_blocked_bot_cannot_be_written_to(klien: Klien) -> None:
    await klien.blokir(SITI)
    with pytest.raises(Ditolak, match="Buka blokirnya dahulu"):
        await klien.mulai(SITI)


async def test_a_watcher_wakes_at_the_next_change(klien: Klien) -> None:
    before = (await klien.perubahan(0)).seq
    waiting = asyncio.create_task(klien.perubahan(before, tunggu=30))
    await klien.tulis(SITI, "halo")
    changed = await waiting
    assert changed.seq > before
    assert changed.obrolan == (SITI,)
    assert not changed.surat


async def test_waiting_for_what_never_comes_ends_with_a_sentence(klien: Klien) -> None:
    with pytest.raises(TakKunjung, match=f"a message in chat {SITI}"):
        await klien.tunggu(SITI, batas=0.05)


async def test_only_what_changed_is_read_again(klien: Klien, wire: Wire) -> None:
    await klien.mulai(SITI)
    sent = (await wire("sendMessage", chat_id=SITI, text="satu")).result
    rev = (await klien.obrolan(SITI)).rev
    await wire("sendMessage", chat_id=SITI, text="dua")
    await wire("editMessageText", chat_id=SITI, message_id=sent["message_id"], text="tiga")
    assert [each.teks for each in await klien.pesan(SITI, sesudah=rev)] == ["tiga", "dua"]


async def test_the_calls_of_the_bot_are_listed(klien: Klien, wire: Wire) -> None:
    await wire("getMe")
    await wire("sendMessage", chat_id=GRUP, text="x")
    (call,) = await klien.panggilan("sendmessage")
    assert (call.isi["text"], call.kode) == ("x", 200)
    assert [each.metode for each in await klien.panggilan(sesudah=call.nomor - 1)] == [
        "sendMessage"
    ]


async def test_a_sample_is_sent_by_its_label(tmp_path: Path, picture: object) -> None:
    path = tmp_path / "ktp.png"
    path.write_bytes(picture(30, 20, "PNG"))  # type: ignore[operator]
    stage = Panggung(warga=(Tokoh(1, "Siti"),), contoh=(Contoh("KTP", path),))
    async with Sandbox(stage) as sandbox, Klien(sandbox.url) as klien:
        sent = await klien.foto_contoh(1, "KTP")
    assert sent.foto is not None
    assert (sent.foto.lebar, sent.foto.tinggi) == (30, 20)


async def test_a_file_of_a_person_is_never_served_as_a_page(
    klien: Klien, sandbox: Sandbox, session: aiohttp.ClientSession
) -> None:
    sent = await klien.dokumen(SITI, b"<script>", nama="a.html", mime="text/html")
    assert sent.dokumen is not None
    async with session.get(f"{sandbox.url}/kendali/berkas/{sent.dokumen.id}") as answer:
        assert answer.content_type == "application/octet-stream"
