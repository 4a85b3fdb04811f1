package io.tributary.workflows.environment;

import org.jspecify.annotations.Nullable;

/**
 * Where the Data API finds the warehouse.
 *
 * @param kind decides whether {@code name} is a workgroup or a cluster identifier
 * @param name the workgroup or cluster identifier
 * @param database the database in which statements run
 * @param secretArn the secret of the service user, or null to use the worker's IAM identity
 */
public record WarehouseRef(
    WarehouseKind kind, String name, String database, @Nullable String secretArn) {}
