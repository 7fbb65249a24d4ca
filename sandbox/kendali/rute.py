"""The control API under `/kendali/`: people are made, act and are read over HTTP and JSON."""

from collections.abc import Awaitable, Callable

from aiohttp import web
from pydantic import ValidationError

from sandbox import acts
from sandbox.faults import Fault
from sandbox.kendali import minta, susun
from sandbox.kendali.jawab import answer, answer_list, number
from sandbox.kendali.kelompok import KotakGrup
from sandbox.kendali.kiriman import Kotak
from sandbox.kendali.kotak_surat import KotakSurat
from sandbox.kendali.pembaruan import KotakPembaruan
from sandbox.mail import Catcher
from sandbox.panggung import Panggung
from sandbox.records import Person
from sandbox.store import Store

LONGEST_WAIT = 55.0  # seconds

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@web.middleware
async def refuse_in_words(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Turn what cannot be done into a JSON answer with one sentence under `galat`."""
    try:
        return await handler(request)
    except acts.NotPossible as cause:
        return web.json_response({"galat": str(cause)}, status=409)
    except ValidationError as cause:
        first = cause.errors()[0]
        where = ".".join(map(str, first["loc"])) or "isi"
        return web.json_response({"galat": f"{where}: {first['msg']}"}, status=400)


class Kendali:
    """The routes and what they act on."""

    def __init__(self, store: Store, catcher: Catcher, panggung: Panggung) -> None:
        self._store = store
        self._surat = KotakSurat(store, catcher)
        self._kotak = Kotak(store, panggung)
        self._pembaruan = KotakPembaruan(store)
        self._grup = KotakGrup(store)
        self.smtp_port = 0

    def routes(self) -> list[web.AbstractRouteDef]:
        """What to hang into the web application."""
        return [
            web.get("/kendali", self._keadaan),
            web.get("/kendali/perubahan", self._perubahan),
            web.post("/kendali/orang", self._orang),
            web.post("/kendali/tulis", self._tulis),
            web.post("/kendali/ubah", self._ubah),
            web.post("/kendali/hapus", self._hapus),
            web.post("/kendali/tekan", self._tekan),
            web.post("/kendali/foto", self._kotak.foto),
            web.post("/kendali/dokumen", self._kotak.dokumen),
            web.get("/kendali/berkas/{id}", self._kotak.berkas),
            web.post("/kendali/blokir", self._blokir),
            web.post("/kendali/buka-blokir", self._buka_blokir),
            web.get(r"/kendali/pesan/{chat:-?\d+}", self._pesan),
            web.get(r"/kendali/notis/{orang:\d+}", self._notis),
            web.get("/kendali/panggilan", self._panggilan),
            web.post("/kendali/gangguan", self._gangguan),
            web.delete("/kendali/gangguan", self._tanpa_gangguan),
            *self._surat.routes(),
            *self._pembaruan.routes(),
            *self._grup.routes(),
        ]

    async def _keadaan(self, request: web.Request) -> web.Response:
        return answer(susun.keadaan(self._store, smtp_port=self.smtp_port))

    async def _perubahan(self, request: web.Request) -> web.Response:
        after = number(request, "sesudah")
        seconds = min(number(request, "tunggu"), LONGEST_WAIT)
        await self._store.changed_after(int(after), seconds=seconds)
        return answer(susun.perubahan(self._store, int(after)))

    async def _orang(self, request: web.Request) -> web.Response:
        asked = minta.OrangBaru.model_validate_json(await request.read())
        person_id = asked.id or 930000000 + self._store.number()
        if person_id in self._store.people or person_id == self._store.bot.id:
            raise acts.NotPossible(f"Id {person_id} sudah dipakai.")
        person = Person(person_id, asked.nama, asked.username)
        self._store.add_person(person)
        return answer(susun.orang(person), status=201)

    async def _tulis(self, request: web.Request) -> web.Response:
        asked = minta.Tulisan.model_validate_json(await request.read())
        sent = acts.write(
            self._store, asked.dari, asked.chat or asked.dari, asked.teks, reply_to=asked.balas
        )
        return answer(susun.pesan(self._store, sent), status=201)

    async def _ubah(self, request: web.Request) -> web.Response:
        asked = minta.Ubahan.model_validate_json(await request.read())
        sent = acts.edit(
            self._store, asked.dari, asked.chat or asked.dari, asked.pesan, asked.teks
        )
        return answer(susun.pesan(self._store, sent))

    async def _hapus(self, request: web.Request) -> web.Response:
        asked = minta.Hapusan.model_validate_json(await request.read())
        gone = acts.delete(self._store, asked.dari, asked.chat or asked.dari, asked.pesan)
        return answer(susun.pesan(self._store, gone))

    async def _tekan(self, request: web.Request) -> web.Response:
        asked = minta.Tekanan.model_validate_json(await request.read())
        query = acts.press(
            self._store,
            asked.dari,
            asked.chat or asked.dari,
            asked.pesan,
            label=asked.label,
            data=asked.data,
        )
        return web.json_response({"id": query.id, "rev": self._store.seq}, status=201)

    async def _blokir(self, request: web.Request) -> web.Response:
        return await self._set_blocked(request, blocked=True)

    async def _buka_blokir(self, request: web.Request) -> web.Response:
        return await self._set_blocked(request, blocked=False)

    async def _set_blocked(self, request: web.Request, *, blocked: bool) -> web.Response:
        asked = minta.Pemblokir.model_validate_json(await request.read())
        acts.set_blocked(self._store, asked.dari, blocked=blocked)
        return answer(susun.orang(self._store.people[asked.dari]))

    async def _pesan(self, request: web.Request) -> web.Response:
        chat = acts.find_chat(self._store, int(request.match_info["chat"]))
        return answer(susun.obrolan(self._store, chat, after=int(number(request, "sesudah"))))

    async def _notis(self, request: web.Request) -> web.Response:
        person = acts.find_person(self._store, int(request.match_info["orang"]))
        after = number(request, "sesudah")
        return answer_list(
            [
                susun.notis(toast)
                for toast in self._store.toasts
                if toast.person_id == person.id and toast.rev > after
            ]
        )

    async def _panggilan(self, request: web.Request) -> web.Response:
        method, after = request.query.get("metode", ""), number(request, "sesudah")
        return answer_list(
            [
                susun.panggilan(call)
                for call in self._store.calls
                if call.number > after and method.lower() in ("", call.method.lower())
            ]
        )

    async def _gangguan(self, request: web.Request) -> web.Response:
        asked = minta.Gangguan.model_validate_json(await request.read())
        self._store.faults.add(
            Fault(
                asked.metode,
                asked.kode,
                times=asked.kali,
                retry_after=asked.tunda,
                way=asked.cara,
                seconds=asked.detik,
            )
        )
        return web.json_response({}, status=201)

    async def _tanpa_gangguan(self, request: web.Request) -> web.Response:
        self._store.faults.clear()
        return web.json_response({})
