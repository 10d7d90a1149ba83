package manor.task;

/**
 * Whom to wake, and how: the data, and the table of functions that know what the data is.
 *
 * @param data what the functions of the table are given
 * @param vtable the functions
 */
public record RawWaker(Object data, RawWakerVTable vtable) {}
