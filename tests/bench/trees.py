"""The trees of the bench. Each follows from its recipe alone and is kept between runs."""

import itertools
import os
import pathlib
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator

# Files of a repository's copy are modified before or after this day, in turn. The times are a month
# away from it, so that neither time zones nor "at" against "after" matter.
SPLIT_DAY = "2024-03-01"
BEFORE, AFTER = 1706745600, 1711929600  # 2024-02-01, 2024-04-01

# What a large C project ignores at its root. bench_made.mod.c and built.o are hit below, and
# bench_made.tab.c is hit although it is tracked.
C_RULES = """\
*.a
*.asn1.[ch]
*.bin
*.bz2
*.dtb
*.dtbo
*.dwo
*.elf
*.gcda
*.gcno
*.gz
*.ko
*.lex.c
*.lst
*.lzma
*.mod
*.mod.c
*.o
*.o.*
*.patch
*.rej
*.s
*.so
*.so.dbg
*.su
*.symtypes
*.tab.[ch]
*.tar
*.xz
*.zst
*.orig
*~
\\#*#
modules.order
Module.symvers
TAGS
tags
cscope.*
GTAGS
/vmlinux
/vmlinux.32
/vmlinux.symvers
/System.map
/modules-only.symvers
/build/
/out/
/dist/
/debian/
/patches-*
/tar-install/
/.config.old
!/.mailmap
"""


def kept(tree: pathlib.Path, recipe: str, build: Callable[[pathlib.Path], None]) -> pathlib.Path:
    """The tree as it was left, or built anew if it is unfinished or its recipe is another one now."""
    stamp = tree.with_name(tree.name + ".recipe")
    if tree.is_dir() and stamp.exists() and stamp.read_text() == recipe:
        return tree
    print(f"building {tree} ...", flush=True)
    stamp.unlink(missing_ok=True)
    if tree.exists():
        shutil.rmtree(tree)
    tree.mkdir(parents=True)
    build(tree)
    stamp.write_text(recipe)
    return tree


def touch(path: str, time: int | None = None) -> None:
    os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o644))
    if time is not None:
        os.utime(path, (time, time))


def repository(scratch: pathlib.Path, source: pathlib.Path, indexed: bool) -> pathlib.Path:
    """A git repository with the folders and file names of `source`; `indexed`: with tracked files.

    Files are empty except .gitignore, since only names are looked at. Hidden names and symbolic links
    are left out: programs disagree on them, and another case asks for everything.
    """
    def build(tree: pathlib.Path) -> None:
        copied = copy_names(source, tree, scratch)
        with open(tree / ".gitignore", "ab") as rules:  # behind what the source has
            rules.write(b"\n" + C_RULES.encode())
        for folder in copied[::8]:
            touch(f"{folder}/bench_made.tab.c", BEFORE)
        git(tree, "init", "-q")
        if indexed:
            git(tree, "-c", "gc.auto=0", "add", "-A", "-f")
        for folder in copied[::4]:
            touch(f"{folder}/built.o", AFTER)
        for folder in copied[::16]:
            touch(f"{folder}/bench_made.mod.c", AFTER)
            touch(f"{folder}/bench_untracked.c", BEFORE)

    name = f"{source.name}-{'indexed' if indexed else 'plain'}"
    return kept(scratch / name, f"1: names of {source}, {indexed=}\n{C_RULES}", build)


def copy_names(source: pathlib.Path, tree: pathlib.Path, scratch: pathlib.Path) -> list[str]:
    """The folders made, in a fixed order. `scratch` may lie below `source` and is left out."""
    made = []
    times = itertools.cycle((BEFORE, AFTER))
    for folder, below, files in os.walk(source):
        below[:] = sorted(name for name in below if not name.startswith(".")
                          and pathlib.Path(folder, name).resolve() != scratch.resolve())
        copy = str(tree / os.path.relpath(folder, source))
        os.makedirs(copy, exist_ok=True)
        made.append(copy)
        for name in sorted(files):
            path = os.path.join(folder, name)
            if os.path.islink(path):
                continue
            if name == ".gitignore":
                shutil.copyfile(path, os.path.join(copy, name))
            elif not name.startswith("."):
                touch(os.path.join(copy, name), next(times))
    return made


def git(tree: pathlib.Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=tree, check=True, stdin=subprocess.DEVNULL)


def package_rules() -> str:
    """More than a hundred rules for the root, of every form that all programs read alike."""
    rules = ["# generated", "*.log", "!keep.log", "*.tmp", "*.swp", "*~", ".cache/", "coverage/",
             "*.tsbuildinfo", "npm-debug.log*", "/build/", "/out/", "/tmp/*", "!/tmp/keep", "**/generated/**",
             "*.min.js", "!**/vendor/*.min.js", "**/fixtures/large-?.json", "docs/[a-m]*.html",
             "!docs/index.html"]
    for number in range(0, 2000, 100):
        rules += [f"/node_modules/package-{number:04}/example/",
                  f"node_modules/package-{number + 1:04}/*.md",
                  f"!node_modules/package-{number + 1:04}/README.md",
                  f"**/package-{number + 2:04}/lib/module-1?.js", f"cache-{number}/", f"*.v{number}.map"]
    return "\n".join(rules) + "\n"


# Packages repeat each other's rules; an engine that compiles the same text once has less to do.
PACKAGE_RULES = ["dist/\n*.log\n", "dist/*\n!dist/index.js\n", "/src/*.map\n*.bak\n", "node_modules/\n",
                 "# nothing\n", "lib/**/*.map\n!lib/module-01.js.map\n", "*.d.ts\n!index.d.ts\n",
                 "/test/\n!/test/\n/test/*.snap\n"]
