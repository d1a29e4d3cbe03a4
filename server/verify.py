"""What the real compiler says of a unikernel: each of its files against our interfaces of the
target, and its functors applied to the devices that config.ml gives them.

An error is one that the compiler would find with the libraries themselves. Where it stops at
something that is not here (a library without an interface, one whose interface does not list all of
it, a preprocessor, another file that failed), the file is not judged, and the verdict has the
reason.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

from mirageport.api.data import standard_modules
from mirageport.api.view import release
from mirageport.diagnostics.engine import check
from mirageport.diagnostics.finding import SUGGESTION
from mirageport.mirage.pack import interfaces
from mirageport.ocaml.file_names import basename
from mirageport.ocaml.named import NamedTuple
from mirageport.server import generated, messages
from mirageport.server.compiler import files_needed, module_of, providers, sorted_files

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from mirageport.diagnostics.project import Project
    from mirageport.ocaml.source import Source
    from mirageport.server.compiler import Compiler, Ran
    from mirageport.server.messages import Message

ACCEPTED, REFUSED, UNJUDGED = "accepted", "error", "not judged"

# The message for a functor that config.ml gives the wrong devices.
FITS = "does not fit its devices"

CONFIG = "config.ml"
# What builds a unikernel and is no part of it.
_BUILD = ("myocamlbuild.ml", "setup.ml")
_MODULE = re.compile(r"[A-Za-z][A-Za-z0-9_']*\.mli?")


class Verdict(NamedTuple):
    """What came of one file. start, end: the bytes of an error's place. message: what the compiler
    says, or why the file was not judged; of one that was accepted, what about it was not judged.
    rule: the rule that knows an error, if one does."""

    file: str
    word: str
    message: str = ""
    start: int = 0
    end: int = 0
    rule: str = ""


def options(name: str) -> list[str]:
    """The compiler's options for a file, as Mirage 3 has them: config.ml is compiled without
    `-strict-sequence` (functoria 2.0.1, app/functoria_app.ml)."""
    strict = [] if basename(name) == CONFIG else ["-strict-sequence"]
    return ["-principal", *strict, "-safe-string", "-w", "-a"]


def verdicts(
    project: Project, compiler: Compiler, station: str = "", more: Sequence[str] = ()
) -> list[Verdict]:
    """The verdict of each OCaml file of a project, by name. station: the release whose interfaces
    they are judged against; "" for that of the project's target. more: further options for the
    compiler. Raises `Failure` when the compiler cannot be used."""
    return _Unit(project, compiler, station or project.pack.release, more).judged()


def with_rules(projects: Mapping[str, Project], found: Sequence[Verdict]) -> list[Verdict]:
    """Verdicts with the rule that knows each error: one with a finding at its place, else one that
    alone knows the message. projects: the files as each pack that counts has them, by its name."""
    return [
        verdict._replace(rule=_rule(projects, verdict)) if verdict.word == REFUSED else verdict
        for verdict in found
    ]


def _rule(projects: Mapping[str, Project], verdict: Verdict) -> str:
    source = next((each.source(verdict.file) for each in projects.values()), None)
    if source is None:  # no pack can be used
        return ""
    first, last = source.line_of(verdict.start), source.line_of(verdict.end)
    nearest: list[tuple[int, str]] = []
    # Of what several packs say of a place, the last counts, as in `packs.one_of_each`.
    every = (check(each, verdict.file).findings for each in reversed([*projects.values()]))
    for finding in chain.from_iterable(every):
        overlaps = finding.start <= verdict.end and verdict.start <= finding.end
        on_line = source.line_of(finding.start) <= last and first <= source.line_of(finding.end)
        # Of a whole job only what is about how it fits.
        about = FITS not in verdict.message or finding.rule.startswith("seam-")
        if finding.applicability != SUGGESTION and on_line and about:
            nearest.append((0 if overlaps else 1, finding.rule))
    if nearest:
        return min(nearest, key=itemgetter(0))[1]
    message = messages.Message(verdict.file, 1, 1, 0, 0, messages.ERROR, verdict.message)
    rules = messages.known(message, [*projects]).rules
    return rules[0].name if len(rules) == 1 else ""


class _Unit:
    """The files of one unikernel in the compiler's folder, and what has come of them so far."""

    def __init__(
        self, project: Project, compiler: Compiler, station: str, more: Sequence[str]
    ) -> None:
        self.project = project
        self.compiler = compiler
        self.station = station
        self.more = more
        self.found: dict[str, Verdict] = {}
        self.built = compiler.build(station)
        self.names = self._chosen()
        texts = {basename(name): project.source(name).data for name in self.names.values()}
        self.made = self._generated()
        self.folder = compiler.new_folder({**texts, **self.made})
        self.needs = compiler.needs(self.folder, sorted({**texts, **self.made}))
        self.by_module = providers(self.needs)
        self.bad: set[str] = set()

    def judged(self) -> list[Verdict]:
        order, circle = sorted_files(self.needs)
        wanted = self._wanted()
        for base in order:
            if base in wanted:
                self._judge(base)
            else:
                self._leave(base, "no file next to config.ml uses it")
        for base in circle:
            self._leave(base, "it depends on files that depend on each other in a cycle")
        if self.project.config is not None and self.project.config in self.found:
            self._apply(self.project.config)
        return [self.found[name] for name in self.project.names]

    # -- which files ------------------------------------------------------------------------------

    def _chosen(self) -> dict[str, str]:
        """The files to compile, by what they are called in one folder. The others are set aside."""
        config = self.project.config
        folder = config[: -len(CONFIG)] if config is not None else None
        counts = Counter(map(basename, self.project.names))
        chosen = {}
        for name in self.project.names:
            base = basename(name)
            beside = folder is None or name == folder + base
            if base in _BUILD:
                self._set_aside(name, "it builds the unikernel, and is not part of it")
            elif config is not None and beside and base in (generated.MAIN, generated.KEYS):
                self._set_aside(name, "`mirage configure` generates it")
            elif _MODULE.fullmatch(base) is None:
                self._set_aside(name, "its name is not that of a module")
            elif counts[base] > 1 and (not beside or folder is None):
                self._set_aside(name, "several files of the unikernel have its name")
            else:
                chosen[base] = name
        return chosen

    def _set_aside(self, name: str, why: str) -> None:
        self.found[name] = Verdict(name, UNJUDGED, why)

    def _leave(self, base: str, why: str) -> None:
        self.bad.add(base)
        if base in self.names:
            self._set_aside(self.names[base], why)

    def _generated(self) -> dict[str, bytes]:
        """What `mirage configure` writes and files of the unikernel use."""
        config = self.project.config
        if config is None or release(self.station) >= (4, 9):  # which has no Key_gen
            return {}
        text = generated.keys(self.project, release(self.station))
        return {generated.KEYS: text.encode()}

    def _wanted(self) -> set[str]:
        """The files beside config.ml, and those below that they need; all without a config.ml."""
        config = self.project.config
        folder = config[: -len(CONFIG)] if config is not None else None
        ready = [
            base
            for base in self.needs
            if folder is None or base in self.made or self.names[base] == folder + base
        ]
        wanted: set[str] = set()
        while ready:
            base = ready.pop()
            if base not in wanted:
                wanted.add(base)
                ready += files_needed(base, self.needs, self.by_module)
                if base.endswith(".mli") and base[:-1] in self.needs:
                    ready.append(base[:-1])
        return wanted

    # -- one file ---------------------------------------------------------------------------------

    def _judge(self, base: str) -> None:
        failed = sorted(files_needed(base, self.needs, self.by_module) & self.bad)
        hidden = [each for each in failed if module_of(each) in self.built.modules]
        if base.endswith(".ml") and f"{base}i" in failed:
            hidden.append(f"{base}i")
        if hidden:
            # The compiler would take a library's module for the one that failed.
            self._leave(base, _needed(hidden[0]))
            return
        ran = self.compiler.typed(self.station, self.folder, base, [*options(base), *self.more])
        if ran.status == 0:
            self._accept(base)
            return
        self.bad.add(base)
        if base in self.names:
            name = self.names[base]
            self.found[name] = self._refused(name, ran)

    def _accept(self, base: str) -> None:
        if base in self.names:
            self.found[self.names[base]] = Verdict(self.names[base], ACCEPTED)

    def _refused(self, name: str, ran: Ran) -> Verdict:
        message = _first(ran)
        if message is None:
            return Verdict(name, UNJUDGED, _silence(ran))
        source = self.project.source(name)
        start, end = _span(source, message)
        why = self._reason(name, message)
        if why:
            return Verdict(name, UNJUDGED, why)
        return Verdict(name, REFUSED, message.text, start, end)

    def _reason(self, name: str, message: Message) -> str:
        """Why an error does not mean that the file is wrong; "" when it does."""
        text = self.project.source(name).data.decode("utf-8", "replace")
        for reason in (
            self._missing(message.text),
            self._preprocessed(text, message.text),
            self._newer(message.text),
        ):
            if reason:
                return reason
        if not messages.known(message).rules:
            return self._incomplete(text, message.text)
        return ""

    def _missing(self, error: str) -> str:
        """A file or a library that is not here."""
        found = _MADE.match(error)
        if found is not None:
            return f"`mirage configure` makes {found.group(1)}"
        found = _UNBOUND_MODULE.match(error)
        if found is not None:
            module = found.group(1)
            if module in self.by_module:
                return _needed(self.by_module[module])
            if module in self.built.missing:
                version, (_file, said) = self.compiler.version, self.built.refused
                return f"the interface of {module} does not suit OCaml {version}: {said}"
            if not _removed(module, self.station) and not _of_ocaml(module):
                return f"{module} is a library without an interface here"
        found = _ABSTRACT.search(error)
        if found is not None:
            return f"{found.group(1)} is of a library without an interface here"
        if "inconsistent assumptions over" in error:
            return "a module of the unikernel has the name of a library's"
        return ""

    def _preprocessed(self, text: str, error: str) -> str:
        """Text that is not OCaml before a preprocessor has been over it, which is not run."""
        found = _EXTENSION.match(error)
        if found is not None:
            return f"it uses a ppx, `{found.group(1)}`, which is not run"
        if error.startswith(("Syntax error", "Illegal", "Unbound value lwt")) and _CAMLP4.search(
            text
        ):
            return "it is written in camlp4 syntax, which is not read"
        owner = _UNBOUND.match(error)
        if owner is not None and owner.group(2):
            file = self.by_module.get(owner.group(2).partition(".")[0])
            if file is not None and file in self.names:
                text = self.project.source(self.names[file]).data.decode("utf-8", "replace")
        if (owner is not None or "required but not provided" in error) and _DERIVES.search(text):
            return "it uses what a ppx would make, which is not run"
        return ""

    def _newer(self, error: str) -> str:
        """What OCaml had when Mirage 3.0 came out and a later compiler no longer has."""
        if self.compiler.major < 5:
            return ""
        found = _UNBOUND.match(error) or _UNBOUND_MODULE.match(error)
        name = error.split()[-1].strip("\"'`") if found is not None else ""
        if found is not None and _of_ocaml(name.partition(".")[0]):
            return f"the standard library of OCaml {self.compiler.version} no longer has {name}"
        return ""

    def _incomplete(self, text: str, error: str) -> str:
        """A name that a library may have, as our interface does not list all of it."""
        found = _UNBOUND.match(error)
        if found is None or _UNBOUND_MODULE.match(error):
            return ""
        path, name = found.group(2), found.group(3)
        if path:
            roots = {path.partition(".")[0]}
            roots |= set(re.findall(_BOUND.replace("NAME", re.escape(min(roots))), text))
        else:
            roots = {module for both in _OPENED.findall(text) for module in both}
        own = set(self.by_module)
        partial = sorted((roots & self.built.modules) - self.built.complete - own)
        if partial:
            return f"our interface of {partial[0]} is incomplete, and may lack `{name}`"
        return ""

    # -- config.ml and the functors ---------------------------------------------------------------

    def _apply(self, config: str) -> None:
        """Apply the functors to the devices, and put what is wrong on the job in config.ml."""
        verdict = self.found[config]
        if verdict.word != ACCEPTED or self.station != self.project.pack.release:
            return
        for number, job in enumerate(generated.applied(self.project), 1):
            base = f"mirageport_job_{number}.ml"
            file = self.by_module.get(job.functor.partition(".")[0])
            if file is None or file in self.bad:
                continue
            try:
                text = generated.job_text(self.project, job, number)
            except generated.Unknown as device:
                why = f"how it fits {job.functor} is not judged: {device} is not a device of Mirage"
                self.found[config] = verdict._replace(message=why)
                continue
            self.compiler.write(self.folder, base, text.encode())
            ran = self.compiler.typed(self.station, self.folder, base, options(base))
            message = _first(ran) if ran.status else None
            if message is not None and not _EQUAL.search(message.text):
                start, end = job.call.start, job.call.end
                why = f"{job.functor} {FITS}: {message.text}"
                self.found[config] = Verdict(config, REFUSED, why, start, end)
                return


