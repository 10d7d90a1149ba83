package manor.tutor;

import java.util.List;

/**
 * One screen.
 *
 * @param top where the student is
 * @param title what the page is about
 * @param body what it says, the most important first
 * @param next the next step
 * @param keys what can be pressed
 */
record WatchPage(String top, String title, List<String> body, String next, String keys) {}
