/** The program behind the {@code manor} script: one class for each command. */
package manor.tutor;
