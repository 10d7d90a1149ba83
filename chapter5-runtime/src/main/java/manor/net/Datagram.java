package manor.net;

import java.net.InetSocketAddress;

/**
 * A datagram that has arrived. Its bytes are in the memory that was lent for it.
 *
 * @param length how many there are, 0 for an empty one
 * @param sender who sent it, or who says so: nobody checks
 */
public record Datagram(int length, InetSocketAddress sender) {}
