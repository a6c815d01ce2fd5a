"""What a case of the bench is: the same work in the words of several programs, and what we aim for."""

import dataclasses
import os
import pathlib
import shutil
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("FINDLING_BIN") or ROOT / "build/release/bin/findling")

Commands = dict[str, list[str]]


@dataclasses.dataclass(frozen=True)
class Target:
    """The highest ratio to a peer we are content with; None: no aim."""

    wall: float | None = None
    cpu: float | None = None
    memory: float | None = None


@dataclasses.dataclass(frozen=True)
class Case:
    title: str
    commands: Commands  # by the name to show; one is "findling"
    tree: Callable[[], pathlib.Path]  # built when the case is run, not before
    targets: dict[str, Target] = dataclasses.field(default_factory=dict)  # by peer
    # Peers that answer another question on purpose, and why: timed, but their results are not compared.
    otherwise: dict[str, str] = dataclasses.field(default_factory=dict)
    ordered: bool = False  # results are compared in the order they come in
    compared: bool = True  # False: the output is nobody's result, as that of --version
    streamed: bool = False  # also the time to the first result, and the peak of memory
    traced: bool = False  # also findling's system calls per folder
    repeat: int = 1  # so many runs a round, where one run is very short
    most_rounds: int | None = None  # where one takes minutes


def tool(*names: str) -> str | None:
    """The first of these programs that is installed; cargo's own folder comes first."""
    cargo = os.path.expanduser("~/.cargo/bin")
    path = cargo + os.pathsep + os.environ.get("PATH", "")
    for name in names:
        if found := shutil.which(name, path=path):
            return found
    return None


def installed(commands: dict[str, list[str | None]]) -> Commands:
    """Without the peers that are not there."""
    return {name: [word for word in command if word is not None]
            for name, command in commands.items() if command[0] is not None}
