package io.tributary.workflows.environment;

import org.jspecify.annotations.Nullable;

/**
 * A late-binding view: {@code CREATE VIEW … WITH NO SCHEMA BINDING}, so that a source that is not
 * there yet or changes does not forbid it. Takes effect when the specification is applied.
 *
 * @param name {@code schema.view}.
 * @param sql Its query. Every table in it is written with its schema, because a late-binding view
 *     has no search path.
 * @param comment What it shows: becomes the view's comment. Absent: none.
 */
public record View(
    @Format(TextFormat.QUALIFIED) String name, String sql, @Nullable String comment) {}
