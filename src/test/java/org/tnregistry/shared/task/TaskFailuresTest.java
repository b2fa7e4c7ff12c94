package org.tnregistry.shared.task;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskFailuresTest {
  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03"})
  void aTaskThatCouldNotReachTheDatabaseIsNoFaultOfItsOwn(String state) {
    assertTrue(
        TaskFailures.isOutage(new IllegalStateException(new SQLException("gone", state))), state);
  }

  @ParameterizedTest
  @ValueSource(strings = {"42501", "23505", "", "0"})
  void aTaskThatTheDatabaseRefusedIsAFault(String state) {
    assertFalse(
        TaskFailures.isOutage(new IllegalStateException(new SQLException("no", state))), state);
  }

  @Test
  void aTaskThatFailedByItselfIsAFault() {
    assertFalse(TaskFailures.isOutage(new IllegalStateException(new SQLException("no state"))));
    assertFalse(TaskFailures.isOutage(new NullPointerException()));
  }
}
