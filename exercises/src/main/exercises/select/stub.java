  @Override
  public Poll<T> poll(Context context) throws Exception {
    throw Todo.yours("poll: ask until one is ready, then drop the others");
  }

  @Override
  public void drop() {
    throw Todo.yours("drop: end all who run");
  }
