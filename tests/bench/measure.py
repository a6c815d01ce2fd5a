"""Runs programs: what they print, how long they take, what they hold and what they ask of the kernel."""

import dataclasses
import os
import pathlib
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from typing import BinaryIO, cast

from cases import Case

# The kernel counts what a process held before it became another program, so a child of this
# interpreter would seem to need at least as much as we do. A small one between sets a low floor, and
# lower yet by fork(): a spawned child shares all its memory, a forked one begins with what is written.
PEAK = """
import os, sys
child = os.fork()
if not child:
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        os.execv(sys.argv[1], sys.argv[1:])
    finally:
        os._exit(127)
peak = os.wait4(child, 0)[2].ru_maxrss
os.write(2, str(peak).encode())
"""
LIMIT = 900  # seconds; a program that hangs shall not stop the suite
SHOWN = 200  # characters of a line


@dataclasses.dataclass(frozen=True)
class Run:
    wall: float  # milliseconds
    cpu: float
    failure: str  # empty: it ran
    complaint: str  # the first line on standard error, of one that ran too


def storage() -> BinaryIO:
    """A file in memory where there is such a thing: a gigabyte of results should time no disk."""
    if hasattr(os, "memfd_create"):
        return os.fdopen(os.memfd_create("output"), "w+b")
    return cast(BinaryIO, tempfile.TemporaryFile())


def run(command: list[str], tree: pathlib.Path, out: BinaryIO) -> Run:
    """Output goes to a file: some programs print differently, or stop early, when it is /dev/null."""
    late = []

    def end(*_: object) -> None:
        late.append(True)
        child.kill()

    with tempfile.TemporaryFile() as errors:
        signal.signal(signal.SIGALRM, end)
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=tree, stdout=out, stderr=errors, stdin=subprocess.DEVNULL,
                                 env={**os.environ, "LC_ALL": "C.UTF-8"})
        signal.alarm(LIMIT)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        signal.alarm(0)
        child.returncode = os.waitstatus_to_exitcode(status)
        errors.seek(0)
        complaint = errors.readline().decode(errors="replace").strip()
    failure = ""
    if late:
        failure = f"it took more than {LIMIT} s"
    elif child.returncode < 0:
        failure = f"ended by signal {-child.returncode}"
    elif child.returncode and not os.fstat(out.fileno()).st_size:
        # With output it is only that some folder cannot be read; a silent 1: nothing was found.
        failure = complaint or (f"exit code {child.returncode}" if child.returncode != 1 else "")
    return Run(wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, failure, complaint)


def lines(out: BinaryIO) -> Iterator[bytes]:
    """What was found, spelled alike: without "./" in front and "/" behind."""
    out.seek(0)
    for line in out:
        if plain := line.rstrip(b"\n").removeprefix(b"./").removesuffix(b"/"):
            yield plain


def place(line: bytes) -> bytes:
    """The path, where text follows."""
    return line.partition(b":")[0]


@dataclasses.dataclass
class Found:
    """What a program has found, small also where the output is a gigabyte; alike if the output is."""

    lines: int = 0
    by_place: dict[bytes, int] = dataclasses.field(default_factory=dict)  # sums, so that any order will do
    order: int = 0


def found(out: BinaryIO, ordered: bool) -> Found:
    every = Found()
    for line in lines(out):
        where, value = place(line), hash(line)
        every.lines += 1
        every.by_place[where] = every.by_place.get(where, 0) + value
        if ordered:
            every.order = hash((every.order, value))
    return every


@dataclasses.dataclass
class Comparison:
    results: int
    differing: dict[str, str]  # peers with other results than ours, and what differs
    failed: dict[str, str]  # programs that cannot do it, and what they say
    complaints: dict[str, str]  # of programs that could


