"""The cases of the suite walk: names. The same question to all, in the words of each."""

import pathlib

import trees
from cases import PROGRAM, Case, Target, installed, tool

HIDES_TRACKED = "ignores the index: hides tracked files that a rule matches"


class WalkCases:
    """Where the trees are, and the peers: what the cases have in common."""

    def __init__(self, source: pathlib.Path, scratch: pathlib.Path, million: int) -> None:
        self.source, self.scratch, self.million = source.resolve(), scratch.resolve(), million
        self.fd, self.bfs, self.find = tool("fd", "fdfind"), tool("bfs"), tool("find")
        self.rg, self.git = tool("rg"), tool("git")
        self.own: list[str | None] = [PROGRAM, "--cli", "find"]

    def all(self) -> list[Case]:
        """`million` 0: without the largest trees."""
        cases = [self.unrestricted()]
        if self.git:
            cases += [self.ignoring(), self.indexed()]
        cases += [self.size(), self.time(), self.sorted()]
        if self.git:
            cases.append(self.packages())
        if self.million:
            cases += [self.everything("wide"), self.everything("deep")]
        return [*cases, start_case(Target(wall=1.3, cpu=1.3))]

    def tree(self) -> pathlib.Path:
        return self.source

    def plain(self) -> pathlib.Path:
        return trees.repository(self.scratch, self.source, indexed=False)

    def unrestricted(self) -> Case:
        return Case("one extension, no ignore rules", installed({
            "findling": [*self.own, "-u", "-s", "*.c", "."],
            "bfs": [self.bfs, ".", "-name", "*.c"],
            "find": [self.find, ".", "-name", "*.c"],
            "fd": [self.fd, "-u", "-s", "--glob", "*.c", "."],
        }), self.tree, {"bfs": Target(0.5, 0.8), "fd": Target(0.5, 0.5)}, traced=True)

    def ignoring(self) -> Case:
        return Case("one extension, ignore rules", installed({
            "findling": [*self.own, "-s", "-t", "f", "*.c", "."],
            "fd": [self.fd, "-s", "-t", "f", "--glob", "*.c", "."],
            # Not -g: to rg, what a -g asks for is found even where a rule ignores it.
            "rg --files": [self.rg, "--files", "--type-add", "wanted:*.c", "-t", "wanted", "."],
        }), self.plain, {"fd": Target(0.4, 0.4), "rg --files": Target(0.4, 0.4)}, traced=True)

    def indexed(self) -> Case:
        """Rules match tracked files here, so the index has to be read; git itself is the judge."""
        plain = self.ignoring()
        git = [self.git, "ls-files", "-co", "--exclude-standard", "--", "*.c"]
        return Case("one extension, ignore rules and index",
                    {**plain.commands, **installed({"git ls-files": git})},
                    lambda: trees.repository(self.scratch, self.source, indexed=True), plain.targets,
                    {"fd": HIDES_TRACKED, "rg --files": HIDES_TRACKED}, traced=True)

    def size(self) -> Case:
        return Case("files of at least 100 KiB", installed({
            "findling": [*self.own, "-u", "-t", "f", "--min-size", "100k", "", "."],
            "bfs": [self.bfs, ".", "-type", "f", "-size", "+102399c"],
            "find": [self.find, ".", "-type", "f", "-size", "+102399c"],
            "fd": [self.fd, "-u", "-t", "f", "-S", "+100ki", ".", "."],
        }), self.tree, self.metadata_targets(), traced=True)

    def time(self) -> Case:
        """On the copy of the tree: sources come out of an archive with one time for all."""
        day = trees.SPLIT_DAY
        return Case("files modified since a day", installed({
            "findling": [*self.own, "-u", "-t", "f", "--mtime-after", day, "", "."],
            "bfs": [self.bfs, ".", "-type", "f", "-newermt", day],
            "find": [self.find, ".", "-type", "f", "-newermt", day],
            "fd": [self.fd, "-u", "-t", "f", "--changed-within", day, ".", "."],
        }), self.plain, self.metadata_targets(), traced=True)

    @staticmethod
    def metadata_targets() -> dict[str, Target]:
        return {"fd": Target(0.5, 0.5), "bfs": Target(0.65, 1.0), "find": Target(0.65, 1.0)}

    def sorted(self) -> Case:
        """The set is compared, not the order: bfs sorts within a folder, and goes level by level."""
        return Case("files sorted by path", installed({
            "findling": [*self.own, "-u", "-t", "f", "--sort", "path", "", "."],
            "rg --files --sort path": [self.rg, "--files", "-uu", "--sort", "path", "."],
            "bfs -s": [self.bfs, "-s", ".", "-type", "f"],
        }), self.tree, {"rg --files --sort path": Target(0.5, 1.1)})

    def packages(self) -> Case:
        return Case("files among many ignore files", installed({
            "findling": [*self.own, "-t", "f", "", "."],
            "fd": [self.fd, "-t", "f", ".", "."],
            "rg --files": [self.rg, "--files", "."],
        }), lambda: trees.packages(self.scratch), {"fd": Target(0.4, 0.4)})

    def everything(self, shape: str) -> Case:
        build = {"wide": trees.wide, "deep": trees.deep}[shape]
        return Case(f"all of {self.million} files, {shape}", installed({
            "findling": [*self.own, "-u", "-t", "f", "", "."],
            "bfs": [self.bfs, ".", "-type", "f"],
            "find": [self.find, ".", "-type", "f"],
            "fd": [self.fd, "-u", "-t", "f", ".", "."],
            "rg --files": [self.rg, "--files", "-uu", "."],
        }), lambda: build(self.scratch, self.million), streamed=True)


def start_case(target: Target | None = None) -> Case:
    return Case("--version", installed({
        "findling": [PROGRAM, "--cli", "--version"],
        "rg": [tool("rg"), "--version"],
        "fd": [tool("fd", "fdfind"), "--version"],
    }), pathlib.Path.cwd, {"rg": target} if target else {}, compared=False, repeat=5)
