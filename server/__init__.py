"""Who is told: the language server, the command line, reports. The only folder that does I/O."""
