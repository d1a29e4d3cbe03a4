"""Rules, read from their Markdown pages when first asked for.

A page begins with front matter, `key: value` lines between two `---`; what follows is the text for
the person who met the finding, and the examples that are its tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.api.data import packaged
from mirageport.api.view import release
from mirageport.diagnostics.finding import MANUAL, SAFE, SUGGESTION
from mirageport.ocaml.named import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from mirageport.api.data import Folder
    from mirageport.ocaml.analysis import Use


HEAD = ("title", "category", "applicability", "severity", "kind", "message")
"""What every page says at its head."""


TO_FILL_IN = "To fill in:"
"""How the line of a drafted page begins that says what a person has to write."""


class Rule(NamedTuple):
    """One rule.

    name: the diagnostic's code. title: one line. category, applicability, severity: defaults of
    its findings. kind: which matcher finds it (`diagnostics.matching`). message: what a finding
    says, with {fields} its matcher fills. options: every other key of the front matter. body: the
    page's Markdown below the front matter. level, because: what an item says of its own change: the
    level that a fix has at most, and why, "" for none.
    """

    name: str
    title: str
    category: str
    applicability: str
    severity: str
    kind: str
    message: str
    options: dict[str, str]
    body: str
    level: str = ""
    because: str = ""

    @property
    def target(self) -> str:
        """The release of a later target that the rule is about; "" for one of the first target."""
        return self.options.get("target", "")

    @property
    def aliases(self) -> list[str]:
        """Names that the rule, or its category, had before. They are written in settings, comments
        and baselines, and go on to mean this rule."""
        return [name for name in self.options.get("aliases", "").split(", ") if name]

    def says(self, message: str) -> str:
        """A message, with what the item says."""
        return f"{message.rstrip('.')}. {self.because}" if self.because else message

    def lowered(self, level: str) -> str:
        """A level, or the one that the item says, if that is lower."""
        return level if self.level in ("", SAFE) or level in (MANUAL, SUGGESTION) else self.level


class UnknownRule(Exception):
    """No rule of this name exists."""


class Rules:
    """The rules of a pack, each read when it is first asked for. folder: that of the pages, a file
    a rule, named after it. target: what pages call the release that is ported to, in the place of
    `{target}`; a page with a `target` of its own is about a port to that release. to: that release,
    such as 3.0; a page whose change was taken back until then (`undone`) finds nothing. others: the
    names of the rules and categories of other packs, which a comment may name, too."""

    __slots__ = ("_former", "_kinds", "_known", "_selectable", "folder", "others", "target", "to")

    def __init__(self, folder: Folder, target: str, to: str) -> None:
        self.folder = folder
        self.target = target
        self.to = to
        self.others: Callable[[], Collection[str]] = tuple
        self._known: dict[str, Rule] = {}
        self._kinds: dict[tuple[str, ...], dict[str, tuple[Rule, ...]]] = {}
        self._former: dict[str, tuple[str, ...]] | None = None
        self._selectable: frozenset[str] | None = None

    def rule(self, name: str) -> Rule:
        """The rule that has this name, or had it before, or of a change (`Item.changes`). Raises
        `UnknownRule`."""
        found = self._known.get(name)
        if found is None and ":" in name:
            # Imported here: a project without a word of a pack loads no engine.
            from mirageport.ocaml.items import change_of

            own, level, because = change_of(name)
            found = self.rule(own)._replace(level=level, because=because)
            self._known[name] = found
        if found is None:
            content = self.folder.read(f"{name}.md") or _general().read(f"{name}.md")
            if content is None or "/" in name:
                former = self.former.get(name)
                if former is None:
                    raise UnknownRule(name)
                return self.rule(former[0])
            found = self._known[name] = _parse(name, page_text(content), self.target)
        return found

    def names(self) -> list[str]:
        """The names of all rules, sorted."""
        return [name[:-3] for name in self.folder.names() if name.endswith(".md")]

    def all(self) -> list[Rule]:
        """Every rule that has a page of the pack, by name."""
        return [self.rule(name) for name in self.names()]

    @property
    def selectable(self) -> frozenset[str]:
        """The names of rules and categories that settings and options may use."""
        if self._selectable is None:
            self._selectable = self.shared | _called(self.all())
        return self._selectable

    @property
    def shared(self) -> frozenset[str]:
        """Those of them that every pack has."""
        return _called(self.rule(name[:-3]) for name in _general().names())

    @property
    def former(self) -> dict[str, tuple[str, ...]]:
        """The rules of today by the names that they, or their categories, had before."""
        if self._former is None:
            found: dict[str, tuple[str, ...]] = {}
            for each in self.all():
                for name in each.aliases:
                    found[name] = (*found.get(name, ()), each.name)
            self._former = found
        return self._former

    def aliases(self, name: str) -> list[str]:
        """Names that a rule had before; none of a rule of another pack."""
        try:
            return self.rule(name).aliases
        except UnknownRule:
            return []

    def current(self, names: Iterable[str]) -> tuple[str, ...]:
        """Names that a person wrote, of rules and categories, with a former name replaced by the
        rules that had it. Others stay as they are."""
        return tuple(now for name in names for now in self.former.get(name, (name,)))

    def of(self, changes: tuple[str, ...], kind: str) -> tuple[Rule, ...]:
        """The rules among an item's changes that are of one kind."""
        if not changes:
            return ()
        found = self._kinds.get(changes)
        return (self._by_kind(changes) if found is None else found).get(kind, ())

    def _by_kind(self, changes: tuple[str, ...]) -> dict[str, tuple[Rule, ...]]:
        """The rules of an item's changes, by their kinds."""
        found = self._kinds.get(changes)
        if found is None:
            found = {}
            for rule in filter(self.holds, self._own(changes)):
                found[rule.kind] = (*found.get(rule.kind, ()), rule)
            self._kinds[changes] = found
        return found

    def _own(self, changes: tuple[str, ...]) -> Iterator[Rule]:
        """The rules of some names, without those of other packs: a file may be read for several."""
        for name in changes:
            try:
                yield self.rule(name)
            except UnknownRule:
                from mirageport.ocaml.items import change_of

                if change_of(name)[0] not in self.others():
                    raise

    def holds(self, rule: Rule) -> bool:
        """Whether the target has what a rule is about, and still has it."""
        undone, goal = rule.options.get("undone", ""), release(self.to)
        begun = not rule.target or release(rule.target) <= goal
        return begun and (not undone or goal < release(undone))

    def ruled(self, uses: list[Use]) -> dict[str, list[tuple[Use, Rule]]]:
        """Uses of values that have changed, each with its rules, by the rule's kind."""
        found: dict[str, list[tuple[Use, Rule]]] = {}
        for use in uses:
            for kind, rules in self._by_kind(use.item.changes).items() if use.item.changes else ():
                found.setdefault(kind, []).extend([(use, rule) for rule in rules])
        return found


