  /** Looks at every connection's deadline; rarely, for the earliest decides when to look again. */
  private void sweep() {
    throw Todo.yours("sweep: end the connections whose deadline has come, and note the next one");
  }
