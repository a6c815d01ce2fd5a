"""What can go wrong, as exceptions."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:  # not at run time: typing costs as much as all the rest
    from typing import NoReturn, Union


class FindlingError(Exception):
    """Base of all errors that are findling's own."""


class PatternError(FindlingError, ValueError):
    """A glob or regular expression that is none.

    Attributes:
        message: what is wrong with it, and where.
        pattern: the pattern, exactly as it was given.
    """

    def __init__(self, message: str, pattern: Union[str, bytes] = "") -> None:
        super().__init__(message, pattern)
        self.message = message
        self.pattern = pattern

    def __str__(self) -> str:
        return f"{self.message}: {self.pattern!r}"


class SearchError(FindlingError, OSError):
    """A file or folder that could not be searched, or not to its end.

    An OSError: ``errno``, ``strerror`` and ``filename`` say why and where. ``errno`` is None where
    the system had no part in it, as with a pattern that is too complex for a line.
    """

    def __str__(self) -> str:
        if self.errno is None and self.filename is not None:
            return f"{self.strerror}: {self.filename!r}"
        return super().__str__()


class TraversalNotSupportedError(FindlingError, NotImplementedError):
    """A wish that this version of findling cannot grant; it is never ignored instead."""


def make_error(errno: int, text: str, path: Union[str, bytes], operation: str) -> SearchError:
    """The exception for one place that the search had trouble with."""
    return SearchError(errno or None, f"{text} ({operation})", path)


def raise_error(kind: str, text: str, subject: str, offset: int, errno: int) -> NoReturn:
    """Raises what an error of the core is in Python."""
    where = f" at offset {offset}" if offset >= 0 else ""
    if kind == "pattern":
        raise PatternError(f"invalid pattern{where}: {text}", subject)
    if kind == "path":
        raise SearchError(errno or None, text, subject)
    message = f"{text}: {subject!r}{where}" if subject else text
    if kind == "unsupported":
        raise TraversalNotSupportedError(message)
    raise ValueError(message)
