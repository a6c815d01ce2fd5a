"""glob() and iglob(), as in the standard library."""

from __future__ import annotations

import os
import sys

from . import _core

TYPE_CHECKING = False
if TYPE_CHECKING:  # not at run time: typing costs as much as all the rest
    from typing import Any, Optional


def glob(
    pathname: Any = None,
    *,
    root_dir: Any = None,
    dir_fd: Optional[int] = None,
    recursive: bool = False,
    include_hidden: bool = False,
    pattern: Any = None,
) -> Any:
    """Return a list of the paths that match a pattern, exactly as glob.glob() does.

    ``*``, ``?`` and ``[...]`` match within one part of a path, and no name that begins with a dot
    unless the pattern does or ``include_hidden`` is true. With ``recursive``, ``**`` as a whole
    part matches any number of folders. There are no braces and no ignore files.

    One thing is better: ``**`` does not run around in loops of symbolic links. It shows a link
    that leads back to a folder it came through, but does not enter it.

    ``pathname`` may also be a path object, or be given as ``pattern``. ``root_dir`` is where
    relative patterns begin, ``dir_fd`` the same as an open folder. bytes in, bytes out. What
    cannot be read is left out; nothing is raised for it.
    """
    return _start(pathname, pattern, root_dir, dir_fd, recursive, include_hidden)._drain()


def iglob(
    pathname: Any = None,
    *,
    root_dir: Any = None,
    dir_fd: Optional[int] = None,
    recursive: bool = False,
    include_hidden: bool = False,
    pattern: Any = None,
) -> Any:
    """Return an iterator over what glob() would return, without making a list.

    It walks while it is asked. The current folder is the one at the time of this call, whatever
    happens to it later. ``close()``, or a ``with`` statement, gives back its open folders.
    """
    return _start(pathname, pattern, root_dir, dir_fd, recursive, include_hidden)


def _start(
    pathname: Any,
    pattern: Any,
    root_dir: Any,
    dir_fd: Any,
    recursive: bool,
    include_hidden: bool,
) -> Any:
    if pathname is None:
        pathname = pattern
    elif pattern is not None:
        raise TypeError("pathname and pattern are the same argument: give one of them")
    pathname = os.fspath(pathname)
    sys.audit("glob.glob", pathname, recursive)
    sys.audit("glob.glob/2", pathname, recursive, root_dir, dir_fd)
    is_bytes = isinstance(pathname, bytes)
    root = pathname[:0] if root_dir is None else os.fspath(root_dir)
    if isinstance(root, bytes) != is_bytes:
        raise TypeError("Can't mix strings and bytes in path components")
    if dir_fd is not None and not isinstance(dir_fd, int):
        dir_fd = -1  # no folder: nothing is found below it
    try:
        encoded = os.fsencode(pathname)
    except UnicodeEncodeError:  # no file can have such a name
        encoded = b""
    if b"\0" in encoded:
        head = encoded[: min((encoded.find(c) for c in b"*?[" if c in encoded), default=0)]
        if b"\0" in head[: head.rfind(b"/") + 1]:
            raise ValueError("embedded null byte")
        encoded = b""
    if b"\0" in (encoded_root := os.fsencode(root)):
        raise ValueError("embedded null byte")
    if dir_fd is not None and not -(2**31) <= dir_fd < 2**31:
        dir_fd = -1
    # Where names are not UTF-8, they are (nearly always) one byte a character.
    count_bytes = is_bytes or sys.getfilesystemencoding().lower().replace("-", "") != "utf8"
    return _core.glob(
        encoded,
        encoded_root,
        None if dir_fd is None else int(dir_fd),
        bool(recursive),
        bool(include_hidden),
        count_bytes,
        is_bytes,
    )


def translate(
    pat: str,
    *,
    recursive: bool = False,
    include_hidden: bool = False,
    seps: Any = None,
) -> str:
    """Translate a pattern into a regular expression, as glob.translate() of Python 3.13 does."""
    import glob as std

    if hasattr(std, "translate"):
        return std.translate(pat, recursive=recursive, include_hidden=include_hidden, seps=seps)
    return _translate(pat, recursive, include_hidden, seps)


def _translate(pat: str, recursive: bool, include_hidden: bool, seps: Any) -> str:
    """The same for Pythons that have none; matches the same paths."""
    import fnmatch
    import re

    separators = "".join(map(re.escape, seps or (os.sep + (os.altsep or ""))))
    sep, name_char = f"[{separators}]", f"[^{separators}]"
    first = "" if include_hidden else r"(?!\.)"
    part_any = f"{first}{name_char}+"
    folders_any = f"(?:.+{sep})?" if include_hidden else f"(?:{part_any}{sep})*"
    out = []
    parts = re.split(sep, pat)
    for index, part in enumerate(parts):
        last = index + 1 == len(parts)
        if recursive and part == "**":
            if last:
                out.append(".*" if include_hidden else f"{folders_any}(?:{part_any})?")
            elif parts[index + 1] != "**":
                out.append(folders_any)
            continue
        if part == "*":
            out.append(part_any)
        elif part:
            body = fnmatch.translate(part)
            body = body[len("(?s:") : body.rindex(")")]
            # fnmatch knows no separators: its "any character" becomes "any but those".
            body = re.sub(r"\[(?:[^\]\\]|\\.)*\]|\\.|\.", _NotSep(name_char), body)
            out.append((first if part[0] in "*?" else "") + body)
        if not last:
            out.append(sep)
    return rf"(?s:{''.join(out)})\Z"


class _NotSep:
    def __init__(self, name_char: str) -> None:
        self._name_char = name_char

    def __call__(self, match: Any) -> str:
        return self._name_char if match[0] == "." else match[0]
