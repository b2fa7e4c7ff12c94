package org.tnregistry.cases.pattern;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a state did about an incident.
 *
 * @param host whether the target lives there
 * @param date EDTF
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "PatternResponse")
public record StateReaction(
    @Schema(required = true, examples = "BE") String state,
    @Schema(required = true) boolean host,
    @Schema(required = true, examples = "request-refused") String type,
    @Nullable String date,
    @Nullable Map<String, String> body,
    @Schema(required = true) Part rests) {

  /** Oldest first. */
  static List<StateReaction> of(List<CaseMember> members) {
    return members.stream()
        .flatMap(
            m ->
                CaseMember.list(m.document().responses()).stream()
                    .map(
                        r ->
                            new StateReaction(
                                r.state(),
                                isHost(m, r.state()),
                                r.type(),
                                r.date(),
                                r.body(),
                                m.part("responses", r.id()))))
        .sorted(Days.chronological(StateReaction::date).thenComparing(StateReaction::rests))
        .toList();
  }

  static boolean isHost(CaseMember member, @Nullable String state) {
    return CaseMember.list(member.document().stateRoles()).stream()
        .anyMatch(r -> r.role().equals("host") && r.state().equals(state));
  }
}
