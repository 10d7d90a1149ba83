package manor.net;

/**
 * The two halves of a connection.
 *
 * @param reader for one task
 * @param writer for another
 */
public record Halves(ReadHalf reader, WriteHalf writer) {}
