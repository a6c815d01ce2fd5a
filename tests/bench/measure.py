"""Runs programs: what they print, how long they take, what they hold and what they ask of the kernel."""

import dataclasses
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

from cases import Case

# The kernel counts what a process held before it became another program, so a child of this
# interpreter would seem to need at least as much as we do. A small one between sets a low floor.
PEAK = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet)
peak = os.wait4(child, 0)[2].ru_maxrss
os.write(2, str(peak).encode())
"""


@dataclasses.dataclass(frozen=True)
class Run:
    wall: float  # milliseconds
    cpu: float
    output: bytes
    failure: str  # empty: it ran


def run(command: list[str], tree: pathlib.Path) -> Run:
    """Output goes to a file: some programs print differently, or stop early, when it is /dev/null."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        child = subprocess.Popen(command, cwd=tree, stdout=out, stderr=errors, stdin=subprocess.DEVNULL)
        _, status, usage = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        errors.seek(0)
        output = out.read()
        failure = ""
        if child.returncode and not output:  # with output it is only that some folder cannot be read
            failure = errors.readline().decode(errors="replace").strip()
            if not failure and child.returncode != 1:  # a silent 1: nothing was found
                failure = f"exit code {child.returncode}"
        return Run(wall * 1e3, (usage.ru_utime + usage.ru_stime) * 1e3, output, failure)


def lines(output: bytes) -> list[bytes]:
    """What was found, spelled alike: without "./" in front and "/" behind, sorted."""
    plain = (line.removeprefix(b"./").removesuffix(b"/") for line in output.split(b"\n"))
    return sorted(line for line in plain if line)


@dataclasses.dataclass
class Comparison:
    results: int
    differing: list[str]  # peers with other results than ours
    failed: dict[str, str]  # programs that cannot do it, and what they say


def compare(case: Case, tree: pathlib.Path) -> Comparison:
    found = Comparison(0, [], {})
    own: list[bytes] = []
    for name, command in sorted(case.commands.items(), key=lambda item: item[0] != "findling"):
        once = run(command, tree)
        if once.failure:
            found.failed[name] = once.failure
        elif name == "findling":
            own = lines(once.output)
        elif case.compared and name not in case.otherwise and "findling" not in found.failed:
            theirs = lines(once.output)
            if theirs != own:
                found.differing.append(name)
                show_difference(name, own, theirs)
    found.results = len(own)
    return found


def show_difference(name: str, own: list[bytes], theirs: list[bytes]) -> None:
    ours, others = set(own), set(theirs)
    samples = [path.decode(errors="backslashreplace") for path in sorted(ours ^ others)[:3]]
    print(f"  {name}: {len(ours - others)} only findling's, {len(others - ours)} only its own, as", *samples)


def measure(case: Case, tree: pathlib.Path, rounds: int) -> dict[str, tuple[float, float]]:
    """Medians of wall and processor time. In turn: what slows the machine down for a while slows all."""
    samples: dict[str, list[Run]] = {name: [] for name in case.commands}
    for _ in range(rounds * case.repeat):
        for name, command in case.commands.items():
            samples[name].append(dataclasses.replace(run(command, tree), output=b""))
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
