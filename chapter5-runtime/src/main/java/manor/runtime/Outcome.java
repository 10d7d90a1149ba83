package manor.runtime;

/**
 * How a task ended.
 *
 * @param value what came of it, if {@code failure} is null
 * @param failure why nothing did
 */
record Outcome<T>(T value, Throwable failure) {}
