"""Settings: what `mirageport.toml` and the editor say about rules and fixes."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any

from mirageport.mirage.releases import TARGET, refusal
from mirageport.ocaml.named import NamedTuple
from mirageport.server.files import Unreadable, checkout, contents, inside

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mirageport.diagnostics.engine import Choice

FILE = "mirageport.toml"

KEYS = ("select", "ignore", "review", "self-check", "target", "packs")
"""What a settings file and an editor may say."""

FILE_KEYS = (*KEYS, "exclude", "per-file-ignores")
"""What a settings file may say: it also knows the folder that its patterns begin in."""

# Longer than anybody writes; what reads it needs many times as much memory.
MAX_BYTES = 64 * 1024


class SettingsError(ValueError):
    """A settings file that cannot be used; the message names the file and what is wrong."""


class Settings(NamedTuple):
    """What a person chose.

    select, ignore: names or categories of rules; an empty `select` selects all.
    review: whether fix-all also applies the fixes that need a review. self_check: whether a check
    also type-checks code that is ported already. target: the release of Mirage to port to; "" for
    the usual one. packs: names of packs, and paths of their folders, that alone count; none where
    the project decides.
    exclude: patterns of files in which nothing is reported and nothing changed. per_file_ignores:
    patterns of files, each with what does not count there. folder: the absolute path that both
    begin in, "" without any. See `server.patterns`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    review: bool = False
    self_check: bool = False
    target: str = ""
    packs: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    folder: str = ""

    def over(self, other: Settings) -> Settings:
        """These settings where they say something, `other` where they are silent."""
        return Settings(
            self.select or other.select,
            self.ignore or other.ignore,
            self.review or other.review,
            self.self_check or other.self_check,
            self.target or other.target,
            self.packs or other.packs,
            self.exclude or other.exclude,
            self.per_file_ignores or other.per_file_ignores,
            self.folder or other.folder,
        )

    def placed(self, folder: str) -> Settings:
        """These settings, in which paths of packs begin in a folder."""
        return self._replace(packs=tuple(placed(each, folder) for each in self.packs))

    @property
    def names_rules(self) -> bool:
        """Whether any rule or category is named."""
        return bool(self.select or self.ignore or self.per_file_ignores)

    def choice(self, files: Iterable[str]) -> Choice:
        """What the engine shall look for in files of these names."""
        # Imported here: where no file is to be looked at, the engine need not be loaded.
        from mirageport.diagnostics.engine import Choice

        if not self.exclude and not self.per_file_ignores:
            return Choice(self.select, self.ignore)
        from mirageport.server.patterns import matches

        names = list(files)
        ignored = {
            (name, rule)
            for pattern, rules in self.per_file_ignores
            for name in names
            if matches(pattern, self._inside(name))
            for rule in rules
        }
        excluded = filter(self.excludes, names)
        return Choice(self.select, self.ignore, frozenset(excluded), frozenset(ignored))

    def excludes(self, file: str) -> bool:
        """Whether nothing is reported and nothing changed in a file."""
        if not self.exclude:
            return False
        from mirageport.server.patterns import matches

        return any(matches(pattern, self._inside(file)) for pattern in self.exclude)

    def _inside(self, name: str) -> str:
        """The path of a file as patterns see it."""
        path = os.path.abspath(name)
        if not path.startswith(self.folder.rstrip(os.sep) + os.sep):
            return path.replace(os.sep, "/").lstrip("/")
        return os.path.relpath(path, self.folder).replace(os.sep, "/")


DEFAULT = Settings()


def find(folder: str) -> str | None:
    """The path of the nearest `mirageport.toml` in `folder` or above it; None without one.

    The search ends at the root of a checkout: what it says depends on nothing outside of it.
    """
    folder = os.path.abspath(folder)
    while True:
        path = os.path.join(folder, FILE)
        # What is no file, or a link to none, is found too, so that it is reported.
        if os.path.lexists(path) and not os.path.isdir(path):
            return path
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return None
        folder = above


def load(folder: str) -> Settings:
    """The settings that hold in `folder`, from the nearest `mirageport.toml` upwards.

    Keys stand at the top of the file or under `[tool.mirageport]`. Raises `SettingsError`.
    """
    path = find(folder)
    if path is None:
        return DEFAULT
    table = _read(path)
    tool = table.pop("tool", {})
    own = tool.get("mirageport", {}) if isinstance(tool, dict) else {}
    if not isinstance(own, dict):
        raise SettingsError(f"{path}: 'tool.mirageport' must be a table")
    found = parse({**table, **own}, path, FILE_KEYS)
    found = found.placed(os.path.dirname(path))
    patterns = found.exclude or found.per_file_ignores
    return found._replace(folder=os.path.dirname(path)) if patterns else found


