package io.tributary.workflows.environment;

/**
 * The published specification that a run works with until it ends.
 *
 * @param environment its name
 * @param digest SHA-256 of its canonical JSON, in hex; names {@code specs/<digest>.json}
 * @param accountId the AWS account, verified against the caller's identity
 * @param region the AWS region, verified likewise
 */
public record PinnedEnvironment(
    String environment, String digest, String accountId, String region) {}
