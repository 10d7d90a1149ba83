/** A kernel in a box: deterministic, replayable, breakable. */
package manor.simulator;
