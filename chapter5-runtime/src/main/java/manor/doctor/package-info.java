/**
 * Chapter 5, on the side: the doctor. He listens to the {@linkplain manor.task.Ledger ledger} of a
 * runtime, and when a task waits for ever, or never rests, says in words why.
 *
 * <p>A task that waits is not ill. It is ill if nobody is left who could wake it, and that can be
 * read from the ledger alone: who left a waker where, what became of it, and what the kernel had
 * said by then.
 *
 * <p>Reading order: {@link manor.doctor.Doctor}; {@link manor.doctor.Ailment} and {@link
 * manor.doctor.Diagnosis}; {@code Attendant}, who listens; {@code Ward} with its charts ({@code
 * TaskChart}, {@code IoChart}, {@code KernelChart}), which is all that he remembers; {@code
 * Examination}, which is all that he knows.
 *
 * <p>Left out on purpose: time. A wait is not ill because it is long.
 */
package manor.doctor;
