  public static int check(String call, int answer) throws ErrnoException {
    if (answer < 0) {
      throw new IllegalStateException(call + " " + -answer);
    }
    return answer;
  }
