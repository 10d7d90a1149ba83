package manor.syscall;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Skips a {@link RealKernel} test where there is none, and hands the kernel in where there is. */
final class RealKernelExtension implements ExecutionCondition, ParameterResolver {
  /** Opened once for all tests, and only when a test asks. */
  private static final class Opened {
    static final LinuxKernel KERNEL = LinuxKernel.open();
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return condition(LinuxKernel.isSupported());
  }

  static ConditionEvaluationResult condition(boolean supported) {
    return supported
        ? ConditionEvaluationResult.enabled("the real kernel is here")
        : ConditionEvaluationResult.disabled(
            "skipped: this test talks to the real kernel, which needs Linux on x86-64 or aarch64;"
                + " this is "
                + System.getProperty("os.name")
                + " on "
                + System.getProperty("os.arch"));
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Kernel.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return real();
  }

  static Kernel real() {
    return Opened.KERNEL;
  }
}
