/** HTTP: bytes arrive in pieces, so a request is a state and not a string. */
package manor.http;
