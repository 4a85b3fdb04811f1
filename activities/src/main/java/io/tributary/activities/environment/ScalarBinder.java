package io.tributary.activities.environment;

import io.tributary.activities.environment.YamlNode.Kind;
import io.tributary.activities.environment.YamlNode.Scalar;
import io.tributary.workflows.environment.TextFormat;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Makes texts, numbers, durations and constants of YAML scalars, without guessing. */
final class ScalarBinder {
  private static final Place NOWHERE = new Place("default", 0);

  private final List<Problem> problems;

  ScalarBinder(List<Problem> problems) {
    this.problems = problems;
  }

  /** Binds a default, which is always right: a test walks all of them. */
  Optional<Object> fromDefault(SpecType type, String text) {
    Kind kind =
        switch (type) {
          case SpecType.Whole whole -> Kind.NUMBER;
          case SpecType.Real real -> Kind.NUMBER;
          case SpecType.Truth truth -> Kind.TRUTH;
          default -> Kind.TEXT;
        };
    return value(type, new Scalar(NOWHERE, text, kind), "");
  }

  /** Binds a value; what does not fit is reported and gives an empty answer. */
  Optional<Object> value(SpecType type, Scalar node, String path) {
    Optional<Object> value = convert(type, node);
    if (value.isEmpty()) {
      boolean secret = type instanceof SpecType.Text text && text.format() == TextFormat.SECRET_ARN;
      String seen = secret ? SecretGuard.hidden(node.text()) : node.describe();
      problems.add(
          new Problem(node.place(), path, seen + " does not fit", accepted(type, node.text())));
    }
    return value;
  }

  private static Optional<Object> convert(SpecType type, Scalar node) {
    return switch (type) {
      case SpecType.Text text when node.kind() == Kind.TEXT -> text(text, node.text());
      case SpecType.Whole whole when node.kind() == Kind.NUMBER -> whole(whole, node.text());
      case SpecType.Real real when node.kind() == Kind.NUMBER -> real(real, node.text());
      case SpecType.Truth truth when node.kind() == Kind.TRUTH ->
          Optional.of(Boolean.valueOf(node.text()));
      case SpecType.Span span when node.kind() == Kind.TEXT -> span(span, node.text());
      case SpecType.Choice choice when node.kind() == Kind.TEXT -> choice(choice, node.text());
      default -> Optional.empty();
    };
  }

  private static Optional<Object> text(SpecType.Text type, String text) {
    boolean fits =
        !text.isBlank() && (type.format() == null || text.matches(type.format().pattern()));
    return fits ? Optional.of(text) : Optional.empty();
  }

  private static Optional<Object> whole(SpecType.Whole type, String text) {
    try {
      long number = Long.parseLong(text);
      if (number < type.min() || number > type.max()) {
        return Optional.empty();
      }
      return Optional.of(type.wide() ? (Object) number : (Object) Math.toIntExact(number));
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Object> real(SpecType.Real type, String text) {
    try {
      double number = Double.parseDouble(text);
      return number >= type.min() && number <= type.max() ? Optional.of(number) : Optional.empty();
    } catch (NumberFormatException notOne) {
      return Optional.empty();
    }
  }

  private static Optional<Object> span(SpecType.Span type, String text) {
    return DurationText.parse(text)
        .filter(span -> span.compareTo(type.min()) >= 0 && span.compareTo(type.max()) <= 0)
        .map(Duration.class::cast);
  }

  private static Optional<Object> choice(SpecType.Choice type, String text) {
    return type.constants().stream()
        .filter(constant -> constant.name().equals(text))
        .findFirst()
        .map(Object.class::cast);
  }

  private static String accepted(SpecType type, String seen) {
    String nearest =
        type instanceof SpecType.Choice choice
            ? Nearest.of(seen, choice.names()).map(name -> "Did you mean " + name + "? ").orElse("")
            : "";
    return nearest + "Give " + type.accepted() + ".";
  }
}
