/**
 * Reads, checks, compares, publishes and slices specifications.
 *
 * <p>What the commands {@code tributary env …} do is here as values with a text; the commands only
 * parse arguments, print and exit:
 *
 * <ul>
 *   <li>a name or path becomes a file by {@link
 *       io.tributary.activities.environment.EnvironmentFiles#find};
 *   <li>{@code check}: {@link io.tributary.activities.environment.EnvironmentCheck#of}, exit 0 or
 *       2;
 *   <li>{@code show}: {@link io.tributary.activities.environment.EnvironmentText#of} of {@link
 *       io.tributary.activities.environment.EnvironmentFile#load};
 *   <li>{@code routes}: {@link io.tributary.activities.environment.EnvironmentRoutes#of};
 *   <li>{@code diff}: {@link io.tributary.activities.environment.EnvironmentDiff#between} of two
 *       files, or of a file and {@link
 *       io.tributary.activities.environment.EnvironmentStore#newest}, exit 0 same, 1 different;
 *   <li>{@code publish}: {@link
 *       io.tributary.activities.environment.EnvironmentPublication#publish}.
 * </ul>
 *
 * <p>Every one of them may throw {@link io.tributary.activities.environment.EnvironmentProblems},
 * whose message is fit to be printed to standard error as it is, with exit code 2.
 */
@NullMarked
package io.tributary.activities.environment;

import org.jspecify.annotations.NullMarked;
