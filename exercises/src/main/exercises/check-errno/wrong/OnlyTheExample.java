  public static int check(String call, int answer) throws ErrnoException {
    if (answer < 0) {
      throw new ErrnoException(call, Errno.EPIPE);
    }
    return answer;
  }
