package manor.doctor;

import java.util.List;
import java.util.stream.Collectors;

/** Where a task stands and for what it waits, in words. */
final class Whereabouts {
  private Whereabouts() {}

  static String of(TaskChart task) {
    String who = "task " + task.id;
    if (task.stand == TaskChart.Stand.POLLED) {
      return who + " is being polled since step " + task.polledStep + " and has not answered";
    }
    if (task.polledStep == 0) {
      return who + " was never polled";
    }
    if (task.notified) {
      return who + " has news since step " + Math.max(task.wokenStep, task.queuedStep);
    }
    return who + " waits since step " + task.pendingStep + " for " + places(task);
  }

  private static String places(TaskChart task) {
    List<TaskChart.Place> places = task.places();
    if (task.live == 0) {
      return "nothing: nobody has a waker of it";
    }
    String known = places.stream().map(Whereabouts::name).collect(Collectors.joining(", "));
    String own = "something of its own";
    return places.isEmpty() ? own : task.hasStrayWaker() ? known + ", " + own : known;
  }

  private static String name(TaskChart.Place place) {
    if (place.io() == null) {
      return place.name();
    }
    boolean reads = Way.READ.concerns(place.ready());
    boolean writes = Way.WRITE.concerns(place.ready());
    String what = reads && writes ? "ready" : reads ? "readable" : "writable";
    return "fd " + place.io().fd + " to be " + what;
  }
}
