"""Makes a signed file out of a page and hands it over: seal, link, letter, door.

Never learns what a citizen is: it takes bytes, an address, a document id and a deadline. Each
module is its own door, because the three processes that use it must not load each other's parts:
``kerja`` takes `penerbit`, `letter`, `mailer`; ``web`` takes `situs`, `pages`, `runner`; the
render worker takes `render_worker` alone."""
