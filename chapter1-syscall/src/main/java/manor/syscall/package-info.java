/** System calls: each answers with a result or an errno. */
package manor.syscall;
