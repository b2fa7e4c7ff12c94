package org.tnregistry.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The plans a test has seen, for people, in a file below target. Times are of no consequence. */
public final class PlanTable {
  private final Path file;
  private final List<String> lines =
      new ArrayList<>(
          List.of(
              "| question | entries | incidents fetched | buffers | ms | scans (entries) |",
              "|---|---|---|---|---|---|"));

  public PlanTable(String name) {
    this.file = Path.of("target", "plans", name + ".md");
  }

  public void add(String question, Plan plan) {
    lines.add(
        String.format(
            Locale.ROOT,
            "| %s | %d | %d | %d | %.1f | %s |",
            question,
            plan.entriesVisited(),
            plan.rowsFetched("incident"),
            plan.buffers(),
            plan.milliseconds(),
            plan.scans()));
  }

  public void write() {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
