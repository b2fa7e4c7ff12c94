package org.tnregistry.shared.id;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
  private static final Reference EXAMPLE = Reference.parse("TNR-7K3M-9Q2P-R").orElseThrow();

  @Test
  void aReferenceIsShownInGroups() {
    assertEquals("TNR-7K3M-9Q2P-R", EXAMPLE.toString());
    assertEquals("TNR", EXAMPLE.prefix());
  }

  @Test
  void aReferenceCanComeFromASecureGenerator() {
    Reference reference = Reference.random("TNR", new SecureRandom());
    assertTrue(reference.toString().matches("TNR-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]"));
    assertNotEquals(reference, Reference.random("TNR", new SecureRandom()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tnr-7k3m-9q2p-r",
        "TNR7K3M9Q2PR",
        " TNR 7K3M 9Q2P R ",
        "TNR\t7K3M\u22129Q2P\nR",
        "tnr7k3m-9q2pr",
        "TNR‑7K3M–9Q2P—R",
        "T-N-R 7K3M9Q2P\u00a0R"
      })
  void aReferenceIsReadAsPeopleTypeIt(String typed) {
    assertEquals(Optional.of(EXAMPLE), Reference.parse(typed));
  }

  @Test
  void lookAlikesAreReadAsTheDigits() {
    Reference digits = Reference.parse("TNR-1010-1011-D").orElseThrow();
    assertEquals(Optional.of(digits), Reference.parse("TNR-IOLO-loil-d"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "TNR",
        "TNR-7K3M-9Q2P",
        "TNR-7K3M-9Q2P-1",
        "TNR-7K3M-9Q2P-RR",
        "7NR-7K3M-9Q2P-R",
        "TNR-7K3M-9Q2U-R",
        "TNR_7K3M_9Q2P_R",
        "TNR-7K3M-9Q2P-🄡",
        "ſNR-7K3M-9Q2P-R",
        "TNR-7K3M-9Q2P-R!",
        "TNR-7K3M-9Q2P-Ｒ",
        "TNR-7K3M-9Q2P-\u0660",
        "000-0000-0000-0"
      })
  void whatIsNoReferenceIsNotRead(String text) {
    assertEquals(Optional.empty(), Reference.parse(text));
  }

  @Test
  void aTextOfManyBlanksIsNotRead() {
    assertEquals(Optional.empty(), Reference.parse(EXAMPLE + " ".repeat(64)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "TN", "TNRX", "tnr", "9NR", "INR", "TNL", "TNO", "TNU", "TN1", "TÑR"})
  void aPrefixThatCannotBeReadAloudIsRefused(String prefix) {
    assertThrows(
        IllegalArgumentException.class, () -> Reference.random(prefix, new SecureRandom()));
  }
}
