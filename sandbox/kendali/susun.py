"""Turns records into the shapes of the control API."""

from datetime import timedelta

from sandbox.kendali.bentuk import (
    Antaran,
    BerkasPesan,
    Keadaan,
    Kelompok,
    Lampiran,
    Notis,
    Obrolan,
    Orang,
    Panggilan,
    Penanda,
    Perubahan,
    Pesan,
    Surat,
    Tombol,
    Webhook,
)
from sandbox.mail import parse, readable
from sandbox.records import (
    PRIVATE,
    Attempt,
    Button,
    Call,
    Chat,
    Mail,
    Message,
    Person,
    StoredFile,
    Toast,
)
from sandbox.store import Store

ACTION_LASTS = timedelta(seconds=5)


def orang(person: Person) -> Orang:
    """A person."""
    return Orang(
        id=person.id,
        nama=person.name,
        username=person.username,
        mulai=person.started,
        blokir=person.blocked,
    )


def kelompok(chat: Chat) -> Kelompok:
    """A group."""
    return Kelompok(id=chat.id, judul=chat.title, anggota=tuple(sorted(chat.members)))


def pesan(store: Store, sent: Message) -> Pesan:
    """A message. Of a photo, the largest size."""
    from_bot = sent.sender_id == store.bot.id
    body = sent.body
    return Pesan(
        id=sent.id,
        chat=sent.chat_id,
        dari=sent.sender_id,
        nama=store.bot.nama if from_bot else store.people[sent.sender_id].name,
        dari_bot=from_bot,
        waktu=sent.date,
        teks=body.text,
        html=body.raw,
        penanda=tuple(
            Penanda(jenis=each.type, awal=each.offset, panjang=each.length, url=each.url)
            for each in body.entities
        ),
        tombol=tuple(tuple(_tombol(each) for each in row) for row in sent.keyboard),
        foto=_berkas(body.photo[-1]) if body.photo else None,
        dokumen=_berkas(body.document) if body.document else None,
        dilindungi=sent.protected,
        tersamar=body.spoiler,
        balas=sent.reply_to,
        diubah=sent.edited,
        dihapus=sent.deleted,
        rev=sent.rev,
    )


def obrolan(store: Store, chat: Chat, *, after: int) -> Obrolan:
    """A chat with the messages that changed after `after`."""
    busy = chat.action_at is not None and store.now() - chat.action_at < ACTION_LASTS
    return Obrolan(
        id=chat.id,
        jenis="pribadi" if chat.kind == PRIVATE else "grup",
        judul=chat.title,
        sibuk=chat.action if busy else "",
        rev=chat.rev,
        pesan=tuple(pesan(store, each) for each in chat.messages.values() if each.rev > after),
    )


def notis(toast: Toast) -> Notis:
    """A toast."""
    return Notis(
        orang=toast.person_id,
        chat=toast.chat_id,
        teks=toast.text,
        penting=toast.alert,
        url=toast.url,
        waktu=toast.date,
        rev=toast.rev,
    )


def surat(mail: Mail) -> Surat:
    """A mail, read for the eye."""
    parsed = parse(mail)
    return Surat(
        id=mail.id,
        dari=str(parsed["from"] or mail.sender),
        kepada=mail.recipients,
        subjek=str(parsed["subject"] or ""),
        teks=readable(parsed),
        lampiran=tuple(
            Lampiran(
                nama=part.get_filename() or "",
                mime=part.get_content_type(),
                ukuran=len(part.get_payload(decode=True) or b""),
            )
            for part in parsed.iter_attachments()
        ),
        waktu=mail.date,
        rev=mail.rev,
    )


def perubahan(store: Store, after: int) -> Perubahan:
    """What is newer than `after`."""
    return Perubahan(
        seq=store.seq,
        obrolan=tuple(chat.id for chat in store.chats.values() if chat.rev > after),
        notis=tuple(notis(toast) for toast in store.toasts if toast.rev > after),
        surat=any(mail.rev > after for mail in store.mails[-1:]),
    )


def panggilan(call: Call) -> Panggilan:
    """A call of the bot."""
    return Panggilan(
        nomor=call.number,
        metode=call.method,
        isi=call.values,
        berkas=call.files,
        waktu=call.date,
        kode=call.code,
        keterangan=call.description,
    )


def webhook(store: Store) -> Webhook:
    """Where updates go, and how it fares."""
    failure, pending = store.last_failure, store.updates.pending
    if store.webhook is None:
        return Webhook(tertunda=pending)
    return Webhook(
        alamat=store.webhook.url,
        berahasia=bool(store.webhook.secret),
        sambungan=store.webhook.connections,
        tertunda=pending,
        galat=failure.description if failure else "",
    )


def antaran(attempt: Attempt) -> Antaran:
    """One delivery to the webhook."""
    return Antaran(
        nomor=attempt.number,
        pembaruan=attempt.update_id,
        kode=attempt.code,
        keterangan=attempt.description,
        waktu=attempt.date,
    )


def keadaan(store: Store, *, smtp_port: int) -> Keadaan:
    """The sandbox itself."""
    return Keadaan(
        bot_id=store.bot.id,
        bot_nama=store.bot.nama,
        bot_username=store.bot.username,
        smtp_port=smtp_port,
        seq=store.seq,
        perintah=tuple((each["command"], each["description"]) for each in store.commands),
        orang=tuple(orang(person) for person in store.people.values()),
        grup=tuple(kelompok(chat) for chat in store.chats.values() if chat.kind != PRIVATE),
    )


def _tombol(button: Button) -> Tombol:
    return Tombol(
        label=button.label,
        data=button.data,
        url=button.url,
        salin=button.copy,
        gaya=button.style,
    )


def _berkas(stored: StoredFile) -> BerkasPesan:
    return BerkasPesan(
        id=stored.id,
        nama=stored.name or stored.path.rpartition("/")[2],
        mime=stored.mime,
        ukuran=len(stored.content),
        lebar=stored.width,
        tinggi=stored.height,
    )
