"""`mirageport check`: says what is left of Mirage 2."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from mirageport.server.commands.options import given
from mirageport.server.commands.terminal import (
    DONE,
    FAILED,
    print_result,
    require_code,
    say_troubles,
    status,
)
from mirageport.server.commands.units import asked_for, say_excluded
from mirageport.server.failure import Failure

if TYPE_CHECKING:
    from argparse import Namespace

    from mirageport.server.output import Result


def run(options: Namespace) -> int:
    """Do what was asked; gives the exit status."""
    from mirageport.server.checking import checked, tasks
    from mirageport.server.jobs import each
    from mirageport.server.output import joined
    from mirageport.server.progress import shown
    from mirageport.server.projects import units

    said, asked = given(options), asked_for(options)
    found, troubles = units(asked.paths, asked.text)
    require_code(asked.paths, found, troubles)
    say_excluded(asked)
    work = tasks(found, said, asked.text)
    results = []
    for one in shown(each(checked, work, options.jobs), len(work)):
        troubles.extend(one.unread)
        results.append(one.result)
    result = joined(results, list(dict.fromkeys(troubles)))
    if options.write_baseline:
        return _write_baseline(options.write_baseline, result)
    if options.baseline:
        result = _without_known(options.baseline, result)
    if options.statistics:
        from mirageport.server.output import statistics

        say_troubles(result.troubles)
        sys.stdout.write(statistics(result))
    else:
        print_result(options, result)
    return status(options, result)


def _write_baseline(path: str, result: Result) -> int:
    from mirageport.server.baseline import write
    from mirageport.server.files import leads_out

    say_troubles(result.troubles)
    if leads_out(path):
        raise Failure(f"{path}: is a link that leads out of the folder")
    try:
        count = write(path, result.findings)
    except OSError as error:
        raise Failure(f"{path}: {error.strerror}") from None
    print(f"{path}: {count} finding{'s' * (count != 1)} known from now on.")
    return FAILED if result.troubles else DONE


def _without_known(path: str, result: Result) -> Result:
    from mirageport.server.baseline import BaselineError, fresh, read

    try:
        left = fresh(path, read(path), result.findings)
        return result._replace(findings=left, hidden=len(result.findings) - len(left))
    except BaselineError as error:
        raise Failure(str(error)) from None
