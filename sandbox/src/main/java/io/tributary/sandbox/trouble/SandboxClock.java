package io.tributary.sandbox.trouble;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The sandbox's time. It passes {@code scale} times as fast as real time and tests may move it
 * forward; whoever sleeps on it wakes accordingly.
 */
public final class SandboxClock implements InstantSource {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition moved = lock.newCondition();
  private Instant origin = Instant.now();
  private long originNanos = System.nanoTime();
  private double scale;

  /**
   * @param scale seconds in the sandbox per real second, above 0
   */
  public SandboxClock(double scale) {
    this.scale = scale;
  }

  @Override
  public Instant instant() {
    lock.lock();
    try {
      return origin.plusNanos((long) ((System.nanoTime() - originNanos) * scale));
    } finally {
      lock.unlock();
    }
  }

  /** Sleeps for a time of the sandbox: {@code duration / scale} unless somebody moves the clock. */
  public void sleep(Duration duration) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      var end = instant().plus(duration);
      for (var left = duration; left.isPositive(); left = Duration.between(instant(), end)) {
        moved.awaitNanos(Math.max(1, realNanos(left)));
      }
    } finally {
      lock.unlock();
    }
  }

  /** How long a time of the sandbox lasts in reality, at the present scale. */
  public Duration real(Duration duration) {
    lock.lock();
    try {
      return Duration.ofNanos(realNanos(duration));
    } finally {
      lock.unlock();
    }
  }

  /**
   * Changes the pace and moves the time forward.
   *
   * @param newScale seconds in the sandbox per real second, above 0
   * @param ahead how far to move forward at once; not negative
   */
  public void move(double newScale, Duration ahead) {
    if (!(newScale > 0) || ahead.isNegative()) {
      throw new IllegalArgumentException(
          "The clock takes a scale above 0 and does not go back: " + newScale + ", " + ahead);
    }
    lock.lock();
    try {
      origin = instant().plus(ahead);
      originNanos = System.nanoTime();
      scale = newScale;
      moved.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Seconds in the sandbox per real second. */
  public double scale() {
    lock.lock();
    try {
      return scale;
    } finally {
      lock.unlock();
    }
  }

  private long realNanos(Duration duration) {
    return (long) (duration.toNanos() / scale);
  }
}
