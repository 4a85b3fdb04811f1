package io.tributary.sandbox;

import java.util.ArrayList;
import java.util.List;

/** A separate process that plays AWS, Redshift, Aurora and Temporal on loopback. */
public final class Sandbox {
  private Sandbox() {}

  /** All parts, in the order in which they start. */
  static List<Part> parts(SandboxContext context) {
    List<Part> parts = new ArrayList<>();
    // sandbox-redshift: parts.add(new Aurora(context)); parts.add(new Warehouse(context));
    return parts;
  }
}
