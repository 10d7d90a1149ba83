package manor.server.wire;

/** How strongly a standard asks for the behaviour that a case checks. */
enum WireLevel {
  /** The RFC says MUST, or a grammar leaves no other reading. */
  MUST,
  /** The RFC says SHOULD, or calls it recommended. */
  SHOULD,
  /** The RFC allows it: both choices are correct, a muddle of them is not. */
  MAY,
  /** No RFC speaks, but a server on the open internet meets it every day. */
  ROBUST
}
