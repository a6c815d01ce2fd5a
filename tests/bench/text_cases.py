"""The cases of the suite text: contents. The same question to all, in the words of each."""

import dataclasses
import pathlib
from collections.abc import Callable

import trees
from cases import PROGRAM, Case, Target, installed, tool

READS_NO_RULES = "reads no ignore rules, and the tree is a repository"
FOLDS = "adds to a class all that differs in case alone, as the micro sign to Greek; PCRE2 does not"
FEWER_FILES = "takes some files of UTF-8 for binary ones"  # 3.11, at the ends of its buffer
FIVE_WORDS = r"\s+".join([r"\w{5}"] * 5)
NAMES = "ERR_SYS|PME_TURN_OFF|LINK_REQ_RST|CFG_BME_EVT"
WORDS = 1000
SLOW = ("ugrep", "grep -rP")
GREP = ("grep -rP",)  # ugrep takes minutes where a pattern begins with many letters; no look-behind
PCRE = Target(0.25, 0.25)  # against rg -P, whatever the question
PEAK = 1.5  # of memory


@dataclasses.dataclass(frozen=True)
class Question:
    """What is looked for in the tree, and how near to rg we want to be in wall and processor time."""

    name: str
    pattern: str
    aim: float | None = None
    options: tuple[str, ...] = ()
    slow_peers: tuple[str, ...] = SLOW  # those that answer in some seconds
    own_engine: bool = True  # rg can do it without -P
    pcre: bool = True  # also rg -P
    numbers: bool = True  # line numbers
    memory: bool = False  # also the peak of memory
    unlike: dict[str, str] = dataclasses.field(default_factory=dict)  # see Case.otherwise

    def title(self) -> str:
        return f"{self.name}: `{' '.join([*self.options, self.pattern])}`"


QUESTIONS = [
    # The Linux cases of ripgrep's own benchsuite.
    Question("literal, no line numbers", "PM_RESUME", 0.85, numbers=False),
    Question("literal", "PM_RESUME", 0.85),
    Question("literal, any case", "PM_RESUME", 0.75, ("-i",)),
    Question("literal suffix", "[A-Z]+_RESUME", 0.65, slow_peers=GREP, memory=True),
    Question("word", "PM_RESUME", 0.8, ("-w",)),
    Question("Greek", r"\p{Greek}", 0.25),
    Question("Greek, any case", r"\p{Greek}", 0.25, ("-i",), unlike={"rg": FOLDS}),
    Question("Unicode word", r"\wAh", slow_peers=GREP),
    Question("no literal", FIVE_WORDS, 0.8, slow_peers=GREP),
    Question("alternates", NAMES, 0.85),
    Question("alternates, any case", NAMES, 0.4, ("-i",)),
    # Others that people ask.
    Question("word before a literal", r"\w+_RESUME", 0.8, slow_peers=GREP),
    Question("thirty letters", "[A-Za-z]{30}", 0.5),
    Question("whole line", r"^\s*return\s+-E[A-Z]+;$", 0.5),
    Question("e-mail", r"\w+@\w+\.\w+", 0.6, slow_peers=GREP),
    Question("dotted quads", r"(?:[0-9]{1,3}\.){3}[0-9]{1,3}", 0.6),
    Question("look-behind", "(?<=static )inline", slow_peers=GREP, own_engine=False),
    Question("backreference", r"\b(\w+) \1\b", slow_peers=GREP, own_engine=False),
    # Nearly every line: what counts is how fast results leave the program.
    Question("dense, a letter", "e", 1.0, slow_peers=(), pcre=False),
    Question("dense, words", r"\w+", 1.0, slow_peers=(), pcre=False),
    Question("dense, a word", "return", 1.0, unlike={"ugrep": FEWER_FILES}),
]


