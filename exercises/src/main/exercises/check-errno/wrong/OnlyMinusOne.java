  public static int check(String call, int answer) throws ErrnoException {
    if (answer == -1) {
      throw new ErrnoException(call, -answer);
    }
    return answer;
  }
