package manor.syscall;

import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the kernel that there is to an {@link AnyKernel} test, and skips it where there is none.
 */
final class AnyKernelExtension implements ExecutionCondition, ParameterResolver {
  private final Optional<KernelSource> source = ServiceLoader.load(KernelSource.class).findFirst();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return condition(source.isPresent(), LinuxKernel.isSupported());
  }

  static ConditionEvaluationResult condition(boolean offered, boolean supported) {
    if (offered) {
      return ConditionEvaluationResult.enabled("a kernel is offered");
    }
    ConditionEvaluationResult real = RealKernelExtension.condition(supported);
    return real.isDisabled()
        ? ConditionEvaluationResult.disabled(
            real.getReason().orElseThrow() + "; the simulator runs it on its own kernel")
        : real;
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Kernel.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return source.map(KernelSource::open).orElseGet(RealKernelExtension::real);
  }
}