class TextCases:
    """Where the trees are, and the peers: what the cases have in common."""

    def __init__(self, source: pathlib.Path, scratch: pathlib.Path, big: int) -> None:
        self.source, self.scratch, self.size = source.resolve(), scratch.resolve(), big
        self.rg, self.ugrep, self.grep = tool("rg"), tool("ugrep"), tool("grep")

    def all(self) -> list[Case]:
        """`big` 0: without the big file."""
        cases = [self.question(one) for one in QUESTIONS]
        cases += [self.words(), self.sorted("PM_RESUME"), self.sorted("[A-Z]+_RESUME")]
        if self.size:
            cases += [self.big("a literal", "PM_RESUME"), self.big("literal suffix", "[A-Z]+_RESUME"),
                      self.big("no literal", FIVE_WORDS), self.big("counted", "return", "-c")]
        return cases

    def tree(self) -> pathlib.Path:
        return self.source

    @staticmethod
    def own(*arguments: str) -> list[str | None]:
        return [PROGRAM, "--cli", "search", "--no-heading", *arguments]

    def ripgrep(self, *arguments: str) -> list[str | None]:
        return [self.rg, "--no-config", "--no-heading", *arguments]

    def question(self, asked: Question) -> Case:
        flags = ["-n" if asked.numbers else "-N", *asked.options]
        if "-i" not in flags:
            flags.append("-s")
        arguments = [*flags, "-e", asked.pattern, "."]
        commands = {"findling": self.own(*arguments)}
        if asked.own_engine:
            commands["rg"] = self.ripgrep(*arguments)
        if asked.pcre:
            commands["rg -P"] = self.ripgrep("-P", *arguments)
        others = [flag for flag in flags if flag not in ("-s", "-N")]
        commands |= {name: command for name, command in self.others(others, asked.pattern).items()
                     if name in asked.slow_peers}
        aim = Target(asked.aim, asked.aim, PEAK if asked.memory else None)
        return Case(asked.title(), installed(commands), self.tree, {"rg": aim, "rg -P": PCRE},
                    {**self.unruly(*asked.slow_peers), **asked.unlike})

    def others(self, flags: list[str], pattern: str) -> dict[str, list[str | None]]:
        """Told to do what Findling and rg do unasked: no links, nothing hidden or binary, Unicode."""
        words = "(*UCP)" if r"\w" in pattern else ""
        return {"ugrep": [self.ugrep, "-rIp", *flags, "-e", pattern, "."],
                "grep -rP": [self.grep, "-rIP", "--exclude=.*", "--exclude-dir=.?*", *flags,
                             "-e", words + pattern, "."]}

    def unruly(self, *names: str) -> dict[str, str]:
        return {name: READS_NO_RULES for name in names if (self.source / ".git").exists()}

    def words(self) -> Case:
        file = trees.words_file(self.scratch, self.source)

        def tree() -> pathlib.Path:
            trees.words(self.scratch, self.source, WORDS)
            return self.source

        arguments = ["-n", "-w", "-i", "-f", str(file), "."]
        return Case(f"{WORDS} words: `-w -i -f FILE`", installed({
            "findling": self.own(*arguments),
            "rg": self.ripgrep(*arguments),
            "ugrep": [self.ugrep, "-rIp", *arguments],
        }), tree, {"rg": Target(0.2, 0.2)},
            {"ugrep": f"{FEWER_FILES}, and tells words by the letters of ASCII alone"}, most_rounds=3)

    def sorted(self, pattern: str) -> Case:
        arguments = ["-n", "-s", "--sort", "path", "-e", pattern, "."]
        return Case(f"sorted by path: `{pattern}`", installed({
            "findling": self.own(*arguments),
            "rg": self.ripgrep(*arguments),
        }), self.tree, {"rg": Target(wall=0.6)}, ordered=True)

    def big(self, name: str, pattern: str, option: str = "-n") -> Case:
        """One file: it shows whether a single file keeps more than one core busy."""
        arguments = [option, "-s", "-e", pattern, trees.BIG_FILE]
        build: Callable[[], pathlib.Path] = lambda: trees.big(self.scratch, self.source, self.size)
        return Case(f"big file, {name}: `{option} {pattern}`", installed({
            "findling": self.own(*arguments),
            "rg": self.ripgrep(*arguments),
        }), build, {"rg": Target(wall=0.6)}, ordered=True)
