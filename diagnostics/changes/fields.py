"""Fields of records of a library that have another name now, were removed, or came.

The type names the page (`[@@port "rule"]`), or one of its fields does; both forms of the type say
which fields it had and has. Behind a field of the former one stands its new name (`[@port.to
name]`), what reading it becomes (`[@port.becomes (fun record -> ..)]`), or that records leave it
out (`[@port.gone]`). Behind a new field stands its value for records that are built without it
(`[@port.field default]`). A record is known by its type, and where that is not known by the fields
in scope.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from mirageport.api.fate import RENAMES, declarations, keeps_field, type_item
from mirageport.diagnostics.changes.part_values import repeated, replaced
from mirageport.diagnostics.changes.template import is_plain
from mirageport.diagnostics.changes.values import RETYPED
from mirageport.diagnostics.facts import outermost, rewriting
from mirageport.diagnostics.finding import REVIEW, SAFE
from mirageport.diagnostics.reach import is_own, written
from mirageport.ocaml.items import FIELDS, expression
from mirageport.ocaml.named import NamedTuple
from mirageport.ocaml.tree import wrapped
from mirageport.ocaml.types import Con

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mirageport.diagnostics.kinds import (
        Context,
        Edit,
        Finding,
        Item,
        NamedUse,
        Node,
        Record,
        Rule,
    )
    from mirageport.ocaml.index import Part

KIND = "fields-changed"
_GET, _BUILT, _MATCHED = "field_get_expression", "record_expression", "record_pattern"
_KINDS = frozenset([_GET, _BUILT, _MATCHED])
_NAMES = frozenset(["value_pattern", "field_name", "any_pattern"])


class _Changed(NamedTuple):
    """What became of the fields of a type. rules: by the fields that name one, "" for the others.
    had, has: the fields before and now."""

    item: Item
    rules: dict[str, Rule]
    had: dict[str, Part]
    has: dict[str, Part]

    def rule(self, field: str) -> Rule:
        """The rule of a field."""
        return self.rules.get(field, self.rules[""])

    def lost(self, name: str) -> bool:
        """Whether the type had a field that it has no more."""
        return name in self.had and name not in self.has

    def is_fixed(self, name: str) -> bool:
        """Whether the type still has a field, which could be set before and cannot be now."""
        was, now = self.had.get(name), self.has.get(name)
        return was is not None and now is not None and was.is_mutable and not now.is_mutable

    @property
    def arrived(self) -> list[str]:
        """The fields that came, those apart that are new names."""
        named = {part.said.get(RENAMES) for part in self.had.values()}
        return [name for name in self.has if name not in self.had and name not in named]


def find(context: Context) -> Iterator[Finding]:
    """Every field in the text that the target does not have, and every record that lacks one."""
    known: dict[str, _Changed | None] = {}
    records = [(each, _type_of(context, each, known)) for each in context.gathered(_records)]
    of_records = (_of_record(context, each, found) for each, found in records if found is not None)
    said = set()
    for finding in chain(*of_records, _declared(context, known)):
        if (finding.start, finding.message) not in said:
            said.add((finding.start, finding.message))
            yield finding


def of_retyped(context: Context) -> Iterator[tuple[Node, Rule]]:
    """The fields in the text of types that have a page about all that the type check says of them,
    each with the page."""
    known: dict[str, _Changed | None] = {}
    for record in context.gathered(_records):
        changed = _type_of(context, record, known)
        for path in _paths(record) if changed is not None else ():
            found = changed.rule(context.last_name(path)) if changed is not None else None
            if found is not None and found.kind == RETYPED:
                yield path, found


def _records(records: list[Record]) -> list[Node]:
    return [node for record in records for node in record.types if node.kind in _KINDS]


def _type_of(context: Context, record: Node, known: dict[str, _Changed | None]) -> _Changed | None:
    """What became of the type of a record that is read, built or matched."""
    type_ = context.type_of(record.child("record") if record.kind == _GET else record)
    uses = [context.analysis.field_uses.get(path) for path in _paths(record)]
    item = next((use.item for use in uses if use is not None), None)
    if isinstance(type_, Con):
        if type_.name not in known:
            known[type_.name] = _changed(context, type_item(context.library, type_.name))
        found, head = known[type_.name], type_.name.partition(".")[0]
        named = item is not None and item.path == type_.name
        # A module of the text may have the name of one of the library's.
        return found if found is None or named or not is_own(context, head) else None
    if item is not None and item.path not in known:
        known[item.path] = _changed(context, item)
    return known[item.path] if item is not None else None


def _changed(context: Context, item: Item | None) -> _Changed | None:
    changes = item.changes if item is not None else ()
    rules = [each for kind in (KIND, RETYPED) for each in context.rules_of(changes, kind)]
    if item is None or not rules:
        return None
    was, now = declarations(context.library, item.path)
    named = {rule.name: rule for rule in rules}
    own = {
        name: named[page]
        for name, part in (*was.parts.items(), *now.parts.items())
        if (page := part.said.get("port", "").strip('"')) in named
    }
    used = {rule.name for rule in own.values()}
    general = next((each for each in rules if each.name not in used), context.rule(FIELDS))
    fields = ({n: p for n, p in each.parts.items() if p.is_field} for each in (was, now))
    return _Changed(item, {**own, "": general}, *fields)


def _paths(record: Node) -> list[Node]:
    if record.kind == _GET:
        return record.all("field")
    return [each.part("field_path") for each in _given(record)]


def _given(record: Node) -> list[Node]:
    return record.of("field_pattern", "field_expression")


def _of_record(context: Context, record: Node, changed: _Changed) -> Iterator[Finding]:
    paths = _paths(record)
    names = [context.last_name(path) for path in paths]
    for path, name in zip(paths, names, strict=True):
        if changed.lost(name):
            new = changed.had[name].said.get(RENAMES, "")
            edits = _renamed(context, path, name, new, changed) if new else ()
            edits = edits or _without(context, record, path, changed)
            yield _field(context, path, name, changed, edits)
        elif _is_set(record) and changed.is_fixed(name):
            change = "Copy the record with another value", _copied(context, record, path), False
            says = name, "cannot be set any more"
            yield _said(context, changed.rule(name), path, changed, change, says)
    if record.kind == _BUILT and not record.child("record") and paths:
        named = {changed.had[name].said.get(RENAMES) for name in names if changed.lost(name)}
        for name in changed.arrived:
            if name not in names and name not in named:
                yield _lacks(context, record, name, changed)


def _field(
    context: Context, node: Node, name: str, changed: _Changed, edits: Sequence[Edit]
) -> Finding:
    """A field that the type does not have any more."""
    found, new = changed.rule(name), changed.had[name].said.get(RENAMES, "")
    same = bool(new) and keeps_field(context.library, changed.item.path, name, new)
    title = f"Replace `{name}` by `{new}`" if new else f"Write it without `{name}`"
    what = f"is called `{new}`" if new else "is no field any more"
    return _said(context, found, node, changed, (title, edits, same), (name, what))


def _lacks(context: Context, record: Node, name: str, changed: _Changed) -> Finding:
    """A record that is built without a field that came."""
    found, paths, last = changed.rule(name), _paths(record), _given(record)[-1]
    default = changed.has[name].said.get("port.field", "")
    text = f"; {name} = {expression(default).replace('Rel.', _home(context, paths[0], changed))}"
    edits = [context.insert(last.end, text)] if default else []
    change = (f"Give it `{name}`", edits, False)
    return _said(context, found, paths[0], changed, change, (name, "has to be given, too,"))


def _said(
    context: Context,
    found: Rule,
    node: Node,
    changed: _Changed,
    change: tuple[str, Sequence[Edit], bool],
    says: tuple[str, str],
) -> Finding:
    """A finding. change: the title and the edits of its fix, and whether it keeps the meaning.
    says: the field, and what became of it."""
    title, edits, same = change
    fixed = found.applicability in (SAFE, REVIEW)
    level = REVIEW if fixed and not same else ""
    facts = rewriting(title, edits) if fixed else None
    path, (use, what) = changed.item.path, says
    said = (
        f"`{use}` of `{path}` {what}"  # for a page about all that the type check says of the type
    )
    more = {"use": use, "what": what, "type": path, "message": said}
    text = found.message.format_map(more)
    return context.finding(found, node, facts, item=path, applicability=level, message=text)


def _renamed(context: Context, path: Node, name: str, new: str, changed: _Changed) -> list[Edit]:
    """A field by its new name; a pattern or a record that took the field's name for a value's goes
    on to name that."""
    if new not in changed.has:
        return []
    label, around = path.children[-1], path.above
    hidden = len(path.children) == 1 and _is_declared(context, new)
    called = f"{_home(context, path, changed)}{new}" if hidden else new
    edits = [context.replace(label, called)]
    if around.kind in ("field_pattern", "field_expression") and not around.first("="):
        edits.append(context.insert(around.end, f" = {name}"))
    return edits


def _is_declared(context: Context, name: str) -> bool:
    """Whether a record of the text has a field of this name, which it might be taken for."""
    return name.encode() in context.source.data and any(
        node.kind == "field_declaration" and context.text(node.part("field_name")) == name
        for node in context.tree.root.descendants()
    )


def _home(context: Context, path: Node, changed: _Changed) -> str:
    """What stands before a name of the type's module at a field: the module, with a dot."""
    qualifier = context.text(path.part("module_path"))
    owner = changed.item.owner
    return f"{qualifier}." if qualifier else written(context, path, f"{owner}._")[:-1]