_UNBOUND_MODULE = re.compile(r"Unbound module (?:type )?[\"'`]?([A-Z][\w']*)[\"'`]?$")
_UNBOUND = re.compile(
    r"Unbound (value|module|module type|type constructor|constructor|record field|class|"
    r"class type) [\"'`]?((?:[A-Z][\w']*\.)*)([^\s\"`]+)"
)
_ABSTRACT = re.compile(r"([\w.']+) is abstract because no corresponding cmi file was found")
_MADE = re.compile(r"Unbound [\w ]+? [\"'`]?(Static\d*|Key_gen)\b")
_EXTENSION = re.compile(r"Uninterpreted extension [\"'`]?([^\s\"']+?)[\"']?\.?$")
_CAMLP4 = re.compile(
    r"\b(?:try_lwt|match_lwt|for_lwt|while_lwt|raise_lwt)\b|\blwt\s+[\w(]|\bIFDEF\b|<:\w+<|"
    r"\bwith\s+(?:sexp|bin_io|compare|fields|variants|rpc)\b|\bc?struct\s+\w+\s*\{|"
    r"^\s*#\s*(?:if|ifdef|ifndef|else|endif|define|undef)\b",
    re.MULTILINE,
)
_DERIVES = re.compile(r"\[@@@?deriving|\[%%|\[%(?:cstruct|cenum)")
# How a name comes to stand for (part of) a module, and how names of a module come into scope.
_BOUND = r"\bNAME\s*(?:=|:)\s*([A-Z][\w']*)"
_OPENED = re.compile(r"\b(?:open!?|include)\s+([A-Z][\w']*)|\b([A-Z][\w']*)\.[\(\[\{]")
# A functor that asks for an equality which only the device itself can give.
_EQUAL = re.compile(r"is not included in type|Type declarations do not match")

