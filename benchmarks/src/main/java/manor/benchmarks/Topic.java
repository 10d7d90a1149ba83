package manor.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can be asked: {@code ./manor bench server}. */
public enum Topic {
  /** What a request costs, here and elsewhere. */
  SERVER("what a request costs: this house, C, Netty and others"),
  /** What crossing the border costs. */
  SYSCALLS("what crossing the border costs, and how often each server does"),
  /** What those cost who say nothing. */
  IDLE("what idle connections cost: epoll, poll and select"),
  /** What a long body costs. */
  UPLOAD("what a long body costs"),
  /** What the async runtime costs. */
  RUNTIME("what the runtime of chapter 5 costs: an echo"),
  /** How long a student waits. */
  TUTOR("how long a student waits, from saving a file to the verdict");

  private final String question;

  Topic(String question) {
    this.question = question;
  }

  /** What is typed for it. */
  public String typed() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it answers. */
  public String question() {
    return question;
  }

  /** Finds a topic by what was typed. */
  public static Optional<Topic> named(String typed) {
    return Arrays.stream(values()).filter(topic -> topic.typed().equals(typed)).findFirst();
  }
}
