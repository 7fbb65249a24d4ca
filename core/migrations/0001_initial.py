"""The first tables. Written by Tortoise, with what it cannot express added by hand."""

from uuid import uuid4

from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Berkas",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "permohonan_id",
                    fields.UUIDField(null=True, description="the case, once there is one"),
                ),
                (
                    "jalur",
                    fields.CharField(
                        description="the question it answers, as a path", max_length=120
                    ),
                ),
                ("mime", fields.CharField(max_length=40)),
                ("ukuran", fields.IntField(description="bytes")),
                ("lebar", fields.IntField(default=0)),
                ("tinggi", fields.IntField(default=0)),
                ("halaman", fields.IntField(default=1)),
                (
                    "sidik",
                    fields.CharField(description="keyed digest of the content", max_length=64),
                ),
                ("dibuat_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "dibuang_at",
                    fields.DatetimeField(
                        null=True,
                        description="nobody may open it any more",
                        auto_now=False,
                        auto_now_add=False,
                    ),
                ),
                (
                    "dihapus_at",
                    fields.DatetimeField(
                        null=True,
                        description="the blob is gone",
                        auto_now=False,
                        auto_now_add=False,
                    ),
                ),
            ],
            options={
                "table": "berkas",
                "app": "adminduk",
                "indexes": [Index(fields=["permohonan_id"]), Index(fields=["dibuang_at"])],
                "pk_attr": "id",
                "table_description": "A paper that a citizen sent for one question of one case.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Dokumen",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("jenis", fields.CharField(max_length=24)),
                (
                    "nama_berkas",
                    fields.CharField(
                        description="what the citizen's file is called", max_length=80
                    ),
                ),
                ("status", fields.CharField(default="disiapkan", max_length=16)),
                (
                    "kunci_arsip",
                    fields.BinaryField(null=True, description="document key, for the archive key"),
                ),
                (
                    "persiapan",
                    fields.BinaryField(
                        null=True, description="token and password, sealed, erased"
                    ),
                ),
                (
                    "sha256",
                    fields.CharField(null=True, description="of the signed file", max_length=64),
                ),
                ("ukuran", fields.IntField(null=True)),
                ("verifikasi_hash", fields.CharField(null=True, unique=True, max_length=64)),
                (
                    "resmi",
                    fields.BooleanField(
                        default=False, description="signed to a root of production"
                    ),
                ),
                ("disiapkan_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "disimpan_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "dokumen",
                "app": "adminduk",
                "pk_attr": "id",
                "table_description": "One signed file that the office issued.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Inbox",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("update_id", fields.BigIntField()),
                ("sidik", fields.CharField(description="keyed digest of the body", max_length=64)),
                (
                    "jalur",
                    fields.CharField(
                        description="lane: updates of one chat stay in order", max_length=64
                    ),
                ),
                (
                    "muatan",
                    fields.BinaryField(null=True, description="sealed body, erased when handled"),
                ),
                (
                    "keadaan",
                    fields.CharField(description="baru, selesai or disisihkan", max_length=16),
                ),
                ("percobaan", fields.IntField(default=0)),
                ("diterima_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "inbox",
                "app": "adminduk",
                "unique_together": (("update_id", "sidik"),),
                "indexes": [Index(fields=["keadaan", "id"])],
                "pk_attr": "id",
                "table_description": "One update from Telegram, stored before it is confirmed. The body is sealed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Kartu",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "jenis",
                    fields.CharField(description="tanya, grup, petugas or tegas", max_length=16),
                ),
                ("ruang", fields.CharField(description="keyed digest of the chat", max_length=64)),
                ("chat", fields.BinaryField(description="sealed chat id")),
                (
                    "pesan_id",
                    fields.BigIntField(
                        null=True, description="message id, known once it was sent"
                    ),
                ),
                ("permohonan_id", fields.UUIDField(null=True)),
                ("revisi", fields.IntField(default=0)),
                ("nonce", fields.CharField(default="", max_length=8)),
                (
                    "aktif",
                    fields.BooleanField(default=True, description="its keyboard still stands"),
                ),
                ("dibuat_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "kartu",
                "app": "adminduk",
                "indexes": [
                    Index(fields=["ruang", "pesan_id"]),
                    Index(fields=["permohonan_id", "jenis"]),
                ],
                "pk_attr": "id",
                "table_description": "A message of ours with buttons. A press counts only on the card as last drawn.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="KodeLoket",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "dokumen",
                    fields.ForeignKeyField(
                        "adminduk.Dokumen",
                        source_field="dokumen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="daftar_kode_loket",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "kode_hash",
                    fields.CharField(unique=True, description="keyed digest", max_length=64),
                ),
                ("garam", fields.BinaryField()),
                (
                    "bungkus",
                    fields.BinaryField(
                        null=True, description="wrapped document key, erased at use"
                    ),
                ),
                ("berlaku_sampai", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "dipakai_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "kode_loket",
                "app": "adminduk",
                "indexes": [Index(fields=["berlaku_sampai"])],
                "pk_attr": "id",
                "table_description": "A single-use code with which the office prints a document at its own counter.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="KodeSurel",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("ruang", fields.CharField(description="keyed digest of the chat", max_length=64)),
                (
                    "alamat",
                    fields.CharField(description="keyed digest of the address", max_length=64),
                ),
                ("sidik", fields.CharField(description="keyed digest of the code", max_length=64)),
                ("percobaan", fields.IntField(default=0)),
                ("terpakai", fields.BooleanField(default=False)),
                ("dikirim_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "kode_surel",
                "app": "adminduk",
                "indexes": [Index(fields=["ruang"]), Index(fields=["alamat"])],
                "pk_attr": "id",
                "table_description": "One six-digit code that was sent: keyed digests only, no code and no address.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Meja",
            fields=[
                (
                    "petugas",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("permohonan_id", fields.UUIDField(null=True)),
                ("langkah", fields.CharField(default="", max_length=16)),
                ("isi", fields.BinaryField(null=True, description="sealed working state")),
                ("diubah_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "meja",
                "app": "adminduk",
                "pk_attr": "petugas",
                "table_description": "One officer's desk. What he is writing is sealed.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Outbox",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "jenis",
                    fields.CharField(description="telegram, email or peristiwa", max_length=16),
                ),
                (
                    "jalur",
                    fields.CharField(
                        description="lane: messages of one lane leave in order", max_length=80
                    ),
                ),
                (
                    "kunci",
                    fields.CharField(
                        unique=True, description="the same key is sent once", max_length=160
                    ),
                ),
                (
                    "muatan",
                    fields.BinaryField(
                        null=True, description="sealed payload, erased when it is settled"
                    ),
                ),
                (
                    "kartu_id",
                    fields.UUIDField(
                        null=True, description="the card this message draws or edits"
                    ),
                ),
                ("subjek", fields.UUIDField(null=True, description="the case it belongs to")),
                (
                    "keadaan",
                    fields.CharField(description="see outbox.KeadaanKeluar", max_length=16),
                ),
                ("percobaan", fields.IntField(default=0)),
                (
                    "mulai_at",
                    fields.DatetimeField(
                        description="not before this instant", auto_now=False, auto_now_add=False
                    ),
                ),
                (
                    "sebab",
                    fields.CharField(
                        default="", description="class of the last failure", max_length=120
                    ),
                ),
                (
                    "selesai_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "outbox",
                "app": "adminduk",
                "indexes": [
                    Index(fields=["jenis", "keadaan", "id"]),
                    Index(fields=["jalur", "keadaan", "id"]),
                    Index(fields=["subjek"]),
                ],
                "pk_attr": "id",
                "table_description": "One message that must leave: to a chat, to a mailbox, or a notice that the bot words.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Percakapan",
            fields=[
                (
                    "ruang",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64),
                ),
                ("chat", fields.BinaryField(description="sealed chat id")),
                (
                    "aktif",
                    fields.UUIDField(
                        null=True, description="the draft that typed words belong to"
                    ),
                ),
                (
                    "tanya",
                    fields.UUIDField(null=True, description="the card of the last question"),
                ),
                ("diblokir", fields.BooleanField(default=False)),
                ("mulai_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "percakapan",
                "app": "adminduk",
                "pk_attr": "ruang",
                "table_description": "A private chat that has pressed /start, and what it is about now.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Percobaan",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("kunci", fields.CharField(unique=True, max_length=64)),
                ("jendela_mulai", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("gagal", fields.IntField(default=0)),
                (
                    "terkunci_sampai",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "percobaan",
                "app": "adminduk",
                "indexes": [Index(fields=["jendela_mulai"])],
                "pk_attr": "id",
                "table_description": "Counted failures at one door from one address, both under a keyed digest.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Permohonan",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("nomor", fields.CharField(null=True, unique=True, max_length=32)),
                ("layanan", fields.CharField(max_length=40)),
                ("versi", fields.IntField()),
                ("status", fields.CharField(max_length=24)),
                (
                    "revisi",
                    fields.IntField(
                        default=0, description="every change counts one up, changes compare it"
                    ),
                ),
                ("warga", fields.CharField(description="keyed digest of the chat", max_length=64)),
                ("chat", fields.BinaryField(description="sealed Telegram chat id")),
                ("desa", fields.CharField(default="", max_length=16)),
                ("isian", fields.BinaryField(description="sealed draft of the dialog")),
                (
                    "persetujuan",
                    fields.CharField(description="version of the privacy notice", max_length=16),
                ),
                ("petugas", fields.BigIntField(null=True, description="who holds the case now")),
                (
                    "periksa",
                    fields.CharField(
                        default="", description="ticked checklist codes", max_length=400
                    ),
                ),
                (
                    "putusan",
                    fields.BinaryField(
                        null=True, description="sealed: officer's form, reason, notes"
                    ),
                ),
                ("dibuat_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("diubah_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "diajukan_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
                ("batas_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "diputus_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "permohonan",
                "app": "adminduk",
                "indexes": [
                    Index(fields=["warga", "status"]),
                    Index(fields=["status", "diajukan_at"]),
                ],
                "pk_attr": "id",
                "table_description": "One case: a draft from the first answer on, a filed case from the submission on.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Produk",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "permohonan",
                    fields.ForeignKeyField(
                        "adminduk.Permohonan",
                        source_field="permohonan_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="produk",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("urutan", fields.IntField()),
                ("jenis", fields.CharField(max_length=24)),
                ("nama", fields.CharField(max_length=60)),
                ("status", fields.CharField(max_length=24)),
                ("jalan", fields.CharField(max_length=16)),
                ("alamat", fields.BinaryField(null=True, description="sealed e-mail address")),
                ("dokumen_id", fields.UUIDField(null=True, unique=True)),
                (
                    "penerima",
                    fields.BinaryField(
                        null=True, description="sealed identity of who collected it"
                    ),
                ),
                ("diubah_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
            ],
            options={
                "table": "produk",
                "app": "adminduk",
                "unique_together": (("permohonan", "urutan"),),
                "pk_attr": "id",
                "table_description": "One document or card that a case brings forth, with its own way out.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Riwayat",
            fields=[
                (
                    "urut",
                    fields.BigIntField(
                        generated=False, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("waktu", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("aksi", fields.CharField(max_length=40)),
                ("subjek", fields.UUIDField()),
                ("pelaku", fields.CharField(max_length=80)),
                (
                    "rincian",
                    fields.TextField(
                        description="canonical JSON of ids, codes and numbers", unique=False
                    ),
                ),
                ("sebelum", fields.CharField(max_length=64)),
                ("sidik", fields.CharField(max_length=64)),
            ],
            options={
                "table": "riwayat",
                "app": "adminduk",
                "indexes": [Index(fields=["subjek"])],
                "pk_attr": "urut",
                "table_description": "One line of the history: append-only, chained by hash, without personal data.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Tautan",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                (
                    "dokumen",
                    fields.ForeignKeyField(
                        "adminduk.Dokumen",
                        source_field="dokumen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="daftar_tautan",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("generasi", fields.IntField()),
                ("token_hash", fields.CharField(unique=True, max_length=64)),
                ("garam", fields.BinaryField()),
                (
                    "bungkus",
                    fields.BinaryField(
                        null=True, description="wrapped document key, erased at the end"
                    ),
                ),
                ("status", fields.CharField(default="aktif", max_length=16)),
                ("berlaku_sampai", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("gagal_total", fields.IntField(default=0)),
                (
                    "sesi",
                    fields.IntField(default=0, description="how often the password was right"),
                ),
                ("terbit_at", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                ("dibuka_at", fields.DatetimeField(null=True, auto_now=False, auto_now_add=False)),
                (
                    "diunduh_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "tautan",
                "app": "adminduk",
                "unique_together": (("dokumen", "generasi"),),
                "indexes": [Index(fields=["status", "berlaku_sampai"])],
                "pk_attr": "id",
                "table_description": "One link to a document. The wrap opens with the token and the password only.",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Tiket",
            fields=[
                (
                    "id",
                    fields.UUIDField(primary_key=True, default=uuid4, unique=True, db_index=True),
                ),
                ("tiket_hash", fields.CharField(unique=True, max_length=64)),
                (
                    "dokumen",
                    fields.ForeignKeyField(
                        "adminduk.Dokumen",
                        source_field="dokumen_id",
                        db_constraint=True,
                        to_field="id",
                        related_name="daftar_tiket",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                (
                    "tautan",
                    fields.ForeignKeyField(
                        "adminduk.Tautan",
                        source_field="tautan_id",
                        null=True,
                        description="empty: opened at the counter",
                        db_constraint=True,
                        to_field="id",
                        related_name="daftar_tiket",
                        on_delete=OnDelete.RESTRICT,
                    ),
                ),
                ("bungkus", fields.BinaryField(description="document key under the ticket")),
                ("berlaku_sampai", fields.DatetimeField(auto_now=False, auto_now_add=False)),
                (
                    "kali",
                    fields.IntField(default=0, description="how often the file was asked for"),
                ),
                (
                    "terkirim",
                    fields.IntField(
                        default=0, description="bytes sent without a gap from the start"
                    ),
                ),
                (
                    "selesai_at",
                    fields.DatetimeField(null=True, auto_now=False, auto_now_add=False),
                ),
            ],
            options={
                "table": "tiket",
                "app": "adminduk",
                "indexes": [Index(fields=["berlaku_sampai"])],
                "pk_attr": "id",
                "table_description": "Fifteen minutes in which a file may be fetched, also by a download manager.",
            },
            bases=["Model"],
        ),
        # At most one open link per document (SECURITY.md 3). Both databases know partial indexes.
        ops.RunSQL(
            "CREATE UNIQUE INDEX uid_tautan_aktif ON tautan (dokumen_id) WHERE status = 'aktif'",
            "DROP INDEX uid_tautan_aktif",
        ),
    ]
