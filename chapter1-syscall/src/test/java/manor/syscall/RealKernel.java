package manor.syscall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs the real kernel. It is skipped, with a message, anywhere but on Linux, and may
 * ask for a {@link Kernel} as a parameter of its constructor, of its lifecycle methods or its own.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("real-kernel")
@ExtendWith(RealKernelExtension.class)
public @interface RealKernel {}
