"""The language server, the command line and reports. The only folder that does I/O."""
