// The rehearsal page: draws what the control API tells and passes on what people do.
// Nothing that a message or mail contains is ever put in as HTML: text goes in as text.
"use strict";

const POLL_SECONDS = 25;
const TOAST_MILLISECONDS = 4500;
const COLOURS = ["#0b6e7f", "#8a4b9e", "#b2541a", "#2f6f3e", "#34589c", "#a23b5b"];

const EMPTY = {
  warga: "Di sini Anda menjadi warga. Tekan Mulai; yang perlu diketik dan difoto tersedia di bawah percakapan.",
  grup: "Di sini petugas melihat permohonan baru. Kartunya muncul setelah warga mengajukan.",
  petugas: "Di sini petugas memeriksa berkas. Tekan Mulai agar bot boleh mengirim berkas ke sini.",
};

const state = {
  seq: 0,
  stage: null,
  people: new Map(), // id -> Orang
  commands: [],
  chats: new Map(), // id -> { rev, busy, messages: Map(id -> Pesan) }
  mails: [], // newest first
  read: new Set(), // ids of mails that were opened
  revealed: new Set(), // spoilers that were tapped: "chat:message:number"
};
const panes = new Map(); // "warga" | "grup" | "petugas" -> pane

// --- small things ----------------------------------------------------------------------------

const one = (selector, root = document) => root.querySelector(selector);
const test = (name, root) => one(`[data-uji="${name}"]`, root);

function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "on") node.addEventListener("click", value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value !== null) node.setAttribute(name, value);
  }
  node.append(...children);
  return node;
}

function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `#i-${name}`);
  svg.setAttribute("aria-hidden", "true");
  svg.append(use);
  return svg;
}

const clockTime = (when) =>
  new Date(when).toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
const dayOf = (when) =>
  new Date(when).toLocaleDateString("id-ID", { weekday: "long", day: "numeric", month: "long" });
const colourOf = (id) => COLOURS[Math.abs(id) % COLOURS.length];
const initials = (name) =>
  name.split(/\s+/).slice(0, 2).map((word) => word[0] ?? "").join("").toUpperCase();
const sizeOf = (bytes) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(1).replace(".", ",")} MB`;

async function get(path) {
  const answer = await fetch(`/kendali${path}`);
  if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
  return answer.json();
}

async function act(pane, path, body) {
  const form = body instanceof FormData;
  try {
    const answer = await fetch(`/kendali${path}`, {
      method: "POST",
      headers: form ? {} : { "Content-Type": "application/json" },
      body: form ? body : JSON.stringify(body),
    });
    if (answer.ok) return true;
    showToast(pane, (await answer.json()).galat);
  } catch {
    showToast(pane, "Sambungan terputus. Coba lagi.");
  }
  return false;
}

// --- text with marks ---------------------------------------------------------------------------

const TAGS = {
  bold: "b", italic: "i", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote",
};

// Entities come sorted by start, the longer first; those inside another are drawn inside it.
function decorate(text, marks, context, from = 0, to = text.length) {
  const out = document.createDocumentFragment();
  let at = from;
  for (let i = 0; i < marks.length; i += 1) {
    const mark = marks[i];
    const end = Math.min(mark.awal + mark.panjang, to);
    if (mark.awal < at) continue;
    out.append(text.slice(at, mark.awal));
    const inside = marks.slice(i + 1).filter((each) => each.awal < end);
    const node = markNode(mark, text.slice(mark.awal, end), context);
    node.append(decorate(text, inside, context, mark.awal, end));
    out.append(node);
    at = end;
  }
  out.append(text.slice(at, to));
  return out;
}

function markNode(mark, text, context) {
  if (mark.jenis in TAGS) return make(TAGS[mark.jenis]);
  if (mark.jenis === "url" || mark.jenis === "text_link") {
    return link(mark.url || text, context.pane);
  }
  if (mark.jenis === "spoiler") return spoiler(`${context.key}:${mark.awal}`);
  if (mark.jenis === "bot_command") {
    const send = () => write(context.pane, text);
    return make("button", { type: "button", class: "ketik", on: send });
  }
  return make("span");
}

function spoiler(key) {
  const node = make("button", {
    type: "button", class: "samaran", "data-uji": "samaran",
    "aria-expanded": String(state.revealed.has(key)),
    title: "Ketuk untuk melihat",
  });
  node.addEventListener("click", () => {
    state.revealed.add(key);
    node.setAttribute("aria-expanded", "true");
  });
  return node;
}

// A deep link of this bot starts its chat on this page; any other opens in a new tab.
function link(address, pane, attributes = {}) {
  const url = /^[a-z]+:/i.test(address) ? address : `https://${address}`;
  const safe = /^https?:\/\//i.test(url) ? url : "#";
  const node = make("a", {
    href: safe, target: "_blank", rel: "noopener noreferrer", "data-uji": "tautan", ...attributes,
  });
  const payload = deepLink(url);
  if (payload !== null && pane) {
    node.addEventListener("click", (event) => {
      event.preventDefault();
      openPrivate(pane, payload);
    });
  }
  return node;
}

