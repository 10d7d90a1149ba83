package manor.tutor;

import java.util.List;

/**
 * One screen.
 *
 * @param top where the student is
 * @param title what the page is about
 * @param body what it says, the most important first
 * @param from which line of the body stands at the top, where not all of it fits
 * @param next the next step
 * @param keys what can be pressed
 */
record WatchPage(String top, String title, List<String> body, int from, String next, String keys) {}
