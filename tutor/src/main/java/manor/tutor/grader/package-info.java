/**
 * From a student's text to a verdict.
 *
 * <p>Read {@link manor.tutor.grader.Grader} first: it compiles ({@code StudentCompiler}), looks at
 * what the compiled classes use ({@code Inspector} with its {@code AllowList}), has the tests run
 * in another JVM ({@link manor.tutor.grader.Pupils}), and comes to a {@link
 * manor.tutor.grader.Verdict}. {@link manor.tutor.grader.Proof} shows that an exercise is sound.
 */
package manor.tutor.grader;