function deepLink(url) {
  const found = /^https?:\/\/t\.me\/(\w+)(?:\?start=([\w-]*))?$/i.exec(url);
  const name = state.stage.bot.username.toLowerCase();
  return found && found[1].toLowerCase() === name ? (found[2] ?? "") : null;
}

function linkify(text) {
  const out = document.createDocumentFragment();
  let at = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/g)) {
    const node = link(found[0], panes.get("warga"));
    node.append(found[0]);
    out.append(text.slice(at, found.index), node);
    at = found.index + found[0].length;
  }
  out.append(text.slice(at));
  return out;
}

// --- one message -------------------------------------------------------------------------------

function drawMessage(pane, message) {
  const own = message.dari === pane.person;
  const group = pane.name === "grup";
  const bubble = make("div", { class: "gelembung" });
  if (group && !own) {
    const name = make("span", { class: "nama" }, message.nama);
    name.style.setProperty("--warna", message.dari_bot ? "var(--aksen)" : colourOf(message.dari));
    bubble.append(name);
  }
  const answered = message.balas && chatOf(pane).messages.get(message.balas);
  if (answered) bubble.append(make("div", { class: "balasan" }, answered.teks || "Foto"));
  if (message.foto) bubble.append(photo(message));
  if (message.dokumen) bubble.append(paper(message.dokumen));
  if (message.teks) {
    const context = { pane, key: `${message.chat}:${message.id}` };
    const text = make("div", { class: "teks", "data-uji": "teks" });
    text.append(decorate(message.teks, message.penanda, context));
    bubble.append(text);
  }
  bubble.append(meta(message));
  const node = make(
    "article",
    {
      class: own ? "pesan sendiri" : "pesan", "data-uji": "pesan", "data-id": message.id,
      "data-dari": message.dari_bot ? "bot" : message.dari, "aria-label": `Pesan dari ${message.nama}`,
    },
    bubble,
  );
  if (message.tombol.length) node.append(keyboard(pane, message));
  if (own) bubble.append(ownMenu(pane, message));
  return node;
}

// What one may do with a message of one's own: correct its text or caption, delete it.
function ownMenu(pane, message) {
  const where = { dari: pane.person, chat: message.chat, pesan: message.id };
  const box = make("details", { class: "lain punya" });
  const choose = (run) => () => {
    box.open = false;
    run();
  };
  const edit = choose(async () => {
    const text = await askText("Ubah pesan", message.teks);
    if (text !== null && text !== message.teks) await act(pane, "/ubah", { ...where, teks: text });
  });
  const gone = choose(() => act(pane, "/hapus", where));
  const summary = make("summary", { "aria-label": "Ubah atau hapus pesan ini", "data-uji": "punya" });
  summary.append(icon("lain"));
  box.append(
    summary,
    make(
      "div", { class: "menu" },
      make("button", { type: "button", "data-uji": "ubah", on: edit }, "Ubah pesan"),
      make("button", { type: "button", "data-uji": "hapus", on: gone }, "Hapus pesan"),
    ),
  );
  // The menu of the lowest message would hang below what is seen.
  box.addEventListener("toggle", () => box.open && box.lastElementChild.scrollIntoView({ block: "nearest" }));
  return box;
}

// Asks for a text in the one dialog that does so; null when it was not meant.
function askText(title, text, verb = "Simpan") {
  const dialog = one("#sunting");
  one("label", dialog).textContent = title;
  const field = test("sunting-teks", dialog);
  field.value = text;
  test("sunting-simpan", dialog).textContent = verb;
  dialog.returnValue = "";
  dialog.showModal();
  field.focus();
  return new Promise((done) => {
    const closed = () => done(dialog.returnValue === "simpan" ? field.value.trim() : null);
    dialog.addEventListener("close", closed, { once: true });
  });
}

