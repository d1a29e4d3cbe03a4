"""The seconds of a clock, where `start` has it at hand and where it has not."""

from __future__ import annotations

import pytest

from ..interfaces.compiler import NEW, OLD, Compiler
from ..porting.small import findings, functor, ported, told

CLOCK = "(Clock : V1.CLOCK)"

STARTS = [
    "let start _clock = Lwt.return (Clock.time ())",
    "let start clock = ignore clock; Lwt.return (Clock.time ())",
    "let start _ = let t = Clock.time () in Lwt.return (Clock.time () -. t, t)",
    "let start _clock = let stamp () = string_of_float (Clock.time ()) in Lwt.return (stamp ())",
    'let start _clock = Printf.printf "%f" (Clock.time ()); Lwt.return_unit',
]


@pytest.mark.parametrize("start", STARTS)
def test_in_start(compiler: Compiler, start: str) -> None:
    before = functor(CLOCK, f"  {start}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert "Mirage_clock_lwt.PCLOCK" in result
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


MEASURES = [
    "let start _ = let t = Clock.time () in Lwt.return (Clock.time () -. t)",
    "let start clock = ignore clock; Lwt.return ((Clock.time ()) -. Clock.time ())",
    "let start _clock = let t = (Clock.time ()) in Lwt.return (fun u -> u -. (t))",
]

RECORD = "type run = { mutable began : float; mutable last : float; name : string } "
MEASURES += [
    # Through a field, a name, a function of the functor, and what is kept of it.
    RECORD + "let since r now = r.last <- now; now -. r.began "
    "let start _clock = let now = Clock.time () in "
    'let r = { began = now; last = now; name = "x" } in r.last <- r.began; '
    "Lwt.return (since r (Clock.time ()) +. (Clock.time () -. r.last))",
    "let pass a b = b -. a let start _clock = Lwt.return (pass (Clock.time ()) (Clock.time ()))",
]
DATES = [
    # Printed, set to something else, given to others, taken by a pattern, used for something else.
    RECORD
    + "let start _clock = let r = { began = Clock.time (); last = 0.; name = string_of_float "
    "(Clock.time ()) } in Lwt.return (Clock.time () -. r.began)",
    RECORD + "let reset r = r.began <- 0. "
    'let start _clock = let r = { began = Clock.time (); last = 0.; name = "" } in reset r; '
    "Lwt.return (Clock.time () -. r.began)",
    "let pass a b = b -. a let start _clock = Lwt.return (List.map (pass 1.) [ Clock.time () ])",
    RECORD + "let f { began; _ } = began "
    'let start _clock = let r = { began = Clock.time (); last = 0.; name = "" } in '
    "Lwt.return (f r, Clock.time () -. r.began)",
]


@pytest.mark.parametrize("start", DATES)
def test_a_clock_that_may_tell_a_date(compiler: Compiler, start: str) -> None:
    before = functor(CLOCK, f"  {start}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert "Mirage_clock_lwt.PCLOCK" in result
    assert compiler.check(NEW, {"a.ml": result}) == []


@pytest.mark.parametrize("start", MEASURES)
def test_a_clock_that_only_measures(compiler: Compiler, start: str) -> None:
    before = functor(CLOCK, f"  {start}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert "Mirage_clock_lwt.MCLOCK" in result
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


HANDED_ON = [
    "let f () = Clock.time () let start _ = Lwt.return (f ())",
    "let f x = x +. Clock.time () let g () = f 1. let start _clock = Lwt.return (g () +. f 2.)",
    "let rec f x = if x > 9. then x else f (x +. Clock.time ()) let start c = Lwt.return (f 1.)",
    "let f () = Clock.time () let start _ = Lwt.return (List.map f [ () ])",
    # Twice in one function: the second one finds the clock in scope.
    "let f () = let t = Clock.time () in (t, Clock.time ()) let start _ = Lwt.return (f ())",
    # Nobody calls it.
    "let f () = Clock.time () let start _ = Lwt.return_unit",
]


@pytest.mark.parametrize("body", HANDED_ON)
def test_handed_on_from_start(compiler: Compiler, body: str) -> None:
    before = functor(CLOCK, f"  {body}\n")
    assert compiler.check(OLD, {"a.ml": before}) == []
    result = ported(before)
    assert "Clock.time" not in result
    assert compiler.check(NEW, {"a.ml": result}) == []
    assert told(result) == []


BY_HAND = [
    # Out of start's reach, passed on, a name that is taken, a date of a clock that only measures.
    (CLOCK, "let t = Clock.time () let start _clock = Lwt.return t"),
    (CLOCK, "let f () = Clock.time () let t = f () let start _clock = Lwt.return t"),
    (CLOCK, "let f clock = Clock.time () +. clock let start _ = Lwt.return (f 1.)"),
    (CLOCK, "let f () = Clock.time () let start () = Lwt.return (f ())"),
    (CLOCK, "let start _clock = Lwt.return (List.map Clock.time [ () ])"),
    (CLOCK, "let start _clock = let clock = 1 in Lwt.return (Clock.time () +. float clock)"),
    ("(Clock : Mirage_clock_lwt.MCLOCK)", "let start _clock = Lwt.return (Clock.time ())"),
]


@pytest.mark.parametrize(("parameter", "body"), BY_HAND)
def test_what_is_left_to_the_person(parameter: str, body: str) -> None:
    assert ("clock-time", "manual") in told(functor(parameter, f"  {body}\n"))


REASONS = [
    # Where the time is asked for, and why that is left to a person.
    ("  let boot = Clock.time ()\n", "There is no clock value here"),
    ("  let start () = Lwt.return (Clock.time ())\n", "Let `start` take the clock"),
    ("  let start _ = Lwt.return (ask ~now:Clock.time)\n", "passed as a function here"),
]


@pytest.mark.parametrize(("body", "why"), REASONS)
def test_a_reading_that_is_left_says_why(body: str, why: str) -> None:
    text = functor("(Clock : V1.CLOCK)", body)
    (found,) = [f for f in findings(text) if f.rule == "clock-time"]
    assert found.applicability == "manual"
    assert why in found.message


def test_a_reading_without_a_clock_says_where_clocks_come_from() -> None:
    (found,) = [f for f in findings("let now () = Clock.time ()\n") if f.rule == "clock-time"]
    assert "There is no global module `Clock`" in found.message
