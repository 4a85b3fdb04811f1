package io.tributary.activities.environment;

/** Applies every rule that looks at several parts of a specification at once. */
final class SpecRules {
  private SpecRules() {}

  static void check(SpecDraft draft) {
    NameRules.check(draft);
    WarehouseRules.check(draft);
    SourceRules.check(draft);
    TableRules.check(draft);
    RouteRules.check(draft);
    ViewRules.check(draft);
    GroupRules.check(draft);
    AccessRules.check(draft);
    ScheduleRules.check(draft);
  }
}
