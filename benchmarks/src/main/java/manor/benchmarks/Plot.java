package manor.benchmarks;

/**
 * A drawing.
 *
 * @param name of its file, without the ending
 * @param svg its text, which is styled by whoever shows it
 */
record Plot(String name, String svg) {}
