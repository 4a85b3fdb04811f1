package io.tributary.activities.environment;

import io.tributary.workflows.environment.EnvironmentSpec;

/**
 * A specification with the text that it came from.
 *
 * @param spec the specification, whole and without problems
 * @param written what the files say, merged: what is not in it is a default
 */
public record LoadedEnvironment(EnvironmentSpec spec, Written written) {
  /** What the files say, merged. Only this package looks into it. */
  public static final class Written {
    private final YamlNode.Mapping tree;

    Written(YamlNode.Mapping tree) {
      this.tree = tree;
    }

    YamlNode.Mapping tree() {
      return tree;
    }
  }
}
