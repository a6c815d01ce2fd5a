"""Runs the program as users do: `FINDLING_BIN --cli ...` in a folder, with nothing of this
machine's settings."""

import collections
import fcntl
import os
import pty
import select
import struct
import subprocess
import termios

import pytest

PROGRAM = os.environ.get("FINDLING_BIN") or pytest.exit("FINDLING_BIN names the program to test", 2)
ROOT = os.geteuid() == 0

Result = collections.namedtuple("Result", "code out err")


def environment(**changes):
    env = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "CLICOLOR_FORCE", "LS_COLORS")}
    env.update(HOME="/nonexistent", XDG_CONFIG_HOME="/nonexistent", GIT_CONFIG_GLOBAL="/dev/null",
               GIT_CONFIG_SYSTEM="/dev/null", LC_ALL="C.UTF-8", TERM="xterm")
    env.update({k: v for k, v in changes.items() if v is not None})
    return env


def command(*args):
    return [PROGRAM, "--cli", *args]


def run_as_nobody():
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)


class Cli:
    """Calls in one folder. Output is bytes: names and lines need not be text."""

    def __init__(self, folder):
        self.folder = folder

    def __call__(self, *args, stdin=b"", env=None, unprivileged=False, timeout=30, cwd=None):
        done = subprocess.run(
            command(*args), input=stdin, capture_output=True, cwd=cwd or self.folder, timeout=timeout,
            env=environment(**(env or {})), preexec_fn=run_as_nobody if unprivileged and ROOT else None)
        return Result(done.returncode, done.stdout, done.stderr)

    def lines(self, *args, **more):
        """Lines of the output, sorted: without a terminal their order is free."""
        result = self(*args, **more)
        assert result.err == b"", result
        return sorted(result.out.splitlines())

    def terminal(self, *args, width=100, env=None, timeout=30):
        """The same with a terminal as standard output and standard error."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        # Bytes as they are written: no "\n" turned into "\r\n".
        mode = termios.tcgetattr(slave)
        mode[1] &= ~termios.OPOST
        termios.tcsetattr(slave, termios.TCSANOW, mode)
        process = subprocess.Popen(command(*args), stdin=subprocess.DEVNULL, stdout=slave, stderr=slave,
                                   cwd=self.folder, env=environment(**(env or {})), close_fds=True)
        os.close(slave)
        out = b""
        while select.select([master], [], [], timeout)[0]:
            try:
                piece = os.read(master, 65536)
            except OSError:  # Linux says so when the other end is closed
                break
            if not piece:
                break
            out += piece
        os.close(master)
        return Result(process.wait(timeout=timeout), out, b"")


def make_files(folder, files):
    """{"a/b": content} with byte or text names; a name that ends in "/" is a folder."""
    base = os.fsencode(folder)
    for name, content in files.items():
        path = os.path.join(base, os.fsencode(name))
        if path.endswith(b"/"):
            os.makedirs(path, exist_ok=True)
            continue
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())


@pytest.fixture
def cli(tmp_path):
    # Readable for the user that some tests become.
    for folder in [tmp_path, *list(tmp_path.parents)[:2]]:
        os.chmod(folder, 0o755)
    return Cli(tmp_path)


@pytest.fixture
def files(tmp_path):
    return lambda contents: make_files(tmp_path, contents)
