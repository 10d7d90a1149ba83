package manor.syscall;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of one thread that needs nothing of its surroundings but a {@link Kernel}, for which it
 * asks as with {@link RealKernel}. It gets the one that a {@link KernelSource} on the class path
 * has to offer, else the real one, and is skipped where there is neither.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("any-kernel")
@ExtendWith(AnyKernelExtension.class)
public @interface AnyKernel {}
