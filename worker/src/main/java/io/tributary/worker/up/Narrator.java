package io.tributary.worker.up;

import java.io.PrintWriter;

/** Tells a person what happens, each line with the seconds since the start. */
final class Narrator {
  private final PrintWriter out;
  private final boolean interactive;
  private final long begun = System.nanoTime();

  Narrator(PrintWriter out, boolean interactive) {
    this.out = out;
    this.interactive = interactive;
  }

  /** Tells something that happened. */
  synchronized void say(String line) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    out.println((interactive ? "\r\u001b[2K" : "") + "[%5.1f s] ".formatted(seconds) + line);
  }

  /** Prints a line as it is. */
  synchronized void print(String line) {
    out.println(line);
  }

  PrintWriter out() {
    return out;
  }

  boolean interactive() {
    return interactive;
  }
}
