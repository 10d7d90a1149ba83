  @Override
  public Poll<List<T>> poll(Context context) throws Exception {
    throw manor.exercises.Todo.yours("poll: ask every errand that has not ended");
  }

  @Override
  public void drop() {
    throw manor.exercises.Todo.yours("drop: end every errand that has not ended");
  }