def _without(context: Context, record: Node, path: Node, changed: _Changed) -> list[Edit]:
    """What is written where a field was read, given or matched that there is no more."""
    if record.kind == _GET:
        return _read(context, record, path, changed)
    every, base = _given(record), record.child("record")
    kept = [each for each in every if not _is_dropped(context, each, changed)]
    if path.above in kept:
        return []
    if not kept:
        whole = context.text(base) if base else "_" if record.kind == _MATCHED else ""
        return [context.replace(record, whole)] if whole else []
    edits = []
    for index, each in enumerate(every):
        if each not in kept:
            last = index + 1 == len(every)
            span = (kept[-1].end, each.end) if last else (each.start, every[index + 1].start)
            edits.append(context.remove(span))
    return outermost(edits)


def _is_set(record: Node) -> bool:
    """Whether what is read is what `<-` sets."""
    return record.above.kind == "set_expression" and record.above.children[0] is record


def _read(context: Context, record: Node, path: Node, changed: _Changed) -> list[Edit]:
    """What reading a field becomes, in parentheses unless these stand there."""
    says = changed.had[context.last_name(path)].said.get("port.becomes", "")
    if not says or _is_set(record):
        return []
    text = says.replace("Rel.", _home(context, path, changed))
    edits = replaced(context, record, text, (record.child("record"),))
    if edits and wrapped(record) is record and record.field != "body":
        edits[0] = (*edits[0][:3], f"({edits[0][3]}")
        edits[-1] = (*edits[-1][:3], f"{edits[-1][3]})")
    return edits


