"""`python -m sandbox --port N`: the sandbox alone, to try by hand or from another language."""

import argparse
import asyncio
import signal
import sys

from sandbox.panggung import TOKEN, stage_for_hand_tests
from sandbox.peladen import HanyaLoopback, PortTerpakai, Sandbox


async def serve(*, host: str, port: int, smtp_port: int, token: str) -> None:
    """Run until Ctrl-C, having said where."""
    sandbox = Sandbox(
        stage_for_hand_tests(), host=host, port=port, smtp_port=smtp_port, token=token
    )
    ended = asyncio.Event()
    loop = asyncio.get_running_loop()
    for signum in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signum, ended.set)
    async with sandbox:
        sys.stdout.write(
            f"page      {sandbox.url}/\n"
            f"base_url  {sandbox.base_url}\n"
            f"files     {sandbox.base_file_url}\n"
            f"token     {sandbox.token}\n"
            f"smtp      {host}:{sandbox.smtp_port}\n"
        )
        sys.stdout.flush()
        await ended.wait()


def main() -> int:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m sandbox", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--smtp-port", type=int, default=0)
    parser.add_argument("--token", default=TOKEN)
    asked = parser.parse_args()
    try:
        asyncio.run(
            serve(host=asked.host, port=asked.port, smtp_port=asked.smtp_port, token=asked.token)
        )
    except (HanyaLoopback, PortTerpakai) as cause:
        sys.stderr.write(f"{cause}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
