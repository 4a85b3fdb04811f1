package io.tributary.activities.environment;

import io.tributary.workflows.environment.Approvals;
import io.tributary.workflows.environment.Policy;
import io.tributary.workflows.environment.Role;
import io.tributary.workflows.environment.Role.Privilege;
import io.tributary.workflows.environment.Source;
import java.util.List;

/** Grants and policies that Redshift can carry out, and approvals that can be given. */
final class AccessRules {
  private AccessRules() {}

  static void check(SpecDraft draft) {
    List<String> external =
        draft.list("sources", Source.class).stream()
            .map(Source::externalSchema)
            .filter(java.util.Objects::nonNull)
            .map(Source.ExternalSchema::name)
            .toList();
    for (Role role : draft.list("roles", Role.class)) {
      role.grants().forEach(grant -> grant(draft, grant, external));
    }
    draft.list("policies", Policy.class).forEach(policy -> policy(draft, policy, external));
    draft.part("approvals", Approvals.class).ifPresent(approvals -> approvals(draft, approvals));
  }

  private static void grant(SpecDraft draft, Role.Grant grant, List<String> external) {
    int dot = grant.on().indexOf('.');
    if (dot > 0 && external.contains(grant.on().substring(0, dot))) {
      draft.report(
          grant,
          "on",
          grant.on() + " is a table of an external schema",
          "Redshift grants external schemas only as a whole: on: " + grant.on().substring(0, dot));
    }
    boolean columns =
        grant.privilege() == Privilege.SELECT || grant.privilege() == Privilege.UPDATE;
    if (!grant.columns().isEmpty() && !(columns && dot > 0)) {
      draft.report(
          grant,
          "columns",
          "columns for " + grant.privilege() + " on " + grant.on(),
          "Columns go with SELECT and UPDATE on a table or view.");
    }
  }

  private static void policy(SpecDraft draft, Policy policy, List<String> external) {
    for (int i = 0; i < policy.on().size(); i++) {
      String table = policy.on().get(i);
      if (external.contains(table.substring(0, table.indexOf('.')))) {
        draft.report(
            policy,
            "on[" + i + "]",
            table + " is a table of an external schema",
            "Redshift attaches policies to local tables only: load or copy it first.");
      }
    }
    List<String> known = draft.names("roles");
    for (int i = 0; i < policy.roles().size(); i++) {
      if (!known.contains(policy.roles().get(i))) {
        draft.unknown(policy, "roles[" + i + "]", policy.roles().get(i), known);
      }
    }
  }

  private static void approvals(SpecDraft draft, Approvals approvals) {
    boolean signed = approvals.proof() == Approvals.Proof.SIGNED;
    if (signed && approvals.approvers().size() < approvals.people()) {
      draft.report(
          approvals,
          "approvers",
          approvals.approvers().size() + " approvers where " + approvals.people() + " must approve",
          "Give the approvers with their public keys, or set proof: DECLARED (every report then says"
              + " that identities are not verified).");
    }
    if (approvals.reminder().compareTo(approvals.deadline()) > 0) {
      draft.report(
          approvals,
          "reminder",
          DurationText.of(approvals.reminder())
              + " is after the deadline of "
              + DurationText.of(approvals.deadline()),
          "Remind before the deadline.");
    }
  }
}
