"""The life of an iterator: streaming, stopping, threads, signals, forks."""

from __future__ import annotations

import gc
import os
import pathlib
import signal
import subprocess
import sys
import threading
import time
from typing import Any, Callable, Iterator

import pytest

import findling
from conftest import thread_count


def settled(count: int) -> bool:
    """A thread that was joined may be listed for a moment longer."""
    for _ in range(100):
        if thread_count() <= count:
            return True
        time.sleep(0.01)
    return False


def start(root: pathlib.Path, kind: str) -> Iterator[Any]:
    if kind == "find":
        return findling.find("*", root)
    if kind == "search":
        return findling.search("needle", root=root)
    return findling.iglob("**", root_dir=root, recursive=True)


KINDS = ["find", "search", "iglob"]


@pytest.mark.parametrize("kind", KINDS)
def test_complete_and_ends_for_good(many_files: pathlib.Path, kind: str) -> None:
    iterator = start(many_files, kind)
    assert iter(iterator) is iterator
    count = sum(1 for _ in iterator)
    assert count == {"find": 40_200, "search": 40_000, "iglob": 40_200}[kind]
    for _ in range(3):
        with pytest.raises(StopIteration):
            next(iterator)


@pytest.mark.parametrize("kind", KINDS)
def test_close_stops_the_search(many_files: pathlib.Path, kind: str) -> None:
    before = thread_count()
    iterator: Any = start(many_files, kind)
    next(iterator)
    began = time.monotonic()
    iterator.close()
    assert time.monotonic() - began < 0.5
    assert settled(before)
    assert list(iterator) == []
    iterator.close()
    if kind != "iglob":
        assert iterator.stats["end"] == "stopped"
        assert iterator.stats["entries"] < 40_200


@pytest.mark.parametrize("kind", KINDS)
def test_with_statement(many_files: pathlib.Path, kind: str) -> None:
    before = thread_count()
    with start(many_files, kind) as iterator:  # type: ignore[attr-defined]
        assert next(iterator)
    assert settled(before)
    assert list(iterator) == []


@pytest.mark.parametrize("kind", ["find", "search"])
def test_a_dropped_iterator_stops(many_files: pathlib.Path, kind: str) -> None:
    before = thread_count()
    iterator = start(many_files, kind)
    next(iterator)
    assert thread_count() > before
    del iterator
    assert settled(before)
    used = time.process_time()
    time.sleep(0.2)
    assert time.process_time() - used < 0.1


def test_a_cycle_is_collected(many_files: pathlib.Path) -> None:
    before = thread_count()

    class Holder:
        def handle(self, error: Exception) -> None:
            pass

    holder: Any = Holder()
    holder.iterator = findling.find("*", many_files, on_error=holder.handle)
    next(holder.iterator)
    del holder
    gc.collect()
    assert settled(before)


def test_the_search_waits_for_its_reader(many_files: pathlib.Path) -> None:
    iterator = findling.find("*", many_files)
    next(iterator)
    time.sleep(0.5)
    seen = iterator.stats["results"]
    # 16 batches of 256 wait, and one on each thread.
    assert seen < 16 * 256 + 10 * 256
    assert iterator.stats["end"] == "running"
    assert 1 + sum(1 for _ in iterator) == 40_200
    assert iterator.stats["end"] == "finished"


def test_the_first_result_comes_at_once(many_files: pathlib.Path) -> None:
    def first() -> float:
        began = time.perf_counter()
        with findling.find("f*", many_files) as iterator:
            next(iterator)
            return time.perf_counter() - began

    assert min(first() for _ in range(5)) < 0.05


@pytest.fixture
def slow(tmp_path: pathlib.Path) -> Callable[[], Any]:
    """A search that finds nothing for a while: one long file, again and again."""
    source = tmp_path / "0"
    source.write_bytes(b"x" * 79 + b"\n")
    with open(source, "ab") as file:
        block = b"some words that do not match at all\n" * 3000
        for _ in range(80):
            file.write(block)
    for number in range(1, 400):
        os.link(source, tmp_path / str(number))
    return lambda: findling.search(r"\w+ (?=never)\w+ \d", root=tmp_path, threads=1)


@pytest.mark.parametrize("how", ["next", "list", "as_list"])
def test_keyboard_interrupt(slow: Callable[[], Any], tmp_path: pathlib.Path, how: str) -> None:
    sent = [0.0]

    def interrupt() -> None:
        time.sleep(0.3)
        sent[0] = time.monotonic()
        os.kill(os.getpid(), signal.SIGINT)

    killer = threading.Thread(target=interrupt)
    killer.start()
    try:
        with pytest.raises(KeyboardInterrupt):
            if how == "as_list":
                findling.search(r"\w+ (?=never)\w+ \d", root=tmp_path, threads=1, as_list=True)
            else:
                iterator = slow()
                {"next": next, "list": list}[how](iterator)  # type: ignore[operator]
        late = time.monotonic() - sent[0]
    finally:
        killer.join()
    assert late < 0.25  # 0.1 promised; the machine may be busy


