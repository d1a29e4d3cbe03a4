"""A finding: what is wrong, where, and everything its fix needs to know."""

from __future__ import annotations

from operator import itemgetter
from typing import Any

from mirageport.ocaml.named import NamedTuple

# How far a fix may be trusted.
SAFE = "safe"  # meaning preserved; applied by fix-all and on save
REVIEW = "review"  # types are right, but a policy or behaviour is chosen for the user
SUGGESTION = "suggestion"  # a refactoring nobody needs; only ever applied one by one
MANUAL = "manual"  # no edit; the message says what to do

APPLICABILITIES = (SAFE, REVIEW, SUGGESTION, MANUAL)

# How much it matters, in the words of the Language Server Protocol.
ERROR = "error"
WARNING = "warning"
INFORMATION = "information"
HINT = "hint"

SEVERITIES = (ERROR, WARNING, INFORMATION, HINT)


# What the text of a finding shows of its file, by which others are known; packs have more of these.
OLD_NAMES = "names"  # a module type by its old name: the file is an old one
OLD_SYNTAX = "syntax"  # syntax that the target goes without: so is this file


class Related(NamedTuple):
    """Another place that belongs to a finding: a file's name, a byte range, and why it is named."""

    file: str
    start: int
    end: int
    message: str


class Finding(NamedTuple):
    """One place in one file that the target will not take as it stands.

    file: the name the project knows the file by. rule: the rule's name, the diagnostic's code.
    start, end: byte offsets. message: what to do, in the user's own names. applicability: one of
    SAFE, REVIEW, SUGGESTION, MANUAL (of the best fix). severity: as above. category: the rule's.
    related: other places. tags: "deprecated" or "unnecessary", as an editor draws them.
    facts: what the rewriter of this kind of change needs (a NamedTuple of `diagnostics.facts`),
    None where nothing can be rewritten. item: the API item used, such as "CONSOLE.log_s", for
    hover texts; "" where there is none. moved: how many bytes further on the finding is now than
    when its facts were found (see `facts.moved`).

    A fix must not hide another finding that it does not fix, so that the order of fixes does not
    matter. shows: what this finding's text shows of the file, such as OLD_NAMES. known_by: by which
    of these alone this finding, or what its fix writes, is known. whole: byte ranges it is about as
    a whole, so that nothing in them may be fixed by itself. joined: the findings that have to be
    fixed with this one (`diagnostics.together`).

    deletes: the files of the project that the fix deletes, which then changes no text.
    """

    file: str
    rule: str
    start: int
    end: int
    message: str
    applicability: str
    severity: str
    category: str
    related: tuple[Related, ...] = ()
    tags: tuple[str, ...] = ()
    facts: Any = None
    item: str = ""
    moved: int = 0
    shows: tuple[str, ...] = ()
    known_by: tuple[str, ...] = ()
    whole: tuple[tuple[int, int], ...] = ()
    joined: tuple[Finding, ...] = ()
    deletes: tuple[str, ...] = ()

    @property
    def fixable(self) -> bool:
        """Whether a rewrite exists."""
        return self.facts is not None


def reviewed(finding: Finding) -> Finding:
    """A finding of which nothing shows that its fix keeps the meaning."""
    return finding._replace(applicability=REVIEW) if finding.applicability == SAFE else finding


# In the order of the text: by start, end and rule.
in_order = itemgetter(*map(Finding._fields.index, ("start", "end", "rule")))


class Notice(NamedTuple):
    """Something about a file that is no finding: what could not be read, and so was left alone."""

    file: str
    start: int
    end: int
    message: str
