"""Measurements of the window: scripts/bench gui TREE. Each runs in a program of its own, offscreen."""

import json
import os
import pathlib
import statistics
import subprocess
import time

BIG, LONG = 100 * 10**6, 10**6  # bytes: a file, and a line


class GuiCases:
    """`million`: synthetic rows of the smaller stream; the larger has five times as many."""

    def __init__(self, program: pathlib.Path, tree: pathlib.Path, scratch: pathlib.Path,
                 million: int) -> None:
        self.program, self.tree, self.scratch, self.million = program, tree, scratch, million

    def run(self, *arguments: object) -> dict[str, float]:
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run([self.program, *map(str, arguments)], capture_output=True, text=True,
                              check=True, env=environment)
        return json.loads(done.stdout.splitlines()[-1])

    def table(self, rounds: int) -> list[str]:
        self.scratch.mkdir(parents=True, exist_ok=True)
        rows = ["| work | median | aim |", "|---|---|---|"]
        rows += self.times("start to a window that answers", 400,
                           [self.run("start", time.monotonic_ns()) for _ in range(rounds)], "ms")
        found = [self.run("first", self.tree, "PM_RESUME") for _ in range(rounds)]
        rows += self.times("first row of a text search", 100, found, "first row")
        rows += self.times("longest stall of that search", 50, found, "longest stall")
        for count, smooth in ((self.million, 16), (5 * self.million, 40)):
            rows += self.stream(count, smooth, max(1, rounds // 3))
        rows += self.names(rounds)
        rows += self.previews(rounds)
        return rows

    @staticmethod
    def times(title: str, aim: float | None, runs: list[dict[str, float]], name: str,
              unit: str = "ms") -> list[str]:
        value = statistics.median(run[name] for run in runs)
        verdict = "" if aim is None else f"{'met' if value <= aim else 'MISSED'}: {aim:g}"
        print(f"{title}: {value:.1f} {unit} {verdict}", flush=True)
        return [f"| {title} | {value:.1f} {unit} | {verdict} |"]

    def stream(self, count: int, smooth: float, rounds: int) -> list[str]:
        runs = [self.run("stream", count) for _ in range(rounds)]
        title = f"{count:,} rows: "
        rows = self.times(title + "all of them", None, runs, "stream")
        rows += self.times(title + "longest stall while they come", 50, runs, "stream, longest stall")
        rows += self.times(title + "stall, 99.9 % are below", smooth, runs, "stream, p99.9")
        rows += self.times(title + "memory a row beside the names", 64, runs,
                           "bytes a row beside the names", "bytes")
        rows += self.times(title + "resident memory a row, names and all", None, runs,
                           "resident bytes a row", "bytes")
        for name, aim in (("select all", 50), ("clear selection", 50), ("to the end", 50),
                          ("stop", 100), ("sort by name", None), ("filter", None),
                          ("all again", None)):
            rows += self.times(title + name, aim, runs, name)
            rows += self.times(f"{title}{name}, longest stall", 50, runs, f"{name}, longest stall")
        return rows

    def names(self, rounds: int) -> list[str]:
        runs = [self.run("names", self.million) for _ in range(rounds)]
        title = f"{self.million:,} names in memory, key "
        rows = []
        for key in ("l", "le", "let", "lette", "letter", "99", "main c", "*.txt", "zz"):
            found = int(runs[0][f"{key}, rows"])
            rows += self.times(f"{title}`{key}`: all {found:,} rows", 50, runs, key)
            if found:
                rows += self.times(f"{title}`{key}`: first row", None, runs, f"{key}, first row")
        return rows + self.times("longest stall of those keys", 50, runs, "longest stall")

    def previews(self, rounds: int) -> list[str]:
        big, long = self.scratch / "preview-100MB.log", self.scratch / "preview-1MB-line.txt"
        if not big.exists():
            line = "2024-03-01 12:00:00 INFO service: request took 12 ms\n"
            big.write_text(line * (BIG // len(line)))
        if not long.exists():
            long.write_text("word " * (LONG // 5))
        rows = []
        for title, file in (("preview of a 100 MB file", big), ("preview of a 1 MB line", long)):
            runs = [self.run("preview", file) for _ in range(rounds)]
            rows += self.times(title, 100, runs, "ms")
            rows += self.times(title + ", longest stall", 50, runs, "longest stall")
        return rows