def test_keyboard_interrupt_in_glob(tmp_path: pathlib.Path) -> None:
    for number in range(9):  # 9 links to the same folder: paths without number
        os.symlink("..", tmp_path / f"l{number}")
        os.makedirs(tmp_path / f"d{number}" / "e")
        os.symlink(f"../d{(number + 1) % 9}", tmp_path / f"d{number}" / "l")
        os.symlink(f"../d{(number + 4) % 9}", tmp_path / f"d{number}" / "k")
    killer = threading.Timer(0.3, os.kill, (os.getpid(), signal.SIGINT))
    killer.start()
    began = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            while time.monotonic() - began < 5:
                findling.glob("**/*/**/nothing", root_dir=tmp_path, recursive=True)
    finally:
        killer.join()
    assert time.monotonic() - began < 1.0


def test_other_threads_run_while_one_waits(slow: Callable[[], Any]) -> None:
    iterator = slow()
    waiting = threading.Thread(target=lambda: next(iterator, None), daemon=True)
    waiting.start()
    began = time.perf_counter()
    steps = 0
    while time.perf_counter() - began < 0.3:
        steps += 1
    assert waiting.is_alive(), "the search was over too soon to tell"
    iterator.close()
    waiting.join(5)
    assert not waiting.is_alive()
    # 0.01 M/s where next() keeps the lock, several M/s where it does not.
    assert steps > 50_000


@pytest.mark.parametrize("kind", KINDS)
def test_threads_share_an_iterator(many_files: pathlib.Path, kind: str) -> None:
    iterator = start(many_files, kind)
    parts: list[list[Any]] = [[] for _ in range(6)]
    threads = [threading.Thread(target=part.extend, args=(iterator,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    found = [item["path"] if kind == "search" else item for part in parts for item in part]
    assert len(found) == len(set(found)) == (40_000 if kind == "search" else 40_200)


def test_close_from_another_thread(slow: Callable[[], Any]) -> None:
    iterator = slow()
    threading.Timer(0.2, iterator.close).start()
    began = time.monotonic()
    assert list(iterator) == []
    assert time.monotonic() - began < 2


@pytest.mark.parametrize("kind", KINDS)
def test_many_live_iterators(tmp_path: pathlib.Path, kind: str) -> None:
    """100 at once, 30 folders deep, with the usual 1,024 descriptors."""
    deep = tmp_path
    for level in range(30):
        deep = deep / f"d{level}"
    deep.mkdir(parents=True)
    (deep / "file").write_text("needle\n")
    iterators = [start(tmp_path, kind) for _ in range(100)]
    expected = 1 if kind == "search" else 31
    counts = [0] * 100
    for _ in range(expected):
        for index, iterator in enumerate(iterators):
            counts[index] += next(iterator, None) is not None
    assert counts == [expected] * 100
    assert all(next(iterator, None) is None for iterator in iterators)


def test_iglob_with_few_descriptors(tmp_path: pathlib.Path) -> None:
    """More walks alive than the process may open files."""
    code = """if True:
        import resource, sys, findling
        resource.setrlimit(resource.RLIMIT_NOFILE, (256, 256))  # before the first walk
        walks = [findling.iglob("**/*", root_dir=sys.argv[1], recursive=True) for _ in range(400)]
        found = [[next(walk)] for walk in walks]
        for walk, items in zip(walks, found):
            items.extend(walk)
        print({len(items) for items in found})
    """
    os.makedirs(tmp_path / "/".join("abcdefgh"))
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.stderr) == ("{8}\n", "")


def test_iglob_stays_where_it_was_made(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "file").touch()
    monkeypatch.chdir(tmp_path)
    iterator = findling.iglob("*/*")
    monkeypatch.chdir("/")
    assert list(iterator) == ["a/file"]


def test_deep_trees(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deeper than PATH_MAX, and than Python's own recursion goes."""
    monkeypatch.chdir(tmp_path)
    depth = 1500
    try:
        for _ in range(depth):
            os.mkdir("folder")
            os.chdir("folder")
        os.chdir(tmp_path)
        longest = max(findling.glob("**", recursive=True), key=len)
        assert longest.count("folder") == depth
        assert findling.glob("**/folder/", recursive=True)[-1].count("folder") == depth
        assert len(findling.find("*", as_list=True)) == depth
    finally:
        subprocess.run(["rm", "-rf", str(tmp_path / "folder")], check=True)


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_fork(many_files: pathlib.Path) -> None:
    inherited = findling.find("*", many_files)
    glob = findling.iglob("**", root_dir=many_files, recursive=True)
    next(inherited)
    next(glob)
    child = os.fork()
    if child == 0:
        code = 1
        try:
            try:
                for _ in inherited:
                    pass
                code = 2
            except RuntimeError as error:
                code = 0 if "fork" in str(error) else 3
            inherited.close()
            del inherited
            if len(findling.find("f1", many_files, as_list=True)) != 200:
                code = 4
            if sum(1 for _ in glob) != 40_199:
                code = 5
        finally:
            os._exit(code)
    deadline = time.monotonic() + 30
    while (done := os.waitpid(child, os.WNOHANG))[0] == 0 and time.monotonic() < deadline:
        time.sleep(0.01)
    if done[0] == 0:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        pytest.fail("the child hangs")
    assert os.waitstatus_to_exitcode(done[1]) == 0
    assert 1 + sum(1 for _ in inherited) == 40_200
    assert sum(1 for _ in glob) == 40_199
