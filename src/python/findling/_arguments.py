"""From Python's arguments to a request of the core, with errors for what is none."""

from __future__ import annotations

import operator
import os

from . import _core

TYPE_CHECKING = False
if TYPE_CHECKING:  # not at run time: typing costs as much as all the rest
    from typing import Any, Iterable, List, Tuple

_KIND_HELP = "a str, or several in a list"


def to_bytes(value: Any, what: str) -> bytes:
    """The bytes of a pattern or path; a lone surrogate is the byte it stands for."""
    if isinstance(value, str):
        return os.fsencode(value)
    if isinstance(value, bytes):
        return value
    if isinstance(value, os.PathLike):
        return os.fsencode(value)
    raise TypeError(f"{what} must be a str, not {type(value).__name__}")


def to_texts(value: Any, what: str) -> List[bytes]:
    """One text or several."""
    if isinstance(value, (str, bytes, os.PathLike)):
        return [to_bytes(value, what)]
    try:
        items = iter(value)
    except TypeError:
        raise TypeError(f"{what} must be {_KIND_HELP}, not {type(value).__name__}") from None
    return [to_bytes(item, what) for item in items]


def to_roots(root: Any) -> Tuple[List[bytes], bool]:
    """The roots, and whether results are to be bytes."""
    single = isinstance(root, (str, bytes, os.PathLike))
    try:
        items: Iterable[Any] = [root] if single else list(root)
    except TypeError:
        raise TypeError(
            f"root must be a path, or several in a list, not {type(root).__name__}"
        ) from None
    paths = [os.fspath(item) for item in items]
    if not paths:
        raise ValueError("root is an empty list: there is nowhere to look")
    kinds = {isinstance(path, bytes) for path in paths}
    if len(kinds) > 1:
        raise TypeError("root cannot mix str and bytes")
    for path in paths:
        if b"\0" in os.fsencode(path):
            raise ValueError("root: embedded null byte")
    return [os.fsencode(path) for path in paths], kinds.pop()


def to_count(value: Any, what: str) -> bytes:
    """A whole number from 0 on."""
    if isinstance(value, bool):
        raise TypeError(f"{what} must be an int, not bool")
    try:
        number = operator.index(value)
    except TypeError:
        raise TypeError(f"{what} must be an int, not {type(value).__name__}") from None
    if number < 0:
        raise ValueError(f"{what} must not be negative: {number}")
    return str(number).encode()


def to_size(value: Any, what: str) -> bytes:
    """Bytes as a number, or a text like "10k"."""
    if isinstance(value, (str, bytes)):
        return to_bytes(value, what)
    return to_count(value, what)


def to_time(value: Any, what: str) -> bytes:
    """Seconds since 1970, a datetime, a date, a timedelta (ago), or a text like "-7d"."""
    if isinstance(value, str):
        return os.fsencode(value)
    if isinstance(value, bool):
        raise TypeError(f"{what} must be a time, not bool")
    if isinstance(value, int):
        return b"@%d" % value
    if isinstance(value, float):
        if value - value != 0:  # infinite, or not a number
            raise ValueError(f"{what}: {value} is no time")
        return f"@{value:.9f}".encode()
    import datetime as dt  # not at import: most callers name no time

    if isinstance(value, dt.timedelta):
        value = dt.datetime.now(dt.timezone.utc) - value
    if isinstance(value, dt.datetime):
        epoch = dt.datetime(1970, 1, 1, tzinfo=dt.timezone.utc)
        micros = (value.astimezone(dt.timezone.utc) - epoch) // dt.timedelta(microseconds=1)
        sign = "-" if micros < 0 else ""
        return f"@{sign}{abs(micros) // 10**6}.{abs(micros) % 10**6:06}".encode()
    if isinstance(value, dt.date):
        return value.isoformat().encode()
    raise TypeError(f"Unsupported time type for {what}: {type(value).__name__}")


def _apply(request: _core.Request, option: str, value: bytes, what: str) -> None:
    """Lets the core read the value, and speaks of our argument where it cannot."""
    try:
        request.option(option, value)
    except ValueError as error:
        text = str(error)
        prefix = f"--{option}: "
        raise ValueError(
            f"{what}: {text[len(prefix):] if text.startswith(prefix) else text}"
        ) from None


_VALUES = {
    "max_depth": ("depth", to_count),
    "min_depth": ("min-depth", to_count),
    "min_size": ("min-size", to_size),
    "max_size": ("max-size", to_size),
    "mtime_after": ("mtime-after", to_time),
    "mtime_before": ("mtime-before", to_time),
    "atime_after": ("atime-after", to_time),
    "atime_before": ("atime-before", to_time),
    "ctime_after": ("created-after", to_time),
    "ctime_before": ("created-before", to_time),
    "changed_after": ("status-changed-after", to_time),
    "changed_before": ("status-changed-before", to_time),
    "threads": ("threads", to_count),
}


def build_request(pattern: Any, root: Any, options: dict[str, Any]) -> Tuple[Any, bool]:
    """A request for find(), and whether its paths are to be bytes."""
    request = _core.Request()
    roots, bytes_paths = to_roots(root)
    request.roots(roots)
    request.names(to_texts(pattern, "pattern"))
    if (content := options["content"]) is not None:
        if not isinstance(content, (str, bytes)):
            raise TypeError(f"content must be a str, not {type(content).__name__}")
        if isinstance(content, str):
            content = content.encode("utf-8", "surrogateescape")
        request.content([content], bool(options["text"]))
    for name, (option, convert) in _VALUES.items():
        if (value := options[name]) is not None:
            _apply(request, option, convert(value, name), name)
    if (kinds := options["file_type"]) is not None:
        for kind in to_texts(kinds, "file_type"):
            _apply(request, "type", kind, "file_type")
    if (kind := options["kind"]) is not None:
        for name in to_texts(kind, "kind"):
            _apply(request, "kind", name, "kind")
    if (extension := options["extension"]) is not None:
        request.extensions(to_texts(extension, "extension"))
    if (exclude := options["exclude"]) is not None:
        request.excludes(to_texts(exclude, "exclude"))
    if options["ignore_git"]:
        request.option("no-gitignore", b"")
    if (files := options["custom_ignore_files"]) is not None:
        request.ignore_files(to_texts(files, "custom_ignore_files"))
    if (sensitive := options["case_sensitive"]) is not None:
        request.case_sensitive(bool(sensitive))
    request.hidden(bool(options["hidden"]))
    request.follow(bool(options["follow_symlinks"]))
    request.same_file_system(bool(options["same_file_system"]))
    return request, bytes_paths