function meta(message) {
  const node = make("div", { class: "meta" });
  if (message.dilindungi) {
    const lock = make("span", {
      title: "Dilindungi: tidak dapat diteruskan atau disimpan", "data-uji": "dilindungi",
    });
    lock.append(icon("gembok"));
    node.append(lock);
  }
  if (message.diubah) node.append("diubah ");
  node.append(make("time", { datetime: message.waktu }, clockTime(message.waktu)));
  return node;
}

function photo(message) {
  const { id, lebar, tinggi } = message.foto;
  const key = `${message.chat}:${message.id}:foto`;
  const hidden = message.tersamar && !state.revealed.has(key);
  const picture = make("img", {
    src: `/kendali/berkas/${id}`, width: lebar, height: tinggi, loading: "lazy",
    alt: message.teks ? `Foto: ${message.teks}` : "Foto",
  });
  const node = make("button", {
    type: "button", class: hidden ? "potret tersamar" : "potret", "data-uji": "potret",
    "aria-label": hidden ? "Foto tersamar, ketuk untuk melihat" : "Perbesar foto",
  }, picture);
  node.addEventListener("click", () => {
    if (node.classList.contains("tersamar")) {
      state.revealed.add(key);
      node.classList.remove("tersamar");
    } else {
      enlarge(picture.src);
    }
  });
  return node;
}

// First as large as fits; a tap shows its own size around the tapped place, another one fits it again.
function enlarge(address) {
  one("#gambar img").src = address;
  test("perbesar", document).setAttribute("aria-pressed", "false");
  one("#gambar").showModal();
}

function wireEnlarged() {
  const view = one("#gambar .layar");
  const toggle = test("perbesar", view);
  toggle.addEventListener("click", (event) => {
    const box = toggle.getBoundingClientRect();
    const [x, y] = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    toggle.setAttribute("aria-pressed", String(toggle.getAttribute("aria-pressed") === "false"));
    view.scrollTo(x * view.scrollWidth - view.clientWidth / 2, y * view.scrollHeight - view.clientHeight / 2);
  });
  one("#gambar").addEventListener("click", (event) => {
    if (event.target === event.currentTarget) event.currentTarget.close(); // beside the picture
  });
}

function paper(file) {
  const address = `/kendali/berkas/${file.id}`;
  const words = make("span", {}, file.nama, make("small", {}, sizeOf(file.ukuran)));
  const node = make("a", {
    class: "arsip", href: address, target: "_blank", rel: "noopener noreferrer", "data-uji": "arsip",
  });
  node.append(icon("dokumen"), words);
  return node;
}

function keyboard(pane, message) {
  const board = make("div", { class: "papan", role: "group", "aria-label": "Tombol pesan" });
  for (const row of message.tombol) {
    board.append(make("div", { class: "baris" }, ...row.map((each) => button(pane, message, each))));
  }
  return board;
}

function button(pane, message, each) {
  const looks = [each.gaya && `gaya-${each.gaya}`, /^[☐☑]/u.test(each.label) && "centang"];
  const attributes = {
    class: looks.filter(Boolean).join(" "), "data-uji": "tombol", "data-label": each.label,
  };
  if (each.url) {
    const node = link(each.url, pane, attributes);
    node.append(each.label, icon("keluar"));
    return node;
  }
  const node = make("button", { type: "button", ...attributes }, each.label);
  if (each.salin) node.append(icon("salin"));
  node.addEventListener("click", async () => {
    if (each.salin) {
      await copy(each.salin);
      showToast(pane, "Tersalin.");
      return;
    }
    node.classList.add("menunggu");
    const asked = { dari: pane.person, chat: message.chat, pesan: message.id, label: each.label, data: each.data };
    await act(pane, "/tekan", asked);
    setTimeout(() => node.classList.remove("menunggu"), 600);
  });
  return node;
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const field = make("textarea", {}, text); // without permission for the clipboard
    document.body.append(field);
    field.select();
    document.execCommand("copy");
    field.remove();
  }
}

// --- panes -------------------------------------------------------------------------------------

