package io.tributary.workflows.notification;

import org.jspecify.annotations.Nullable;

/**
 * Something that a person should know, sent once per change of state.
 *
 * @param environment the environment's name
 * @param subject what it is about, the key of its state: for instance {@code refresh marts}
 * @param code the name of the {@code ErrorCode}, or null when the trouble is over
 * @param detail one sentence; no secret, no row data
 * @param link where to look, null if nowhere
 */
public record Notice(
    String environment,
    String subject,
    @Nullable String code,
    String detail,
    @Nullable String link) {}
