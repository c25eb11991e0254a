"""Starts a command in a terminal of its own and prints how many milliseconds passed until it showed a text.

    python3 first-prompt.py TEXT COMMAND [ARGUMENT ...]

Then it closes the talk (Ctrl-C) and waits for the command to end.
"""
import os
import pty
import re
import select
import signal
import sys
import time

text, command = sys.argv[1], sys.argv[2:]
began = time.monotonic()
pid, terminal = pty.fork()
if pid == 0:
    os.environ.update(TERM="xterm-256color", COLUMNS="100", LINES="40")
    os.execvp(command[0], command)

shown, seen_at, deadline = "", None, began + 60
while True:
    ready, _, _ = select.select([terminal], [], [], 1)
    if ready:
        try:
            piece = os.read(terminal, 65536)
        except OSError:
            break
        if not piece:
            break
        if seen_at is None:
            shown += piece.decode("utf-8", "replace")
            # Colours and wrapped lines do not matter.
            plain = re.sub(r"\s+", " ", re.sub(r"\x1b\[[0-9;?]*[ -/]*[@-~]", "", shown))
            if text in plain:
                seen_at = time.monotonic()
                os.write(terminal, b"\x03")
    if seen_at is None and time.monotonic() > deadline:
        os.kill(pid, signal.SIGTERM)
        deadline += 60
os.waitpid(pid, 0)
if seen_at is None:
    sys.exit("the text was never shown; the end of what was: " + shown[-500:])
print(round((seen_at - began) * 1000))
