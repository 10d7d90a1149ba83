/** The reactor: one thread serves thousands of connections. */
package manor.server;
