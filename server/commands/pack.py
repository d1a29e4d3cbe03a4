"""`mirageport pack`: says which packs of data there are, and what is wrong with one."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from mirageport.diagnostics.rules import TO_FILL_IN
from mirageport.server.commands.terminal import DONE, FAILED, LEFT, say_troubles
from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator, Mapping

    from mirageport.diagnostics.pack import Pack
    from mirageport.diagnostics.project import Project
    from mirageport.diagnostics.rules import Rule


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    if options.action == "draft":
        from mirageport.server.commands.draft import run as draft

        return draft(options)
    if options.action == "list":
        if len(options.folders) > 1 or not all(map(os.path.isdir, options.folders)):
            raise Failure("`pack list` takes one folder, that of a project; without any, it is `.`")
        return _list(*options.folders)
    if len(options.folders) != 1:
        raise Failure("`pack check` takes the folder of a pack: the one with its pack.md")
    return _check(options.folders[0])


def _list(project: str = ".") -> int:
    from mirageport.server.bounds import files
    from mirageport.server.checking import chosen
    from mirageport.server.packs import MIRAGE, bound, fields, installed, shipped, usable
    from mirageport.server.settings import Settings

    named = [name for name in chosen(project, Settings()).packs if name not in (MIRAGE, *shipped())]
    libraries = {path: name for name, path in installed(project).items()}
    # Each is loaded by itself: packs that exclude each other are listed all the same.
    loaded = [usable([name], project) for name in dict.fromkeys([*shipped(), *libraries, *named])]
    found = [name for names, _ in loaded for name in names]
    troubles = [trouble for _, own in loaded for trouble in own]
    width = max(len(libraries.get(name, name)) for name in found)
    for name in found:
        said = fields(name)
        package = said.get("package", "").partition(" ")[0]
        steps = f"{package} {said.get('from', '')} -> {said.get('until', '')}"
        keeps = bound(name, files(project)) if name in (*shipped(), *libraries) else None
        here = f"  used here: {keeps.text} in {keeps.file}" if keeps is not None else ""
        origin = f"  from {name}" if name in libraries else ""
        shown = libraries.get(name, name)
        print(f"{shown:{width}}  {steps if package else said['target']}{origin}{here}")
    say_troubles(troubles)
    return FAILED if troubles else DONE


def _check(folder: str) -> int:
    from mirageport.server.pack_compile import compiled
    from mirageport.server.packs import by_name, usable

    path = os.path.abspath(folder)
    found, troubles = usable([path])
    if not found:
        say_troubles(troubles)
        return FAILED if not os.path.exists(os.path.join(path, "pack.md")) else LEFT
    pack = by_name(path)
    rules = {f"{folder.rstrip('/')}/rules/{rule.name}.md": rule for rule in pack.rules.all()}
    refused, uncompiled = compiled(pack, path)
    wrong = [
        f"{page}: {said}"
        for page, rule in rules.items()
        for said in (*_examples(pack, rule), *refused.pop(rule.name, ()))
    ]
    wrong += [f"{folder.rstrip('/')}/{name}: {said}" for name, (said,) in refused.items()]
    print("\n".join(wrong or [f"Nothing is wrong in {len(rules)} pages."]))
    if uncompiled:
        print(f"Not compiled: {uncompiled}.")
    drafted = [page for page, rule in rules.items() if TO_FILL_IN in rule.body]
    if drafted:
        print(
            f"{len(drafted)} pages are as `pack draft` wrote them. Say in each what to write "
            f"instead, and remove its line `{TO_FILL_IN} ..`:"
        )
        print("\n".join(f"  {page}" for page in drafted))
    return LEFT if wrong else DONE


def _examples(pack: Pack, rule: Rule) -> Iterator[str]:
    """What does not hold in the examples of a page."""
    from mirageport.code_actions.plan import WITH_REVIEW, port
    from mirageport.server.rule_page import parts

    every = parts(rule)
    drafted = TO_FILL_IN in rule.body
    if not drafted and not any(part.title.startswith("Before") for part in every):
        yield "there is no code under `## Before`"
    for part in every:
        if part.title.startswith("Before") and rule.name not in found_by(pack, rule, part.before):
            yield "nothing of this rule is found in the code before"
        if part.title.startswith("After"):
            ported = port(_project(pack, part.before), WITH_REVIEW).files
            texts = {**part.before, **{name: text.decode() for name, text in ported.items()}}
            for name, text in part.blocks:
                if texts.get(name) != text:
                    yield f"{name} is another text after the fixes:\n{texts.get(name, '')}"
        if part.title.startswith("Look-alikes"):
            for name, text in part.blocks:
                for other in sorted(found_by(pack, rule, {name: text})):
                    yield f"`{other}` is found in the look-alike {name}"


def _project(pack: Pack, files: Mapping[str, str]) -> Project:
    from mirageport.diagnostics.project import Project

    return Project({name: text.encode() for name, text in files.items()}, pack)


def found_by(pack: Pack, rule: Rule, files: Mapping[str, str]) -> set[str]:
    """The rules that find something in files, in the self-check where that is the rule's."""
    from mirageport.diagnostics.changes import implementors, retyped
    from mirageport.diagnostics.engine import check
    from mirageport.diagnostics.selfcheck import with_conflicts

    project = _project(pack, files)
    reports = {name: check(project, name) for name in project.every}
    if rule.kind in (retyped.KIND, implementors.KIND):
        reports = with_conflicts(project, reports)[0]
    return {finding.rule for report in reports.values() for finding in report.findings}
