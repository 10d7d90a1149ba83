package manor.tutor.pupil;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs the tests of one task in their order, up to the first failure. One thread, once. */
final class JUnitRun implements TestExecutionListener {
  private static final Launcher LAUNCHER =
      LauncherFactory.create(
          LauncherConfig.builder()
              .enableTestEngineAutoRegistration(false)
              .enableLauncherSessionListenerAutoRegistration(false)
              .enableLauncherDiscoveryListenerAutoRegistration(false)
              .enableTestExecutionListenerAutoRegistration(false)
              .enablePostDiscoveryFilterAutoRegistration(false)
              .addTestEngines(new JupiterTestEngine())
              .build());

  private final RunState state;
  private final CancellationToken cancellation = CancellationToken.create();

  JUnitRun(RunState state) {
    this.state = state;
  }

  void run() {
    state.forget();
    for (int round = 0; round < state.task().rounds(); round++) {
      for (String test : state.task().tests()) {
        if (!cancellation.isCancellationRequested()) {
          run(test);
        }
      }
    }
  }

  private void run(String test) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request().selectors(selector(test)).build();
    TestPlan plan = LAUNCHER.discover(request);
    LAUNCHER.execute(
        LauncherExecutionRequestBuilder.request(plan)
            .cancellationToken(cancellation)
            .listeners(this)
            .build());
  }

  private DiscoverySelector selector(String test) {
    int hash = test.indexOf('#');
    Class<?> type = load(hash < 0 ? test : test.substring(0, hash));
    if (hash < 0) {
      return selectClass(type);
    }
    String method = test.substring(hash + 1);
    return Arrays.stream(type.getDeclaredMethods())
        .filter(each -> each.getName().equals(method))
        .findFirst()
        .map(each -> selectMethod(type, each))
        .orElseThrow(() -> new IllegalStateException("there is no test " + test));
  }

  private Class<?> load(String name) {
    try {
      return Class.forName(name, false, state.loader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("there is no test class " + name, e);
    }
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    if (identifier.isTest()) {
      state.starts(name(identifier), identifier.getDisplayName());
    }
  }

  @Override
  public void executionSkipped(TestIdentifier identifier, String reason) {
    if (!cancellation.isCancellationRequested()) {
      state.say(PupilWord.Kind.SKIPPED, name(identifier), reason);
    }
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
      fail(identifier, result.getThrowable().orElseGet(AssertionError::new));
    } else if (identifier.isTest()) {
      passed(identifier);
    }
  }

  private void passed(TestIdentifier identifier) {
    Throwable mistake = state.mistake();
    if (mistake != null) {
      fail(identifier, mistake);
    } else {
      state.say(PupilWord.Kind.PASSED, name(identifier));
      state.forget();
    }
  }

  private void fail(TestIdentifier identifier, Throwable thrown) {
    if (!cancellation.isCancellationRequested()) {
      cancellation.cancel();
      List<String> texts = new java.util.ArrayList<>(List.of(name(identifier)));
      texts.addAll(Setback.of(state, thrown));
      state.say(PupilWord.Kind.FAILED, texts);
    }
  }

  private String name(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(source -> source.getClassName() + "#" + source.getMethodName())
        .orElseGet(() -> state.test().isEmpty() ? state.task().tests().get(0) : state.test());
  }
}
