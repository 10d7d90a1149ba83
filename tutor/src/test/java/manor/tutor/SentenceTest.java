package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentenceTest {
  @ParameterizedTest
  @CsvSource({
    "clearingWithAStaleTickKeepsReadiness, clearing with a stale tick keeps readiness",
    "wakesOnEINTR, wakes on EINTR",
    "aGETNeedsNoBody, a GET needs no body",
    "answersWith404, answers with 404",
    "accept4Retries, accept4 retries",
    "epoll_wait_twice, epoll wait twice"
  })
  void aNameIsReadAloud(String name, String sentence) {
    assertEquals(sentence, Sentence.of(name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "manor.epoll.EpollTest; Epoll",
        "manor.epoll.EventFdTests; EventFd",
        "manor.epoll.EpollTest$WhenClosed; Epoll, when closed"
      })
  void aTestClassIsNamedAfterItsSubject(String type, String subject) {
    assertEquals(subject, Sentence.subject(type));
  }
}
