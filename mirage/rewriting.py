"""What makes the fixes of the kinds of change that only Mirage has. Loaded with the first fix."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mirageport.mirage import facts
from mirageport.mirage.changes import (
    camlp4,
    channels,
    config_fixes,
    connects_fixes,
    console_log,
    console_to_logs,
    randoms,
)

if TYPE_CHECKING:
    from mirageport.diagnostics.pack import Rewriter

REWRITERS: dict[type, Rewriter] = {
    randoms.DroppedCall: randoms.dropped_call,
    randoms.RandomInt: randoms.random_int,
    facts.ConnectArms: connects_fixes.arms,
    facts.ConnectHandled: connects_fixes.handled,
    facts.ConnectHelper: connects_fixes.helper,
    facts.ConnectClock: connects_fixes.clock,
    facts.AddressChain: connects_fixes.addresses,
    facts.StackRecord: connects_fixes.stack_record,
    channels.DataResult: channels.data_result,
    channels.ChannelStream: channels.stream,
    console_log.SyncLog: console_log.sync_log,
    facts.DroppedArgument: config_fixes.dropped_argument,
    facts.AddressRecord: config_fixes.address_record,
    facts.PackageLists: config_fixes.package_lists,
    facts.Idiom: config_fixes.idiom,
    camlp4.Camlp4: camlp4.plain,
    console_to_logs.ConsoleToLogs: console_to_logs.console_to_logs,
}
