"""Words and commands of a shell, with their places in bytes.

As much of the language as it takes to know which words are a command's own: quotes, escapes,
continued lines, comments, operators, redirections, here-documents. What a shell would compute
(`$..`, backticks, patterns) is kept as it is written and never taken for a plain word.
"""

from __future__ import annotations

from mirageport.ocaml.named import NamedTuple


class Word(NamedTuple):
    """One word. text: without its quotes; plain: whether that is what the command gets."""

    start: int
    end: int
    text: str
    plain: bool


class Command(NamedTuple):
    """One command. after: the operator behind it, "" at the end. redirected: whether its input or
    output goes to a file."""

    words: tuple[Word, ...]
    after: str
    redirected: bool

    @property
    def start(self) -> int:
        """Where its first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return self.words[-1].end


_OPERATORS = (b"&&", b"||", b";;", b"|&", b";", b"|", b"&", b"(", b")")
_REDIRECTIONS = (
    b"<<<",
    b"<<-",
    b"<<",
    b"&>>",
    b"&>",
    b">>",
    b">&",
    b"<&",
    b">|",
    b"<>",
    b">",
    b"<",
)
_BLANK = b" \t\r"
_BREAKS = b" \t\r\n;|&()<>"
_NAMES = b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_"


def commands(data: bytes, start: int, end: int, *, folded: bool = False) -> list[Command]:
    """The commands in a range of a text, in order. What cannot be read ends the list. folded:
    whether the end of a line is a blank."""
    return _Reader(data, start, end, folded).all()


class _UnreadableError(Exception):
    """A quote or a bracket that is never closed."""


class _Reader:
    def __init__(self, data: bytes, start: int, end: int, folded: bool) -> None:
        self.folded = folded
        self.data = data
        self.at = start
        self.end = end
        self.found: list[Command] = []
        self.words: list[Word] = []
        self.redirected = False
        self.waiting: list[tuple[bytes, bool]] = []  # here-documents: (last line, indented)

    def all(self) -> list[Command]:
        try:
            while self.at < self.end:
                self._step()
        except _UnreadableError:
            return self.found
        self._close("")
        return self.found

    def _step(self) -> None:
        here = self.data[self.at : self.at + 1]
        if here in (b" ", b"\t", b"\r") or (self.folded and here == b"\n"):
            self.at += 1
        elif here == b"\n":
            self.at += 1
            self._close("\n")
            self._skip_documents()
        elif here == b"#":
            self.at = self._line_end(self.at)
        elif here == b"\\" and self._continues(self.at):
            self.at = self._continues(self.at)
        elif operator := self._one_of(_REDIRECTIONS):
            self._redirect(operator)
        elif operator := self._one_of(_OPERATORS):
            self.at += len(operator)
            self._close(operator.decode("ascii"))
        else:
            self.words.append(self._word())

    def _close(self, after: str) -> None:
        if self.words:
            self.found.append(Command(tuple(self.words), after, self.redirected))
        self.words = []
        self.redirected = False

    def _one_of(self, operators: tuple[bytes, ...]) -> bytes:
        for operator in operators:
            if self.data.startswith(operator, self.at, self.end):
                return operator
        return b""

    def _line_end(self, at: int) -> int:
        found = self.data.find(b"\n", at, self.end)
        return self.end if found < 0 else found

    def _continues(self, at: int) -> int:
        """Where the next line begins when a backslash at `at` joins it to this one, else 0."""
        for newline in (b"\\\n", b"\\\r\n"):
            if self.data.startswith(newline, at, self.end):
                return at + len(newline)
        return 0

    # -- redirections and here-documents ---------------------------------------------------------

    def _redirect(self, operator: bytes) -> None:
        """A redirection takes the word behind it, and a number right before it."""
        if self.words and self.words[-1].end == self.at and self.words[-1].text.isdigit():
            self.words.pop()
        self.at += len(operator)
        self.redirected = True
        while self.data[self.at : self.at + 1] in (b" ", b"\t") and self.at < self.end:
            self.at += 1
        if self.at >= self.end or self.data[self.at] in _BREAKS:
            return
        target = self._word()
        if operator in (b"<<", b"<<-"):
            self.waiting.append((target.text.encode("utf-8"), operator == b"<<-"))

    def _skip_documents(self) -> None:
        for last, indented in self.waiting:
            while self.at < self.end:
                stop = self._line_end(self.at)
                line = self.data[self.at : stop].rstrip(b"\r")
                self.at = min(stop + 1, self.end)
                if (line.lstrip(b"\t") if indented else line) == last:
                    break
        self.waiting = []

    # -- words -----------------------------------------------------------------------------------

    def _word(self) -> Word:
        start, parts, plain = self.at, bytearray(), True
        while self.at < self.end and self.data[self.at] not in _BREAKS:
            here = self.data[self.at : self.at + 1]
            if here == b"'":
                stop = self._find(b"'", self.at + 1)
                parts += self.data[self.at + 1 : stop]
                self.at = stop + 1
            elif here == b'"':
                plain = self._quoted(parts) and plain
            elif here == b"\\":
                if joined := self._continues(self.at):
                    self.at = joined
                    continue
                parts += self.data[self.at + 1 : self.at + 2]
                self.at += 2
            elif here in (b"$", b"`"):
                stop = self._expansion(self.at)
                parts += self.data[self.at : stop]
                self.at, plain = stop, False
            else:
                plain = plain and here not in (b"*", b"?", b"[")
                parts += here
                self.at += 1
        self.at = min(self.at, self.end)
        return Word(start, self.at, parts.decode("utf-8", "replace"), plain)

    def _find(self, what: bytes, at: int) -> int:
        found = self.data.find(what, at, self.end)
        if found < 0:
            raise _UnreadableError
        return found

    def _quoted(self, parts: bytearray) -> bool:
        """A part in double quotes; whether nothing in it is computed."""
        plain = True
        self.at += 1
        while True:
            if self.at >= self.end:
                raise _UnreadableError
            here = self.data[self.at : self.at + 1]
            if here == b'"':
                self.at += 1
                return plain
            if here == b"\\":
                parts += self.data[self.at + 1 : self.at + 2]
                self.at += 2
            elif here in (b"$", b"`"):
                stop = self._expansion(self.at)
                parts += self.data[self.at : stop]
                self.at, plain = stop, False
            else:
                parts += here
                self.at += 1

    def _expansion(self, at: int) -> int:
        """Where `$name`, `$(..)`, `${..}` or a part in backticks ends."""
        if self.data[at : at + 1] == b"`":
            return self._find(b"`", at + 1) + 1
        while self.data[at : at + 1] == b"$":  # make writes `$$name`
            at += 1
        opening = self.data[at : at + 1]
        if opening in (b"(", b"{"):
            return self._balanced(at, opening)
        stop = at
        while stop < self.end and self.data[stop] in _NAMES:
            stop += 1
        return min(stop if stop > at else at + 1, self.end)

    def _balanced(self, at: int, opening: bytes) -> int:
        closing = b")" if opening == b"(" else b"}"
        depth = 0
        while at < self.end:
            here = self.data[at : at + 1]
            depth += (here == opening) - (here == closing)
            at += 1
            if depth == 0:
                return at
        raise _UnreadableError


# -- what a command runs --------------------------------------------------------------------------

# Words that stand before a command without being it.
_LEADING = frozenset(
    [
        "!",
        "{",
        "if",
        "then",
        "elif",
        "else",
        "while",
        "until",
        "do",
        "sudo",
        "env",
        "time",
        "exec",
        "command",
        "nice",
        "nohup",
    ]
)
# Options of `env` that take no word behind them.
_OF_ENV = frozenset(["-i", "-", "-0", "-v", "--ignore-environment", "--null", "--debug"])
_WRAPPERS = (("opam", "exec", "--"), ("opam", "config", "exec", "--"))


class Invocation(NamedTuple):
    """A command as it is run. assignments: the `NAME=value` before it. name: what is run;
    arguments: its words."""

    command: Command
    assignments: tuple[Word, ...]
    name: Word
    arguments: tuple[Word, ...]


def invocation(command: Command) -> Invocation | None:
    """What a command runs; None when it only assigns."""
    words, assignments = list(command.words), []
    while words:
        first = words[0]
        if is_assignment(first.text):
            assignments.append(words.pop(0))
        elif first.plain and first.text in _LEADING:
            words.pop(0)
            while first.text == "env" and words and words[0].text in _OF_ENV:
                words.pop(0)
        elif wrapper := _wrapper(words):
            del words[: len(wrapper)]
        else:
            return Invocation(command, tuple(assignments), first, tuple(words[1:]))
    return None


def _wrapper(words: list[Word]) -> tuple[str, ...]:
    for wrapper in _WRAPPERS:
        if tuple(word.text for word in words[: len(wrapper)]) == wrapper:
            return wrapper
    return ()


def is_assignment(text: str) -> bool:
    """Whether a word is `NAME=value`."""
    name, equals, _value = text.partition("=")
    return bool(equals) and name.isidentifier() and name.isascii()
