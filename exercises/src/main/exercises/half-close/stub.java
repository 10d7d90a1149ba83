  private void sayGoodbye() throws ErrnoException {
    report();
    close();
  }
