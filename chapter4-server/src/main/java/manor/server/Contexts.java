package manor.server;

import java.util.function.Consumer;
import manor.http.RequestContext;

/**
 * The reactor's map from a token's value to its connection: open addressing with linear probing, so
 * that finding one makes no garbage. Threads: the reactor's.
 */
final class Contexts {
  private static final int SMALLEST = 64;

  private RequestContext[] table = new RequestContext[SMALLEST];
  private int size;

  int size() {
    return size;
  }

  private int home(long key) {
    return (int) (key * 0x9e3779b97f4a7c15L >>> 32) & table.length - 1;
  }

  private int next(int index) {
    return index + 1 & table.length - 1;
  }

  /** The connection of that key, or null. */
  // tag::get[]
  RequestContext get(long key) {
    for (int i = home(key); table[i] != null; i = next(i)) {
      if (table[i].token().value() == key) {
        return table[i];
      }
    }
    return null;
  }

  // end::get[]

  /** Adds a connection whose key is not there yet. */
  void add(RequestContext context) {
    if (size * 2 >= table.length) {
      grow();
    }
    insert(context);
    size++;
  }

  private void insert(RequestContext context) {
    int i = home(context.token().value());
    while (table[i] != null) {
      i = next(i);
    }
    table[i] = context;
  }

  private void grow() {
    RequestContext[] old = table;
    table = new RequestContext[old.length * 2];
    for (RequestContext context : old) {
      if (context != null) {
        insert(context);
      }
    }
  }

  /** Removes a connection, and moves up those behind it that would no longer be found. */
  void remove(long key) {
    int hole = home(key);
    while (table[hole] != null && table[hole].token().value() != key) {
      hole = next(hole);
    }
    if (table[hole] == null) {
      return;
    }
    size--;
    table[hole] = null;
    for (int i = next(hole); table[i] != null; i = next(i)) {
      RequestContext moved = table[i];
      table[i] = null;
      insert(moved);
    }
  }

  /** Shows every connection; none may be added or removed meanwhile. */
  void forEach(Consumer<RequestContext> visitor) {
    for (RequestContext context : table) {
      if (context != null) {
        visitor.accept(context);
      }
    }
  }
}
