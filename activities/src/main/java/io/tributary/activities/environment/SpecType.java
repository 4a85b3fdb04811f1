package io.tributary.activities.environment;

import io.tributary.workflows.environment.TextFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a component of the specification may hold. */
sealed interface SpecType {
  /** Returns what is accepted, in words, for a message. */
  String accepted();

  /** Text, of a form or free. */
  record Text(@Nullable TextFormat format) implements SpecType {
    @Override
    public String accepted() {
      return format == null ? "text, in quotes where it looks like a number" : format.accepted();
    }
  }

  /** A whole number between two limits; {@code wide} where the component is a {@code long}. */
  record Whole(long min, long max, boolean wide) implements SpecType {
    @Override
    public String accepted() {
      return min == max ? "the number " + min : "a whole number from " + min + " to " + max;
    }
  }

  /** A number between two limits. */
  record Real(double min, double max) implements SpecType {
    @Override
    public String accepted() {
      return "a number from " + min + " to " + max;
    }
  }

  /** True or false. */
  record Truth() implements SpecType {
    @Override
    public String accepted() {
      return "true or false";
    }
  }

  /** A duration between two limits. */
  record Span(Duration min, Duration max) implements SpecType {
    @Override
    public String accepted() {
      return DurationText.ACCEPTED
          + (", from " + DurationText.of(min) + " to " + DurationText.of(max));
    }
  }

  /** One constant of an enum. */
  record Choice(List<Enum<?>> constants) implements SpecType {
    static Choice of(Class<?> type) {
      List<Enum<?>> constants = new ArrayList<>();
      for (Object constant : type.getEnumConstants()) {
        constants.add((Enum<?>) constant);
      }
      return new Choice(constants);
    }

    List<String> names() {
      return constants.stream().map(Enum::name).toList();
    }

    @Override
    public String accepted() {
      return names().size() == 1
          ? names().getFirst()
          : "one of " + names().stream().collect(Collectors.joining(", "));
    }
  }

  /** A record of its own. */
  record Part(Class<? extends Record> type) implements SpecType {
    List<SpecField> fields() {
      return SpecField.of(type);
    }

    /** Returns whether it can be left out as a whole, because nothing in it is required. */
    boolean optional() {
      return fields().stream().noneMatch(SpecField::required);
    }

    @Override
    public String accepted() {
      return "a mapping with "
          + fields().stream().map(SpecField::name).collect(Collectors.joining(", "));
    }
  }

  /** Several of a kind. */
  record Many(SpecType element) implements SpecType {
    @Override
    public String accepted() {
      return "a list, each entry " + element.accepted();
    }
  }

  /** Texts by name. */
  record Dictionary() implements SpecType {
    @Override
    public String accepted() {
      return "a mapping of names to texts";
    }
  }
}
