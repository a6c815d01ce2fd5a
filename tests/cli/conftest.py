"""Runs the program as users do: `FINDLING_BIN --cli ...` in a folder, with nothing of this
machine's settings."""

import collections
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios

import pytest

PROGRAM = os.environ.get("FINDLING_BIN") or pytest.exit("FINDLING_BIN names the program to test", 2)
ROOT = os.geteuid() == 0
with open(PROGRAM, "rb") as _program:
    SANITIZED = b"__asan_init" in _program.read()

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


# Faults: the program is started through something that makes the system fail it.

def through(cli, wrapper, *args, cwd=None, timeout=30, **more):
    """The program under a wrapper, such as strace, that takes a command as its last arguments."""
    # The leak check of a sanitized build cannot work under strace.
    leaks = ":detect_leaks=0" if wrapper[:1] == ["strace"] else ""
    done = subprocess.run(
        [*wrapper, *command(*args)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        cwd=cwd or cli.folder,
        timeout=timeout,
        env=environment(ASAN_OPTIONS=os.environ.get("ASAN_OPTIONS", "") + leaks),
        **more,
    )
    return Result(done.returncode, done.stdout, done.stderr)


class Running:
    """The program at work: what it writes is read bit by bit, and it ends with the test."""

    def __init__(self, cli, wrapper, args, **more):
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "stdin": subprocess.DEVNULL} | more
        # Not buffered: what is read ahead would be lost to communicate(). Signals: the runner of the
        # tests may ignore some, and that would be inherited.
        self.process = subprocess.Popen(
            [*wrapper, *command(*args)],
            bufsize=0,
            cwd=cli.folder,
            env=environment(),
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
            **more,
        )
        self.out = b""

    def read(self, lines, seconds=20):
        """Reads until there are so many lines, or nothing comes for some seconds; whether they are there."""
        pipe = self.process.stdout.fileno()
        while self.out.count(b"\n") < lines and select.select([pipe], [], [], seconds)[0]:
            # Little at a time: the rest is to stay in the pipe and make the program wait.
            piece = os.read(pipe, 1)
            if not piece:
                break
            self.out += piece
        return self.out.count(b"\n") >= lines

    def rest(self):
        """The result at the end, with what was read before."""
        out, err = self.process.communicate(timeout=30)
        return Result(self.process.returncode, self.out + (out or b""), err)

    def interrupt(self, seconds):
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(timeout=seconds)


@pytest.fixture
def start(cli):
    running = []

    def begin(*args, wrapper=(), **more):
        running.append(Running(cli, wrapper, args, **more))
        return running[-1]

    yield begin
    for one in running:
        one.process.kill()
        one.process.wait()
        for pipe in (one.process.stdin, one.process.stdout, one.process.stderr):
            if pipe:
                pipe.close()


def limits(*options):
    """A wrapper: ulimit with each of these options."""
    return ["sh", "-c", "".join(f"ulimit {option} && " for option in options) + 'exec "$0" "$@"']


def mounts(script):
    """A wrapper: mounts that nobody else sees and that end with the program."""
    return ["unshare", "-m" if ROOT else "-rm", "sh", "-c", f'{script} && exec "$0" "$@"']


def private_mounts_work(folder):
    try:
        script = f'mount -t tmpfs none "{folder}"'
        return subprocess.run([*mounts(script), "true"], capture_output=True).returncode == 0
    except OSError:
        return False


@pytest.fixture
def mountable(tmp_path):
    if not private_mounts_work(tmp_path):
        pytest.skip("mounts in a private namespace are not permitted here")


def places_named(err):
    """The paths that problems on standard error name; nothing else may stand there."""
    found = [re.fullmatch(rb"findling: (.+?): .+ \([a-z ]+\)", line) for line in err.splitlines()]
    assert all(found), err
    return {match[1] for match in found}


def assert_complete_or_said(result, full):
    """`result` of a run with -0: its paths and what lies in the places it names are all of `full`,
    and its exit code is that of problems exactly where there are some."""
    paths = result.out.split(b"\0")[:-1]
    named = places_named(result.err)
    assert len(paths) == len(set(paths)), "a path comes twice"
    assert set(paths) <= full, set(paths) - full
    lost = {path for path in full - set(paths)
            if not any(path == place or path.startswith(place + b"/") for place in named)}
    assert not lost, (lost, result.err)
    assert result.code == (2 if named else 0), result


def below(folder, *roots):
    """All that lies below the roots, as paths relative to `folder`: the authority is os.walk."""
    out = set()
    for root in roots or [""]:
        top = os.path.join(os.fsencode(folder), os.fsencode(root))
        for here, folders, names in os.walk(top):
            out |= {
                os.path.relpath(os.path.join(here, name), os.fsencode(folder)) for name in folders + names
            }
    return out