def _called(rules: Iterable[Rule]) -> frozenset[str]:
    return frozenset(name for rule in rules for name in (rule.name, rule.category))


def _general() -> Folder:
    """The pages of changes that an interface describes by itself, in any pack."""
    return packaged("mirageport.diagnostics", "general")


def page_text(content: bytes) -> str:
    """The text of a page or a pack.md, whatever ends its lines. Raises `UnicodeDecodeError`."""
    return content.decode("utf-8-sig").replace("\r\n", "\n")


def front_matter(text: str) -> tuple[dict[str, str], str]:
    """The `key: value` lines at the beginning of a page, and what follows them."""
    head, _, body = text.removeprefix("---\n").partition("\n---\n")
    fields = {}
    for line in head.split("\n"):
        key, _, value = line.partition(": ")
        fields[key.strip()] = value.strip()
    return fields, body


def _parse(name: str, text: str, target: str) -> Rule:
    fields, body = front_matter(text)
    own = fields.get("target")
    named = f"{target.split()[0]} {own}" if own else target
    fields = {key: value.replace("{target}", named) for key, value in fields.items()}
    return Rule(
        name,
        title=fields.pop("title"),
        category=fields.pop("category"),
        applicability=fields.pop("applicability"),
        severity=fields.pop("severity"),
        kind=fields.pop("kind"),
        message=fields.pop("message"),
        options=fields,
        body=body.replace("{target}", named).strip() + "\n",
    )
