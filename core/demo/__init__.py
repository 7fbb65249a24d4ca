"""The rehearsal: sandbox, bot and site on this machine, with people who do not exist."""
