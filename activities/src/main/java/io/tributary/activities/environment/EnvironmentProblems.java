package io.tributary.activities.environment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that is wrong with a specification, all at once: nothing was corrected or guessed. The
 * message is fit for people as it stands.
 */
public final class EnvironmentProblems extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  EnvironmentProblems(List<Problem> problems) {
    super(text(sorted(problems)));
    this.problems = sorted(problems);
  }

  /** Returns the problems in the order of their files and lines. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  private static List<Problem> sorted(List<Problem> problems) {
    List<Problem> all = new ArrayList<>(problems);
    all.sort(
        Comparator.comparing((Problem problem) -> problem.place().file())
            .thenComparingInt(problem -> problem.place().line())
            .thenComparing(Problem::path));
    return all;
  }

  private static String text(List<Problem> problems) {
    StringBuilder text = new StringBuilder();
    for (Problem problem : problems) {
      text.append(problem).append(System.lineSeparator());
    }
    String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    return text.append(count).append(". Nothing was changed.").toString();
  }
}
