package io.tributary.workflows.environment;

import org.jspecify.annotations.Nullable;

/**
 * A schema that Tributary makes in the warehouse. Takes effect when the specification is applied.
 *
 * @param name Its name.
 * @param comment What it is for: becomes the schema's comment. Absent: none.
 */
public record WarehouseSchema(
    @Format(TextFormat.IDENTIFIER) String name, @Nullable String comment) {}