def parse(table: dict[str, Any], origin: str, keys: Sequence[str] = KEYS) -> Settings:
    """Settings out of a table of keys. `origin` is named in the message of a `SettingsError`. keys:
    those that may stand there."""
    for key in table:
        if key not in keys:
            near = nearest(key, keys) or f" (known: {', '.join(keys)})"
            raise SettingsError(f"{origin}: unknown key '{key}'{near}")
    return Settings(
        _names(table, "select", origin),
        _names(table, "ignore", origin),
        _flag(table, "review", origin),
        _flag(table, "self-check", origin),
        _target(table, origin),
        _packs(table, origin),
        _patterns(table, "exclude", origin),
        _by_pattern(table, "per-file-ignores", origin),
    )


def _patterns(table: dict[str, Any], key: str, origin: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f"{origin}: '{key}' must be a list of patterns of file names")
    return tuple(_pattern(item, key, origin) for item in value)


def _pattern(value: str, key: str, origin: str) -> str:
    """A pattern that can name something below the folder of the settings."""
    parts = value.split("/")
    if not value.strip("/") or ".." in parts or "." in parts or "\\" in value:
        raise SettingsError(
            f"{origin}: '{value}' in '{key}' names nothing below this folder: write a pattern such "
            "as 'vendor/' or 'src/*.ml'"
        )
    return value


def _by_pattern(
    table: dict[str, Any], key: str, origin: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise SettingsError(
            f"{origin}: '{key}' must be a table from patterns of file names to lists of rule names "
            "or categories"
        )
    return tuple(
        (_pattern(pattern, key, origin), _names(value, pattern, origin)) for pattern in value
    )


def _flag(table: dict[str, Any], key: str, origin: str) -> bool:
    value = table.get(key, False)
    if not isinstance(value, bool):
        raise SettingsError(f"{origin}: '{key}' must be true or false")
    return value


def _target(table: dict[str, Any], origin: str) -> str:
    value = table.get("target", TARGET)
    if not isinstance(value, str):
        raise SettingsError(f"{origin}: 'target' must be a release in quotes, such as \"{TARGET}\"")
    refused = refusal(value)
    if refused:
        raise SettingsError(f"{origin}: {refused}")
    return value if "target" in table else ""


def _packs(table: dict[str, Any], origin: str) -> tuple[str, ...]:
    value = table.get("packs", [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f"{origin}: 'packs' must be a list of names and folders of packs")
    return tuple(value)


def placed(pack: str, folder: str) -> str:
    """The name of a pack, or the absolute path of its folder, which is relative to another."""
    if "/" not in pack and pack != ".":
        return pack
    return os.path.normpath(os.path.join(folder, os.path.expanduser(pack)))


def unknown(settings: Settings, known: Collection[str]) -> list[str]:
    """A message for each name in settings that is none of a rule or category."""
    by_file = (name for _pattern, names in settings.per_file_ignores for name in names)
    names = dict.fromkeys((*settings.select, *settings.ignore, *by_file))
    return [
        f"no rule or category is called '{name}'{nearest(name, known)}"
        for name in names
        if name not in known
    ]


def nearest(name: str, known: Collection[str]) -> str:
    """A question that names what was probably meant; "" when nothing is near."""
    from difflib import get_close_matches

    near = get_close_matches(name[:100], sorted(known), 1)
    return f"; did you mean '{near[0]}'?" if near else ""


def _names(table: dict[str, Any], key: str, origin: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise SettingsError(f"{origin}: '{key}' must be a list of rule names or categories")
    return current_names(value)


def current_names(names: Sequence[str]) -> tuple[str, ...]:
    """Names of rules and categories as they are today, of those that a person wrote."""
    if not names:
        return ()
    # Imported here: the rules are loaded only where one is named.
    from mirageport.server.packs import PACK

    return PACK.rules.current(names)


def _read(path: str) -> dict[str, Any]:
    # Imported here: the command line must start fast where there is no settings file.
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib  # type: ignore[import-not-found,unused-ignore]

    try:
        folder = os.path.dirname(path)
        target = os.path.realpath(path)
        if not inside(target, [os.path.realpath(checkout(folder) or folder)]):
            raise SettingsError(f"{path}: is a link that leads out of the folder")
        text = contents(target, MAX_BYTES).decode("utf-8")
        table: dict[str, Any] = tomllib.loads(text.replace("\r\n", "\n"))
        return table
    except RecursionError:
        raise SettingsError(f"{path}: is nested too deeply") from None
    except Unreadable as error:
        raise SettingsError(f"{path}: {error}") from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: is not valid TOML: {error}") from None