function buildPane(name, label, people) {
  const node = one("#t-lajur").content.firstElementChild.cloneNode(true);
  node.dataset.lajur = node.dataset.uji = name;
  node.setAttribute("aria-label", label);
  one("h2", node).textContent = label;
  one(".lajur-label use", node).setAttribute("href", `#i-${name}`);
  test("isi", node).setAttribute("aria-label", `Percakapan: ${label}`);
  const pane = { name, node, people, person: people[0]?.id ?? 0, body: test("isi", node), timer: 0, atEnd: true };
  const choice = test("tokoh", node);
  choice.setAttribute("aria-label", `${label}: tampil sebagai`);
  for (const each of people) choice.append(make("option", { value: each.id }, described(each)));
  choice.addEventListener("change", () => become(pane, Number(choice.value)));
  wireComposer(pane);
  pane.body.addEventListener("scroll", () => {
    pane.atEnd = pane.body.scrollHeight - pane.body.scrollTop - pane.body.clientHeight < 80;
  });
  test("notis", node).addEventListener("click", () => hideToast(pane));
  new ResizeObserver(() => pane.atEnd && toEnd(pane)).observe(pane.body);
  test("mulai", node).addEventListener("click", () => enter(pane));
  test("blokir", node).addEventListener("click", () => block(pane));
  test("buka-tautan", node).addEventListener("click", () => openTyped(pane));
  one(".judul .lain", node).hidden = name === "grup";
  panes.set(name, pane);
  one("#panggung").append(node);
}

function wireComposer(pane) {
  const field = test("tulis", pane.node);
  const form = test("formulir", pane.node);
  const grow = () => {
    field.style.height = "auto";
    field.style.height = `${Math.min(field.scrollHeight + 2, 120)}px`;
  };
  field.addEventListener("input", grow);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = field.value.trim();
    if (text && (await write(pane, text))) {
      field.value = "";
      grow();
    }
    field.focus();
  });
  for (const kind of ["foto", "dokumen"]) {
    const input = test(kind, pane.node);
    input.addEventListener("change", async () => {
      const files = [...input.files];
      input.value = "";
      // Several at once are an album: one message each, held together by one number.
      const album = files.length > 1 ? String(Date.now()) : "";
      for (const file of files) {
        const body = new FormData();
        body.set("dari", pane.person);
        body.set("chat", chatId(pane));
        body.set("album", album);
        body.set("berkas", file);
        if (!(await act(pane, `/${kind}`, body))) return;
      }
    });
  }
}

// What the person at this phone has at hand: texts to type and papers to send, one tap each.
function drawSupplies(pane) {
  const person = pane.people.find((each) => each.id === pane.person);
  const samples = state.stage.contoh.filter((each) => !each.milik.length || each.milik.includes(pane.person));
  const texts = person?.bekal ?? [];
  pane.supplied = pane.name !== "grup" && Boolean(person) && texts.length + samples.length > 0;
  if (!pane.supplied) return;
  one(".bekal summary span", pane.node).textContent = `Bekal ${described(person)}`;
  test("daftar-isian", pane.node).replaceChildren(...texts.map((each) => suppliedTexts(pane, each)));
  test("daftar-contoh", pane.node).replaceChildren(...samples.map((each) => suppliedPaper(pane, each)));
}

function suppliedTexts(pane, { label, isi }) {
  const field = test("tulis", pane.node);
  const put = (text) => () => {
    field.value = text;
    field.dispatchEvent(new Event("input"));
    field.focus();
  };
  const buttons = isi.map((text) =>
    make("button", { type: "button", "data-uji": "isian", "data-teks": text, title: "Ketuk untuk mengetik ini", on: put(text) }, text),
  );
  return make("div", { class: "bekal-baris" }, make("span", {}, label), make("div", {}, ...buttons));
}

function suppliedPaper(pane, { label, sebagai }) {
  const send = () => act(pane, `/${sebagai}`, { dari: pane.person, chat: chatId(pane), contoh: label });
  const node = make("button", { type: "button", "data-uji": "contoh", "data-label": label, on: send });
  node.append(icon(sebagai), label);
  return node;
}

const described = ({ nama, keterangan }) => (keterangan ? `${nama} – ${keterangan}` : nama);
const chatId = (pane) => (pane.name === "grup" ? state.stage.grup.id : pane.person);
const chatOf = (pane) =>
  state.chats.get(chatId(pane)) ?? { rev: 0, busy: "", messages: new Map() };