def _copied(context: Context, record: Node, path: Node) -> list[Edit]:
    """A copy of a record, under its name, where a field of it is set that is not mutable now: only
    of one that a call gave to a `let`, where all that reads it after that stands behind the `;`."""
    owner, setting = record.child("record"), record.above
    around, name = setting.above, context.bound(owner)
    behind = around.children[around.children.index(setting) + 1 :][:1] if around else []
    called = context.analysis.defined_as(owner).kind == "application_expression"
    if around.kind != "sequence_expression" or not behind or not called:
        return []
    after = (each.start for each in context.references(name) if each.start > setting.end)
    value, end = setting.child("body"), behind[0].end
    if not value or any(start >= around.end for start in after):
        return []
    text = context.text(owner)
    before = f"let {text} = {{ {text} with {context.text(path)} = "
    edits = [(context.name, setting.start, value.start, before)]
    return [*edits, (context.name, value.end, end, " } in")]


def _is_dropped(context: Context, given: Node, changed: _Changed) -> bool:
    """Whether a field that there is no more can be left out: the interface says so, nothing is
    evaluated for it, and nothing reads what it binds."""
    name, body = context.last_name(given.part("field_path")), given.child("body")
    if not changed.lost(name) or "port.gone" not in changed.had[name].said:
        return False
    if given.kind == "field_expression":
        return is_plain(body) if body else True
    bound = given.child("pattern") or given.part("field_path").children[-1]
    return bound.kind in _NAMES and not context.references(bound)


def _declared(context: Context, known: dict[str, _Changed | None]) -> Iterator[Finding]:
    """The fields of types of the text that are the library's: `type t = M.t = { .. }`."""
    labels: dict[NamedUse, set[str]] = {}
    for use, label in repeated(context, "field_name"):
        labels.setdefault(use, set()).add(context.text(label))
        if use.item.path not in known:
            known[use.item.path] = _changed(context, use.item)
        changed, name = known[use.item.path], context.text(label)
        if changed is not None and changed.lost(name):
            new = changed.had[name].said.get(RENAMES, "")
            edits = [context.replace(label, new)] if new in changed.has else []
            yield _field(context, label, name, changed, edits)
    for use, names in labels.items():
        changed = known[use.item.path]
        for name in changed.arrived if changed is not None else ():
            if changed is not None and name not in names:
                says = name, "has to be listed, too,"
                yield _said(context, changed.rule(name), use.node, changed, ("", (), False), says)
