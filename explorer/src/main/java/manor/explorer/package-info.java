/**
 * Every order in which threads, wakes and events can come, one after the other.
 *
 * <p>A wake that is lost once in a million runs is found here in the hundredth, and found again as
 * often as one likes: several actors play, each on a thread of its own, but only one at a time has
 * the baton. At every place where they could meet, a chooser says who goes on.
 *
 * <p>Reading order:
 *
 * <ol>
 *   <li>{@link manor.explorer.stage.Scenario} and {@link manor.explorer.stage.Stage}: what is
 *       played. {@link manor.explorer.scenario} has those of this house.
 *   <li>{@code Director}, {@code Actor}, {@code Chooser}: one run.
 *   <li>{@link manor.explorer.Explorer}, {@code ScheduleChooser}, {@code RandomChooser}, {@code
 *       Schedule}: many runs, and one again.
 *   <li>{@code StageKernel}: a {@linkplain manor.simulator.SimulatedKernel simulated kernel} that
 *       gives the baton away instead of waiting.
 *   <li>{@code StageLoader}, {@code Instrument}, {@link manor.explorer.Baton}: where a thread can
 *       be stopped.
 *   <li>{@link manor.explorer.Finding}, {@code StepWords}: what went wrong, in words.
 * </ol>
 *
 * <p>Left out on purpose: a memory that shows writes late or out of order. All actors see what the
 * one before has done; what a processor may do beyond that is the business of jcstress.
 */
package manor.explorer;