const write = (pane, text) => act(pane, "/tulis", { dari: pane.person, chat: chatId(pane), teks: text });
const isStarted = (pane) => pane.name === "grup" || chatOf(pane).messages.size > 0;

// The group and the officer's private chat belong to the same officer.
function become(pane, person) {
  const together = pane.name === "warga" ? ["warga"] : ["grup", "petugas"];
  for (const name of together) {
    const each = panes.get(name);
    if (!each) continue;
    each.person = person;
    test("tokoh", each.node).value = String(person);
    hideToast(each);
    drawPane(each);
  }
  load([...together].map((name) => chatId(panes.get(name) ?? pane)));
}

async function enter(pane) {
  if (state.people.get(pane.person)?.blokir) await setBlocked(pane, false);
  else await write(pane, "/start");
  test("tulis", pane.node).focus();
}

// A link from a leaflet or a printed receipt, or only what follows "start=" in it.
async function openTyped(pane) {
  one(".judul .lain", pane.node).open = false;
  const typed = await askText("Tautan bot ini, atau isinya setelah start=", "", "Buka");
  if (!typed) return;
  const payload = deepLink(typed) ?? typed;
  if (/^[\w-]{1,64}$/.test(payload)) await openPrivate(pane, payload);
  else showToast(pane, "Itu bukan tautan bot ini.");
}

async function block(pane) {
  one(".judul .lain", pane.node).open = false;
  await setBlocked(pane, !state.people.get(pane.person)?.blokir);
}

async function setBlocked(pane, blocked) {
  await act(pane, blocked ? "/blokir" : "/buka-blokir", { dari: pane.person });
}

async function openPrivate(pane, payload) {
  const target = pane.name === "warga" ? pane : panes.get("petugas");
  openTab(target.name);
  target.node.classList.remove("sorot");
  void target.node.offsetWidth; // restarts the animation
  target.node.classList.add("sorot");
  await write(target, `/start ${payload}`.trim());
}

function drawPane(pane) {
  const chat = chatOf(pane);
  const nodes = [];
  let day = "";
  for (const message of [...chat.messages.values()].sort((a, b) => a.id - b.id)) {
    if (message.dihapus) continue;
    if (dayOf(message.waktu) !== day) {
      day = dayOf(message.waktu);
      nodes.push(make("div", { class: "hari" }, day));
    }
    nodes.push(drawMessage(pane, message));
  }
  if (!nodes.length) nodes.push(make("p", { class: "kosong" }, icon(pane.name), EMPTY[pane.name]));
  pane.body.replaceChildren(...nodes);
  drawSupplies(pane);
  drawFrame(pane);
  toEnd(pane);
}

function toEnd(pane) {
  pane.body.scrollTop = pane.body.scrollHeight;
}

// Replaces only what changed, so that neither the reader's place nor the focus is lost.
function patchPane(pane, changed) {
  const first = !one("[data-id]", pane.body);
  const later = changed.some((message) => !one(`[data-id="${message.id}"]`, pane.body) && !message.dihapus);
  if (first) {
    drawPane(pane);
    return;
  }
  const follow = later || pane.atEnd;
  const days = new Set([...pane.body.querySelectorAll(".hari")].map((node) => node.textContent));
  for (const message of changed) {
    const old = one(`[data-id="${message.id}"]`, pane.body);
    if (message.dihapus) {
      old?.remove();
    } else if (old) {
      old.replaceWith(drawMessage(pane, message));
    } else {
      if (!days.has(dayOf(message.waktu))) {
        days.add(dayOf(message.waktu));
        pane.body.append(make("div", { class: "hari" }, dayOf(message.waktu)));
      }
      pane.body.append(drawMessage(pane, message));
    }
  }
  drawFrame(pane);
  if (follow) toEnd(pane);
}

