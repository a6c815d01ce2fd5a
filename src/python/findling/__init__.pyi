from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from glob import escape as escape
from glob import has_magic as has_magic
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, Literal, TypedDict, TypeVar, Union, overload

from typing_extensions import Self, TypeAlias, Unpack

__version__: str
__all__: list[str]

_T = TypeVar("_T", covariant=True)
_L = TypeVar("_L")
_P = TypeVar("_P", str, bytes)
_StrPath: TypeAlias = Union[str, PathLike[str]]
_BytesPath: TypeAlias = Union[bytes, PathLike[bytes]]
_Text: TypeAlias = Union[str, bytes]
_Texts: TypeAlias = Union[_Text, Iterable[_Text]]
_Size: TypeAlias = Union[int, str]
_Time: TypeAlias = Union[int, float, str, datetime, date, timedelta]
_Sort: TypeAlias = Literal["name", "path", "size", "mtime"]
_OnError: TypeAlias = Union[Literal["skip", "raise"], Callable[["SearchError"], object]]

class FindlingError(Exception): ...

VexyGlobError = FindlingError

class PatternError(FindlingError, ValueError):
    message: str
    pattern: _Text
    def __init__(self, message: str, pattern: _Text = "") -> None: ...

class SearchError(FindlingError, OSError): ...
class TraversalNotSupportedError(FindlingError, NotImplementedError): ...

class Stats(TypedDict):
    folders: int
    entries: int
    files_searched: int
    bytes_searched: int
    results: int
    matches: int
    errors: int
    skipped: dict[str, int]
    seconds: float
    end: Literal["running", "finished", "stopped", "limit"]

class SearchResult(dict[str, Any]):
    @property
    def path(self) -> Any: ...
    @property
    def line_number(self) -> int: ...
    @property
    def line_text(self) -> str: ...
    @property
    def matches(self) -> list[str]: ...
    # Only with spans=True.
    @property
    def spans(self) -> list[tuple[int, int]]: ...
    @property
    def column(self) -> int: ...
    @property
    def byte_offset(self) -> int: ...

class Results(list[_L]):
    errors: list[SearchError]
    stats: Stats

class ResultIterator(Iterator[_T], Generic[_T]):
    @property
    def errors(self) -> list[SearchError]: ...
    @property
    def stats(self) -> Stats: ...
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def __next__(self) -> _T: ...

class GlobIterator(Iterator[_T], Generic[_T]):
    def close(self) -> None: ...
    def __enter__(self) -> Self: ...
    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
    def __next__(self) -> _T: ...

# What every search takes, whatever it returns.
class _Filters(TypedDict, total=False):
    file_type: _Texts | None
    extension: _Texts | None
    kind: _Texts | None
    exclude: _Texts | None
    max_depth: int | None
    min_depth: int
    min_size: _Size | None
    max_size: _Size | None
    mtime_after: _Time | None
    mtime_before: _Time | None
    atime_after: _Time | None
    atime_before: _Time | None
    ctime_after: _Time | None
    ctime_before: _Time | None
    changed_after: _Time | None
    changed_before: _Time | None
    hidden: bool
    ignore_git: bool
    custom_ignore_files: _Texts | _StrPath | Iterable[_StrPath] | None
    case_sensitive: bool | None
    follow_symlinks: bool
    same_file_system: bool
    threads: int | None
    spans: bool
    text: bool
    on_error: _OnError

# find(): content or not, a list or an iterator, Path, str or bytes.
@overload
def find(
    pattern: _Texts = "*",
    root: object = ".",
    *,
    content: _Text,
    as_list: Literal[True],
    sort: _Sort | None = None,
    as_path: bool = False,
    **filters: Unpack[_Filters],
) -> Results[SearchResult]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: object = ".",
    *,
    content: _Text,
    sort: _Sort,
    as_list: bool = False,
    as_path: bool = False,
    **filters: Unpack[_Filters],
) -> Results[SearchResult]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: object = ".",
    *,
    content: _Text,
    sort: None = None,
    as_list: Literal[False] = False,
    as_path: bool = False,
    **filters: Unpack[_Filters],
) -> ResultIterator[SearchResult]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: object = ".",
    *,
    as_path: Literal[True],
    as_list: Literal[True],
    sort: _Sort | None = None,
    content: None = None,
    **filters: Unpack[_Filters],
) -> Results[Path]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: object = ".",
    *,
    as_path: Literal[True],
    sort: _Sort,
    as_list: bool = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> Results[Path]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: object = ".",
    *,
    as_path: Literal[True],
    sort: None = None,
    as_list: Literal[False] = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> ResultIterator[Path]: ...