# What OCaml's own distribution had before 5.0 and then removed or moved, by its list of changes.
_BEFORE_5 = ("Pervasives", "Stream", "Genlex", "Sort", "Bigarray", "Unix", "Str")


def _of_ocaml(module: str) -> bool:
    return module in _BEFORE_5 or module in standard_modules()


def _removed(module: str, station: str) -> bool:
    """Whether a module is one that Mirage had and no longer has."""
    known = interfaces()
    return known.at(station, module) is None and bool(known.forms(module))


def _needed(base: str) -> str:
    return f"{base}, which it needs, was not accepted"


def _first(ran: Ran) -> Message | None:
    """The first error of a call."""
    found = (each for each in messages.read(ran.text) if each.severity == messages.ERROR)
    return next(found, None)


def _silence(ran: Ran) -> str:
    """Why a call gave no verdict."""
    if ran.status is None:
        return "the compiler took too long"
    first = next((line for line in ran.text.splitlines() if line.strip()), "it printed nothing")
    return f"the compiler gave no verdict: {first.strip()[:200]}"


def _span(source: Source, message: Message) -> tuple[int, int]:
    """The bytes that a message is about."""
    starts = source.line_starts
    if not 1 <= message.line <= len(starts):
        return 0, 0
    start = starts[message.line - 1] + message.start
    end = starts[min(message.last, len(starts)) - 1] + message.end
    size = len(source.data)
    return min(start, size), min(max(start, end), size)
