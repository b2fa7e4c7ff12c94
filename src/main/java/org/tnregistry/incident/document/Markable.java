package org.tnregistry.incident.document;

import org.jspecify.annotations.Nullable;

/** A part of the record that may be marked more strictly than the record. */
public interface Markable {
  /** Unique in its list. */
  String id();

  @Nullable PartHandling handling();
}