// Everything of a pane but its messages.
function drawFrame(pane) {
  const { bot, grup } = state.stage;
  const group = pane.name === "grup";
  const title = group ? grup.judul : bot.nama;
  const blocked = !group && Boolean(state.people.get(pane.person)?.blokir);
  const busy = Boolean(chatOf(pane).busy);
  test("judul", pane.node).textContent = title;
  const face = one(".rupa", pane.node);
  face.textContent = initials(title);
  face.style.setProperty("--warna", group ? "#34589c" : "#0b6e7f");
  const status = test("keadaan", pane.node);
  status.textContent = busy ? "sedang mengetik…" : group ? `${pane.people.length} petugas dan bot` : "bot";
  status.classList.toggle("sibuk", busy);
  test("blokir", pane.node).textContent = blocked ? "Buka blokir" : "Blokir bot";
  const open = isStarted(pane) && !blocked;
  test("formulir", pane.node).hidden = !open;
  test("bekal", pane.node).hidden = !open || !pane.supplied;
  const gate = test("gerbang", pane.node);
  gate.hidden = open;
  one("p", gate).textContent = blocked ? "Anda memblokir bot ini." : "";
  test("mulai", pane.node).textContent = blocked ? "Buka blokir" : "Mulai";
  drawCommands(pane);
}

function drawCommands(pane) {
  const menu = test("perintah", pane.node);
  one(".perintah", pane.node).hidden = !state.commands.length;
  menu.replaceChildren(
    ...state.commands.map(([name, words]) =>
      make(
        "button",
        {
          type: "button",
          on: () => {
            menu.parentElement.open = false;
            write(pane, `/${name}`);
          },
        },
        make("code", {}, `/${name}`), ` ${words}`,
      ),
    ),
  );
}

// --- toasts ------------------------------------------------------------------------------------

function showToast(pane, text) {
  const node = test("notis", pane.node);
  node.textContent = text;
  node.hidden = false;
  clearTimeout(pane.timer);
  pane.timer = setTimeout(() => hideToast(pane), TOAST_MILLISECONDS);
}

function hideToast(pane) {
  test("notis", pane.node).hidden = true;
}

function receiveToast(toast) {
  for (const pane of panes.values()) {
    if (pane.person !== toast.orang || chatId(pane) !== toast.chat) continue;
    if (toast.penting && toast.teks) {
      one("#penting-teks").textContent = toast.teks;
      if (!one("#penting").open) one("#penting").showModal();
    } else if (toast.teks) {
      showToast(pane, toast.teks);
    }
    const payload = toast.url ? deepLink(toast.url) : null;
    if (payload !== null) openPrivate(pane, payload);
  }
}

// --- mailbox -----------------------------------------------------------------------------------

async function loadMails() {
  const mails = (await get("/surat")).reverse();
  state.mails = mails;
  const list = one("#surat-daftar ul");
  one("#surat-daftar .kosong").hidden = mails.length > 0;
  list.replaceChildren(
    ...mails.map((mail) => {
      const node = make("li", { class: state.read.has(mail.id) ? "" : "baru" });
      const open = make(
        "button",
        { type: "button", "data-uji": "surat-butir", "data-id": mail.id, on: () => openMail(mail, node) },
        make("strong", {}, mail.subjek || "(tanpa subjek)"),
        make("time", { datetime: mail.waktu }, clockTime(mail.waktu)),
        make("span", {}, `Kepada ${mail.kepada.join(", ")}`),
      );
      node.append(open);
      return node;
    }),
  );
  countMails();
}

function countMails() {
  const unread = state.mails.filter((mail) => !state.read.has(mail.id)).length;
  for (const badge of document.querySelectorAll("[data-uji=surat] .lencana")) {
    badge.textContent = `${unread} baru`;
    badge.hidden = !unread;
  }
  countNews("surat", unread);
}

// As mail programs do with plain text: lines that only ended at the sender's margin are joined.
function reflow(text) {
  const lines = text.replace(/\r\n?/g, "\n").replace(/^[ \t]+/gm, "");
  return lines.replace(/(.{40,})\n(?!\s|\d+[.)]|[•-])/g, "$1 ");
}

function openMail(mail, item) {
  state.read.add(mail.id);
  item.classList.remove("baru");
  const page = one("#surat-isi");
  test("surat-subjek", page).textContent = mail.subjek;
  one('[data-isi="dari"]', page).textContent = mail.dari.replaceAll('"', "");
  one('[data-isi="kepada"]', page).textContent = mail.kepada.join(", ");
  one('[data-isi="waktu"]', page).textContent = `${dayOf(mail.waktu)}, ${clockTime(mail.waktu)}`;
  test("surat-teks", page).replaceChildren(linkify(reflow(mail.teks)));
  test("surat-eml", page).href = `/kendali/surat/${mail.id}.eml`;
  countMails();
  one("#surat-daftar").hidden = true;
  page.hidden = false;
  page.focus();
}

