package io.tributary.sandbox.aws;

import java.io.IOException;
import java.util.Optional;

/** Answers HTTP calls; may block, each call has a virtual thread. */
@FunctionalInterface
public interface HttpAnswers {
  /** The answer; empty closes the connection without one. */
  Optional<Answer> answer(HttpCall call) throws IOException, InterruptedException;
}
