package io.tributary.workflows.environment;

/**
 * How things are called that Tributary creates in AWS. Takes effect with the next rollout; what
 * exists is not renamed.
 *
 * @param prefix The beginning of every name. With the environment's name it keeps two environments
 *     of one account apart.
 */
public record Naming(@Default("tributary") @Format(TextFormat.NAME) String prefix) {}