function closeMail() {
  one("#surat-isi").hidden = true;
  one("#surat-daftar").hidden = false;
  loadMails();
}

// --- tabs of the narrow screen -----------------------------------------------------------------

function openTab(name) {
  for (const pane of document.querySelectorAll(".lajur")) {
    pane.classList.toggle("terbuka", pane.dataset.lajur === name);
  }
  for (const tab of document.querySelectorAll("[data-tab]")) {
    tab.setAttribute("aria-pressed", String(tab.dataset.tab === name));
  }
  countNews(name, 0);
  if (panes.has(name)) toEnd(panes.get(name));
}

function countNews(name, number) {
  const tab = one(`[data-tab="${name}"]`);
  const badge = one("b", tab);
  const shown = tab.getAttribute("aria-pressed") === "true" ? 0 : number;
  badge.textContent = shown;
  badge.hidden = !shown;
}

// --- the heart ---------------------------------------------------------------------------------

async function load(ids) {
  for (const id of new Set(ids)) {
    const known = state.chats.get(id) ?? { rev: 0, busy: "", messages: new Map() };
    const found = await get(`/pesan/${id}?sesudah=${known.rev}`);
    const news = found.pesan.filter((each) => each.dari_bot && !known.messages.has(each.id)).length;
    for (const message of found.pesan) known.messages.set(message.id, message);
    known.rev = found.rev;
    known.busy = found.sibuk;
    state.chats.set(id, known);
    for (const pane of panes.values()) {
      if (chatId(pane) !== id) continue;
      if (found.pesan.length) patchPane(pane, found.pesan);
      else drawFrame(pane);
      const badge = one(`[data-tab="${pane.name}"] b`);
      if (news) countNews(pane.name, Number(badge.textContent || 0) + news);
    }
    if (known.busy) setTimeout(() => load([id]).catch(() => {}), 5200); // the action fades by itself
  }
}

async function refreshCast() {
  const found = await get("");
  state.people = new Map(found.orang.map((each) => [each.id, each]));
  state.commands = found.perintah;
}

async function watch() {
  const lost = test("sambungan", document);
  for (;;) {
    try {
      const news = await get(`/perubahan?sesudah=${state.seq}&tunggu=${POLL_SECONDS}`);
      lost.hidden = true;
      if (news.seq < state.seq) location.reload(); // another sandbox answers now
      if (news.seq > state.seq) {
        const after = state.seq;
        state.seq = news.seq;
        await refreshCast();
        await load(news.obrolan.filter((id) => [...panes.values()].some((pane) => chatId(pane) === id)));
        for (const pane of panes.values()) drawCommands(pane);
        if (after) news.notis.forEach(receiveToast);
        if (news.surat) await loadMails();
      }
    } catch {
      lost.hidden = false;
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
}

function switchTheme() {
  const dark = getComputedStyle(document.documentElement).colorScheme === "dark";
  document.documentElement.dataset.tema = dark ? "terang" : "gelap";
  localStorage.setItem("tema", document.documentElement.dataset.tema);
}

async function begin() {
  const theme = localStorage.getItem("tema");
  if (theme) document.documentElement.dataset.tema = theme;
  one("#tema").addEventListener("click", switchTheme);
  test("surat-kembali", document).addEventListener("click", closeMail);
  wireEnlarged();
  document.addEventListener("click", (event) => {
    for (const open of document.querySelectorAll(".lain[open]")) {
      if (!open.contains(event.target)) open.open = false;
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") document.querySelectorAll(".lain[open]").forEach((each) => { each.open = false; });
  });
  state.stage = await (await fetch("/panggung.json")).json();
  buildPane("warga", "Ponsel warga", state.stage.warga);
  if (state.stage.grup) buildPane("grup", "Grup petugas", state.stage.petugas);
  buildPane("petugas", "Ponsel petugas", state.stage.petugas);
  for (const tab of document.querySelectorAll("[data-tab]")) {
    tab.hidden = !one(`[data-lajur="${tab.dataset.tab}"]`);
    tab.addEventListener("click", () => openTab(tab.dataset.tab));
  }
  for (const pane of panes.values()) drawPane(pane);
  openTab("warga");
  document.body.dataset.siap = "ya";
  await watch();
}

begin();
