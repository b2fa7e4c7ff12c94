package org.tnregistry.shared.problem;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing wrong with a request. A problem lists all of them, so that a sender mends its document
 * in one round.
 *
 * @param code kebab-case, stable, for machines; docs/problems/invalid-document.md lists them
 * @param pointer RFC 6901 JSON Pointer in URI fragment form ({@code #/acts/0/tactic}), or the name
 *     of a query parameter or header
 * @param detail one English sentence; never repeats what was sent, because answers end up in logs
 */
@Schema(name = "Fault")
public record Fault(
    @Schema(required = true, examples = "unknown-code") String code,
    @Schema(required = true, examples = "#/acts/0/tactic") String pointer,
    @Schema(required = true) String detail) {}
