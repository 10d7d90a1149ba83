/** The student's own workbench: young, and still empty. */
package manor.exercises;
