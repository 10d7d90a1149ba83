  public static int check(String call, int answer) throws ErrnoException {
    throw Todo.yours(
        "check: pass a result on, and throw an ErrnoException for a failure.");
  }
