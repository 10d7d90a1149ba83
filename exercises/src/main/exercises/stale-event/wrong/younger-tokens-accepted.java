  /** A new page for {@code fd}. */
  ScheduledIo add(Fd fd, Ledger ledger) {
    int page = freeCount > 0 ? free[--freeCount] : fresh();
    uses[page]++;
    ScheduledIo io = new ScheduledIo(fd, new Token((long) uses[page] << 32 | page), ledger);
    pages[page] = io;
    size++;
    return io;
  }

  private int fresh() {
    if (used == pages.length) {
      pages = Arrays.copyOf(pages, 2 * used);
      uses = Arrays.copyOf(uses, 2 * used);
      free = Arrays.copyOf(free, 2 * used);
    }
    return used++;
  }

  /** Who has this token, or null. */
  ScheduledIo find(long token) {
    int page = (int) token;
    ScheduledIo io = page >= 0 && page < used ? pages[page] : null;
    return io != null && token >= io.token().value() ? io : null;
  }
