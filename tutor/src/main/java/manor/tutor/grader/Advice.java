package manor.tutor.grader;

/** What to do instead of what an answer may not. */
final class Advice {
  private Advice() {}

  static String insteadOf(Use use) {
    String owner = use.owner();
    if (use.text().startsWith("System.get")) {
      return "What an answer has to know, it is handed; the machine it runs on may be another.";
    }
    if (owner.equals("java.lang.System") || owner.equals("java.lang.Runtime")) {
      return "Return, or throw; whether the program ends is not yours to say.";
    }
    if (owner.equals("java.lang.Thread") || owner.startsWith("java.util.concurrent.")) {
      return "The tests call your code on a thread of theirs; start none, and wait for none.";
    }
    if (owner.equals("java.lang.Class") || owner.startsWith("java.lang.reflect.")) {
      return "Call what you need by its name; reflection has no place here.";
    }
    if (owner.startsWith("java.lang.invoke.")) {
      return "Call what you need by its name.";
    }
    if (owner.startsWith("java.io.") || owner.startsWith("java.nio.file.")) {
      return "There are no files here: all bytes come and go through what you are handed.";
    }
    if (owner.startsWith("java.nio.channels.") || owner.startsWith("java.net.")) {
      return "This book makes its own sockets, by system calls.";
    }
    if (owner.startsWith("manor.exercises.") || owner.startsWith("org.junit.")) {
      return "Leave the tests to the tutor.";
    }
    if (owner.startsWith("manor.")) {
      return "Use what this chapter and those below it offer, or write it yourself.";
    }
    return "This exercise can be done without it.";
  }
}
