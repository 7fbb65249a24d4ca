"""How a process is: what is asked of database, storage, Telegram, mail server and queues.

`kerja.py` and `web.py` put it together for their process; import the module you need.
"""
