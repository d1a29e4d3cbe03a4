"""What makes the fixes of the kinds of change that only Mirage has. Loaded with the first fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage import facts
from mirageport.mirage.changes import (
    camlp4_fixes,
    channels_fixes,
    config_fixes,
    connects_fixes,
    console_log_fixes,
    console_to_logs_fixes,
    randoms_fixes,
)

if TYPE_CHECKING:
    from mirageport.diagnostics.pack import Rewriter

REWRITERS: dict[type, Rewriter] = {
    facts.DroppedCall: randoms_fixes.dropped_call,
    facts.RandomInt: randoms_fixes.random_int,
    facts.ConnectArms: connects_fixes.arms,
    facts.ConnectHandled: connects_fixes.handled,
    facts.ConnectHelper: connects_fixes.helper,
    facts.ConnectClock: connects_fixes.clock,
    facts.AddressChain: connects_fixes.addresses,
    facts.DataResult: channels_fixes.data_result,
    facts.ChannelStream: channels_fixes.stream,
    facts.SyncLog: console_log_fixes.sync_log,
    facts.DroppedArgument: config_fixes.dropped_argument,
    facts.AddressRecord: config_fixes.address_record,
    facts.PackageLists: config_fixes.package_lists,
    facts.Idiom: config_fixes.idiom,
    facts.Camlp4: camlp4_fixes.plain,
    facts.ConsoleToLogs: console_to_logs_fixes.console_to_logs,
}
