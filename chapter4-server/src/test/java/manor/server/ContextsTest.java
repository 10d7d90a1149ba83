package manor.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import manor.epoll.Token;
import manor.http.Desk;
import manor.http.Limits;
import manor.http.RequestContext;
import manor.http.Response;
import manor.http.Status;
import manor.http.Timeouts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContextsTest {
  private final Response response = Response.of(Status.OK);
  private final Desk desk =
      new Desk(
          request -> response,
          ServerObserver.NONE,
          Limits.DEFAULT,
          Timeouts.DEFAULT,
          InstantSource.system());
  private final Contexts contexts = new Contexts();
  private final Map<Long, RequestContext> model = new HashMap<>();

  private void add(long key) {
    RequestContext context = new RequestContext(desk, null, new Token(key));
    contexts.add(context);
    model.put(key, context);
  }

  private void agree() {
    assertEquals(model.size(), contexts.size());
    Set<RequestContext> shown = new HashSet<>();
    List<RequestContext> all = new ArrayList<>();
    contexts.forEach(shown::add);
    contexts.forEach(all::add);
    assertEquals(new HashSet<>(model.values()), shown);
    assertEquals(model.size(), all.size(), "nobody is shown twice");
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whateverIsDoneItIsAMap(long seed) {
    Random random = new Random(seed);
    int range = 1 << (4 + random.nextInt(9));
    for (int i = 0; i < 20_000; i++) {
      long key = random.nextInt(range);
      if (random.nextInt(5) < 2) {
        contexts.remove(key);
        model.remove(key);
      } else if (!model.containsKey(key)) {
        add(key);
      }
      long asked = random.nextInt(range);
      assertSame(model.get(asked), contexts.get(asked));
      if (i % 1000 == 0) {
        agree();
      }
    }
    agree();
  }

  @Test
  void keysOfManyYearsAreFoundAgain() {
    for (long key : new long[] {101, 1L << 32, 1L << 62, Long.MAX_VALUE, 0, -1, Long.MIN_VALUE}) {
      add(key);
      assertSame(model.get(key), contexts.get(key));
    }
    agree();
  }

  @Test
  void tenThousandComeAndGo() {
    for (long key = 101; key < 10_101; key++) {
      add(key);
    }
    agree();
    for (long key = 101; key < 10_101; key++) {
      contexts.remove(key);
      model.remove(key);
    }
    agree();
    assertNull(contexts.get(101));
  }
}
