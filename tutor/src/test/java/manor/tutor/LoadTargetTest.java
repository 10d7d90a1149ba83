package manor.tutor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadTargetTest {
  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:8000/, 8000, 127.0.0.1:8000, /",
    "localhost:9000/echo?a=b, 9000, localhost:9000, /echo?a=b",
    "127.9.9.9, 80, 127.9.9.9, /",
    "http://[::1]:81, 81, [::1]:81, /"
  })
  void aUrlOfThisMachineIsTaken(String typed, int port, String authority, String path) {
    LoadTarget target = LoadTarget.parse(typed);
    assertTrue(target.address().getAddress().isLoopbackAddress());
    assertEquals(port, target.address().getPort());
    assertEquals(authority, target.authority());
    assertEquals(path, target.path());
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.com/", "10.0.0.1:8000", "0.0.0.0", "[2001:db8::1]"})
  void anotherMachineIsRefused(String typed) {
    Refusal refusal = assertThrows(Refusal.class, () -> LoadTarget.parse(typed));
    assertTrue(refusal.getMessage().contains("loopback only"), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://localhost/", "http://", "http://local host/", "localhost:99999"})
  void whatIsNoUrlIsRefused(String typed) {
    assertThrows(Refusal.class, () -> LoadTarget.parse(typed));
  }

  @Test
  void aRefusalIsOneLineAndStatusOne() {
    Typed typed = Typed.manor("load", "http://example.com/");
    assertEquals(1, typed.status());
    assertEquals(1, typed.err().lines().count(), typed.err());
  }
}