PACKAGE = [
    "package.json", "README.md", "CHANGELOG.md", "LICENSE", "index.js", "index.d.ts", "debug.log", "keep.log",
    *[f"lib/module-{i:02}.js" for i in range(16)], *[f"lib/module-{i:02}.js.map" for i in range(8)],
    *[f"dist/{stem}.{end}" for stem in ("index", "bundle", "worker")
      for end in ("js", "min.js", "js.map", "css")],
    *[f"src/part-{i}.ts" for i in range(9)], "src/old.map", "src/deep/generated/table.ts",
    *[f"test/case-{i}.js" for i in range(5)], "test/case.snap", "test/fixtures/large-1.json",
    "coverage/index.html", "coverage/lcov.info", "example/start.js", "vendor/one.min.js",
    *[f"node_modules/inner-{i}/{name}" for i in range(3)
      for name in ("package.json", "index.js", "trace.log")],
]


def packages(scratch: pathlib.Path, count: int = 2000) -> pathlib.Path:
    """Like node_modules after an install, with an ignore file at every other turn; `count` * 75 files."""
    root_rules = package_rules()

    def build(tree: pathlib.Path) -> None:
        (tree / ".gitignore").write_text(root_rules)
        folders = sorted({os.path.dirname(path) for path in PACKAGE}, key=len)
        for number in range(count):
            package = tree / f"node_modules/package-{number:04}"
            for folder in folders:
                os.makedirs(package / folder, exist_ok=True)
            for path in PACKAGE:
                touch(f"{package}/{path}")
            if number % 2 == 0:
                (package / ".gitignore").write_text(PACKAGE_RULES[number // 2 % len(PACKAGE_RULES)])
            if number % 3 == 0:  # not an ignore file of git's: noise
                (package / ".npmignore").write_text("*\n!lib/\n")
            if number % 5 == 0:
                (package / "lib/.gitignore").write_text("*.map\n!module-00.js.map\n")
            (package / "node_modules/inner-0/.gitignore").write_text("*.log\n/index.*.js\n")
        git(tree, "init", "-q")

    return kept(scratch / f"packages-{count}", f"1: {count=}\n{root_rules}{PACKAGE_RULES}{PACKAGE}\n", build)


def wide(scratch: pathlib.Path, files: int) -> pathlib.Path:
    """A folder of folders with a thousand empty files each."""
    def build(tree: pathlib.Path) -> None:
        for start in range(0, files, 1000):
            folder = tree / f"folder-{start // 1000:04}"
            folder.mkdir()
            for number in range(start, min(start + 1000, files)):
                touch(f"{folder}/file-{number:07}.txt")

    return kept(scratch / f"wide-{files}", f"1: {files=}\n", build)


def deep(scratch: pathlib.Path, files: int) -> pathlib.Path:
    """Twenty empty files and four folders in each folder, as many levels as it takes."""
    def build(tree: pathlib.Path) -> None:
        made = [str(tree)]
        for number, start in enumerate(range(0, files, 20)):
            if number:
                made.append(f"{made[(number - 1) // 4]}/{'abcd'[(number - 1) % 4]}")
                os.mkdir(made[-1])
            for file in range(start, min(start + 20, files)):
                touch(f"{made[-1]}/file-{file:07}.txt")

    return kept(scratch / f"deep-{files}", f"1: {files=}\n", build)


BIG_FILE = "big.c"
IDENTIFIER = re.compile(rb"\b[A-Za-z]{5,12}\b")


def sources(scratch: pathlib.Path, source: pathlib.Path) -> Iterator[bytes]:
    """What the C files of `source` hold, sorted by path; not those that are binary."""
    paths = []
    for folder, below, files in os.walk(source):
        below[:] = [name for name in below if not name.startswith(".")
                    and pathlib.Path(folder, name).resolve() != scratch.resolve()]
        paths += [path for name in files if name.endswith((".c", ".h"))
                  and not os.path.islink(path := os.path.join(folder, name))]
    for path in sorted(paths):
        if b"\0" not in (text := pathlib.Path(path).read_bytes()):
            yield text


def big(scratch: pathlib.Path, source: pathlib.Path, size: int) -> pathlib.Path:
    """A folder with one file: the C files of `source` on end, as often as `size` bytes take."""
    def build(tree: pathlib.Path) -> None:
        left = size
        with open(tree / BIG_FILE, "wb") as file:
            while left:
                before = left
                for text in sources(scratch, source):
                    left -= file.write(text[:left])
                    if not left:
                        break
                if left == before:
                    raise SystemExit(f"{source} has no C files: nothing to make a big file of")

    return kept(scratch / f"{source.name}-big", f"1: C files of {source}, {size=}\n", build)


def words_file(scratch: pathlib.Path, source: pathlib.Path) -> pathlib.Path:
    """Where words() leaves them."""
    return scratch / f"{source.name}-words/words.txt"


def words(scratch: pathlib.Path, source: pathlib.Path, count: int) -> None:
    """Every so-many-th of the different words in the C files of `source`, frequent and rare, one a line."""
    def build(tree: pathlib.Path) -> None:
        found: set[bytes] = set()
        for text in sources(scratch, source):
            found.update(IDENTIFIER.findall(text.lower()))
        every = sorted(found)
        if len(every) < count:
            raise SystemExit(f"{source} has {len(every)} words in C files, and {count} are wanted")
        chosen = [every[number * len(every) // count] for number in range(count)]
        (tree / "words.txt").write_bytes(b"\n".join(chosen) + b"\n")

    kept(words_file(scratch, source).parent, f"1: C files of {source}, {count=}\n", build)
