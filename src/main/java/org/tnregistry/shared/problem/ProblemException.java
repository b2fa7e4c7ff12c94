package org.tnregistry.shared.problem;

import java.util.List;
import java.util.stream.Stream;

/** Ends a request with a problem. Carries no input and no cause that could reach the answer. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** A document made of faults must not make an answer many times its size. */
  private static final int MAX_FAULTS = 1_000;

  private static final Fault MORE =
      new Fault("more-faults", "#", "There are more faults than are listed here.");

  private final transient ProblemType type;
  private final transient String detail;
  private final transient List<Fault> faults;

  public ProblemException(ProblemType type) {
    this(type, "", List.of());
  }

  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  public ProblemException(ProblemType type, List<Fault> faults) {
    this(type, "", bounded(faults));
  }

  private ProblemException(ProblemType type, String detail, List<Fault> faults) {
    super(type.slug() + " " + detail + faults, null, false, false);
    this.type = type;
    this.detail = detail;
    this.faults = List.copyOf(faults);
  }

  private static List<Fault> bounded(List<Fault> faults) {
    return faults.size() <= MAX_FAULTS
        ? faults
        : Stream.concat(faults.stream().limit(MAX_FAULTS), Stream.of(MORE)).toList();
  }

  public ProblemType type() {
    return type;
  }

  /** Empty when the title says it all. */
  public String detail() {
    return detail;
  }

  public List<Fault> faults() {
    return faults;
  }
}
