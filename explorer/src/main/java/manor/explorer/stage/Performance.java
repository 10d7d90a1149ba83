package manor.explorer.stage;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import manor.explorer.Backstage;
import manor.explorer.Play;

/** One run of a scenario. Made by the explorer. */
public final class Performance implements Play {
  private final Scenario scenario;
  private final Stage stage;

  /**
   * A run that has not begun.
   *
   * @throws IllegalArgumentException when there is no such scenario, or it cannot be made
   */
  public Performance(String name, Backstage backstage) {
    this.scenario = make(name);
    this.stage = new Stage(backstage);
  }

  private static Scenario make(String name) {
    try {
      Class<?> type = Class.forName(name, true, Performance.class.getClassLoader());
      var constructor = type.getDeclaredConstructor();
      constructor.setAccessible(true);
      if (constructor.newInstance() instanceof Scenario scenario) {
        return scenario;
      }
      throw new IllegalArgumentException(name + " is not a Scenario");
    } catch (InvocationTargetException thrown) {
      throw new IllegalArgumentException(name + " cannot be made: " + thrown.getCause(), thrown);
    } catch (ReflectiveOperationException wrong) {
      throw new IllegalArgumentException(
          name + " needs a constructor without parameters: " + wrong, wrong);
    }
  }

  @Override
  public Void perform() throws Exception {
    try {
      scenario.play(stage);
    } finally {
      stage.close();
    }
    return null;
  }

  @Override
  public List<String> unmet() {
    return stage.unmet();
  }
}
