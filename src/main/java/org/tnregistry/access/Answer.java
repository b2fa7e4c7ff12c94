package org.tnregistry.access;

import org.jspecify.annotations.Nullable;

/**
 * What a creating operation answers, in the form in which it is kept for replay.
 *
 * @param body JSON
 */
public record Answer(int status, @Nullable String location, @Nullable String etag, String body) {}
