package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Mapping;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.activities.environment.YamlNode.Sequence;
import java.util.List;

/** Looks through a whole document for secrets in plain text, whatever their keys are. */
final class SecretScan {
  private static final String INSTEAD =
      "Nothing secret belongs here. Put it into AWS Secrets Manager (and change it, now that it"
          + " stood in a file), and give the ARN: secret: arn:aws:secretsmanager:…";

  private final List<Problem> problems;

  SecretScan(List<Problem> problems) {
    this.problems = problems;
  }

  void scan(YamlNode node, String path) {
    switch (node) {
      case Mapping mapping -> mapping.values().forEach((key, value) -> entry(mapping, key, path));
      case Sequence list -> {
        for (int i = 0; i < list.values().size(); i++) {
          scan(list.values().get(i), path + "[" + i + "]");
        }
      }
      case Scalar scalar -> {
        if (SecretGuard.looksLikeSecret(scalar.text())) {
          report(scalar.place(), path, SecretGuard.hidden(scalar.text()));
        }
      }
    }
  }

  private void entry(Mapping mapping, String key, String path) {
    String below = path.isEmpty() ? key : path + "." + key;
    if (SecretGuard.looksLikeSecretKey(key)) {
      report(mapping.keyPlace(key), below, "a secret in plain text (not shown)");
      return;
    }
    YamlNode value = mapping.values().get(key);
    if (value != null) {
      scan(value, below);
    }
  }

  private void report(Place place, String path, String seen) {
    problems.add(new Problem(place, path, seen, INSTEAD));
  }
}
