package io.tributary.activities.ddl;

import io.tributary.workflows.environment.View;

/** Late-binding views. */
final class LateBindingViewDdl {
  private LateBindingViewDdl() {}

  static String create(View view) {
    return "CREATE OR REPLACE VIEW "
        + SqlText.qualified(view.name())
        + " AS\n"
        + SqlText.query(view.sql())
        + "\nWITH NO SCHEMA BINDING";
  }

  static String drop(String view) {
    return "DROP VIEW IF EXISTS " + SqlText.qualified(view);
  }
}
