package io.tributary.sandbox;

import io.tributary.sandbox.aws.AwsServices;
import io.tributary.sandbox.aws.secretsmanager.SecretVault;
import io.tributary.sandbox.trouble.Conditions;

/**
 * What every {@link Part} is given.
 *
 * @param options what the sandbox was asked for: account, region, scale …
 * @param state the folder that holds everything the sandbox keeps
 * @param conditions clock, injected faults and everyday trouble
 * @param services where a part registers the AWS services it plays
 * @param secrets the secrets that Secrets Manager serves
 */
public record SandboxContext(
    SandboxOptions options,
    StateDirectory state,
    Conditions conditions,
    AwsServices services,
    SecretVault secrets) {}
