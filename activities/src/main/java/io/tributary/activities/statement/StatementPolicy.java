package io.tributary.activities.statement;

import java.time.Duration;

/**
 * How one process uses the Data API. The quotas of the service hold for an account and region, over
 * all workers: a process takes a share. Submits of the submit queue are limited by the Temporal
 * server as well, which alone sees all workers.
 *
 * @param submitsPerSecond ExecuteStatement and BatchExecuteStatement; the account has about 30
 * @param describesPerSecond DescribeStatement; the account has about 100
 * @param resultsPerSecond GetStatementResult; the account has about 20
 * @param othersPerSecond ListStatements and CancelStatement; the account has about 3 each
 * @param longPoll how long the service is asked to hold a DescribeStatement, whole seconds from 1
 *     to 30
 * @param heartbeat how often Temporal is told that a statement is still waited for; below the
 *     activity's heartbeat timeout (10 s)
 * @param attempts how often a call that failed for a while is made inside one activity
 * @param backoff the pause before the second attempt; doubles with each further one
 */
public record StatementPolicy(
    double submitsPerSecond,
    double describesPerSecond,
    double resultsPerSecond,
    double othersPerSecond,
    Duration longPoll,
    Duration heartbeat,
    int attempts,
    Duration backoff) {
  /** Returns what suits one of two workers in an account of its own. */
  public static StatementPolicy standard() {
    return new StatementPolicy(
        15, 50, 10, 1.5, Duration.ofSeconds(30), Duration.ofSeconds(1), 8, Duration.ofMillis(250));
  }
}
