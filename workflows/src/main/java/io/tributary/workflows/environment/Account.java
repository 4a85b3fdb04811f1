package io.tributary.workflows.environment;

import org.jspecify.annotations.Nullable;

/**
 * The AWS account that the environment lives in. Takes effect with the next run.
 *
 * @param id The account's number. Every run first compares it with the caller's identity and stops
 *     on another one.
 * @param region The region of the warehouse. Compared like the account; secrets and buckets are
 *     looked up there.
 * @param profile The profile of the AWS configuration file that a worker and the command line use.
 *     Absent: the SDK's ordinary search for credentials. Takes effect when a process starts.
 */
public record Account(
    @Format(TextFormat.ACCOUNT_ID) String id,
    @Format(TextFormat.REGION) String region,
    @Nullable String profile) {}
