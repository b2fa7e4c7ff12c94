package org.tnregistry.shared.start;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complained = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    System.setOut(new PrintStream(said, true, UTF_8));
    System.setErr(new PrintStream(complained, true, UTF_8));
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(out);
    System.setErr(err);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "help"})
  void helpNamesEveryCommandAndIsNoFailure(String asked) {
    assertEquals(0, Commands.run(asked));
    assertEquals("", complained.toString(UTF_8));
    assertNamesCommands(said.toString(UTF_8));
  }

  @Test
  void anUnknownCommandIsAFailureThatNamesThoseThereAre() {
    assertEquals(2, Commands.run("no-such-command"));
    assertEquals("", said.toString(UTF_8));
    assertNamesCommands(complained.toString(UTF_8));
  }

  private static void assertNamesCommands(String text) {
    assertTrue(text.contains("\n  verify-ledger --checkpoint FILE"), text);
    assertTrue(text.contains("\n  rotate-master-key ["), text);
    assertTrue(text.contains("\n  create-master-key "), text);
  }
}