@overload
def find(
    pattern: _Texts,
    root: _BytesPath | list[bytes],
    *,
    as_list: Literal[True],
    sort: _Sort | None = None,
    as_path: Literal[False] = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> Results[bytes]: ...
@overload
def find(
    pattern: _Texts,
    root: _BytesPath | list[bytes],
    *,
    sort: None = None,
    as_list: Literal[False] = False,
    as_path: Literal[False] = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> ResultIterator[bytes]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: _StrPath | Iterable[_StrPath] = ".",
    *,
    as_list: Literal[True],
    sort: _Sort | None = None,
    as_path: Literal[False] = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> Results[str]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: _StrPath | Iterable[_StrPath] = ".",
    *,
    sort: _Sort,
    as_list: bool = False,
    as_path: Literal[False] = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> Results[str]: ...
@overload
def find(
    pattern: _Texts = "*",
    root: _StrPath | Iterable[_StrPath] = ".",
    *,
    sort: None = None,
    as_list: Literal[False] = False,
    as_path: Literal[False] = False,
    content: None = None,
    **filters: Unpack[_Filters],
) -> ResultIterator[str]: ...
@overload
def search(
    content_regex: _Text,
    pattern: _Texts = "*",
    root: object = ".",
    *,
    as_list: Literal[True],
    sort: _Sort | None = None,
    as_path: bool = False,
    **filters: Unpack[_Filters],
) -> Results[SearchResult]: ...
@overload
def search(
    content_regex: _Text,
    pattern: _Texts = "*",
    root: object = ".",
    *,
    sort: _Sort,
    as_list: bool = False,
    as_path: bool = False,
    **filters: Unpack[_Filters],
) -> Results[SearchResult]: ...
@overload
def search(
    content_regex: _Text,
    pattern: _Texts = "*",
    root: object = ".",
    *,
    sort: None = None,
    as_list: Literal[False] = False,
    as_path: bool = False,
    **filters: Unpack[_Filters],
) -> ResultIterator[SearchResult]: ...
@overload
def glob(
    pathname: _P,
    *,
    root_dir: _P | PathLike[_P] | None = None,
    dir_fd: int | None = None,
    recursive: bool = False,
    include_hidden: bool = False,
) -> list[_P]: ...
@overload
def glob(
    pathname: PathLike[_P],
    *,
    root_dir: _P | PathLike[_P] | None = None,
    dir_fd: int | None = None,
    recursive: bool = False,
    include_hidden: bool = False,
) -> list[_P]: ...
@overload
def glob(
    *,
    pattern: _P,
    root_dir: _P | PathLike[_P] | None = None,
    dir_fd: int | None = None,
    recursive: bool = False,
    include_hidden: bool = False,
) -> list[_P]: ...
@overload
def iglob(
    pathname: _P,
    *,
    root_dir: _P | PathLike[_P] | None = None,
    dir_fd: int | None = None,
    recursive: bool = False,
    include_hidden: bool = False,
) -> GlobIterator[_P]: ...
@overload
def iglob(
    pathname: PathLike[_P],
    *,
    root_dir: _P | PathLike[_P] | None = None,
    dir_fd: int | None = None,
    recursive: bool = False,
    include_hidden: bool = False,
) -> GlobIterator[_P]: ...
@overload
def iglob(
    *,
    pattern: _P,
    root_dir: _P | PathLike[_P] | None = None,
    dir_fd: int | None = None,
    recursive: bool = False,
    include_hidden: bool = False,
) -> GlobIterator[_P]: ...
def translate(
    pat: str,
    *,
    recursive: bool = False,
    include_hidden: bool = False,
    seps: str | Iterable[str] | None = None,
) -> str: ...
def parse_size(text: str) -> int: ...