def compare(case: Case, tree: pathlib.Path) -> Comparison:
    told = Comparison(0, {}, {}, {})

    def try_out(name: str, out: BinaryIO) -> bool:
        once = run(case.commands[name], tree, out)
        if once.failure or once.complaint:
            (told.failed if once.failure else told.complaints)[name] = once.failure or once.complaint
        return not once.failure

    with storage() as ours:
        if not try_out("findling", ours):
            return told
        own = found(ours, case.ordered) if case.compared else Found()
        told.results = own.lines
        for name in case.commands:
            if name == "findling":
                continue
            with storage() as theirs:
                if try_out(name, theirs) and case.compared and name not in case.otherwise:
                    other = found(theirs, case.ordered)
                    if other != own:
                        told.differing[name] = difference(ours, own, theirs, other)
    return told


def difference(ours: BinaryIO, own: Found, theirs: BinaryIO, other: Found) -> str:
    places = {where for where in own.by_place.keys() | other.by_place.keys()
              if own.by_place.get(where) != other.by_place.get(where)}
    mine, others = ({line for line in lines(out) if place(line) in places} for out in (ours, theirs))
    if mine == others:
        return f"lines come more than once, in {len(places)} places" if places else "another order"
    samples = [line.decode(errors="backslashreplace")[:SHOWN] for line in sorted(mine ^ others)[:3]]
    return (f"{len(mine - others)} only findling's, {len(others - mine)} only its own, "
            f"in {len(places)} places, as `{'`, `'.join(samples)}`")


def measure(case: Case, tree: pathlib.Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Medians of wall and processor time. In turn: what slows the machine down for a while slows all."""
    samples: dict[str, list[Run]] = {name: [] for name in case.commands}
    for _ in range(rounds * case.repeat):
        for name, command in case.commands.items():
            with storage() as out:
                samples[name].append(run(command, tree, out))
    return {name: (statistics.median(one.wall for one in taken), statistics.median(one.cpu for one in taken))
            for name, taken in samples.items()}


def first_results(case: Case, tree: pathlib.Path, rounds: int) -> dict[str, float]:
    """Median milliseconds from the start of the program to the first byte on a pipe; then it is ended."""
    samples: dict[str, list[float]] = {name: [] for name in case.commands}
    for _ in range(rounds):
        for name, command in case.commands.items():
            start = time.perf_counter()
            with subprocess.Popen(command, cwd=tree, stdout=subprocess.PIPE, bufsize=0,
                                  stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL) as child:
                assert child.stdout
                child.stdout.read(1)
                samples[name].append((time.perf_counter() - start) * 1e3)
                child.kill()
    return {name: statistics.median(taken) for name, taken in samples.items()}


def peak(command: list[str], tree: pathlib.Path) -> float:
    """The most memory held, in MB, while the output is taken from a pipe as fast as it comes."""
    with subprocess.Popen([sys.executable, "-I", "-S", "-c", PEAK, *command], cwd=tree, bufsize=0,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:
        assert child.stdout and child.stderr
        while child.stdout.read(1 << 20):
            pass
        unit = 1 if sys.platform == "darwin" else 1024
        return int(child.stderr.read()) * unit / 1e6


def peaks(case: Case, tree: pathlib.Path, rounds: int) -> dict[str, float]:
    """The highest of a few runs each: a median would hide the bad day."""
    return {name: max(peak(command, tree) for _ in range(min(rounds, 3)))
            for name, command in case.commands.items()}


def system_calls(strace: str, command: list[str], tree: pathlib.Path) -> dict[str, int]:
    """How often the program asked for what; empty where it may not be watched."""
    with tempfile.NamedTemporaryFile() as out:
        subprocess.run([strace, "-c", "-f", "-o", out.name, *command], cwd=tree, check=False,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        # % time, seconds, usecs/call, calls, errors (or nothing), name
        rows = [row.split() for row in out.read().decode(errors="replace").splitlines()]
    return {row[-1]: int(row[3]) for row in rows
            if len(row) in (5, 6) and row[3].isdigit() and row[-1] != "total"}


def folders(tree: pathlib.Path) -> int:
    """Folders that are walked; those of git's own are not."""
    count = 0
    for _, below, _ in os.walk(tree):
        below[:] = [name for name in below if name != ".git"]
        count += 1
    return count
