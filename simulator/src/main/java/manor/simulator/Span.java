package manor.simulator;

import manor.syscall.Memory;

/** A part of a memory: what a call is to send, or has room for. It lies inside. */
record Span(Memory memory, int offset, int length) {}
