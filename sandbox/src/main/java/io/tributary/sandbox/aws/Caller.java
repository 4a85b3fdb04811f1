package io.tributary.sandbox.aws;

/**
 * Who signed a call.
 *
 * @param accessKeyId access key of the signature
 * @param account account the key belongs to
 */
public record Caller(String accessKeyId, String account) {}
