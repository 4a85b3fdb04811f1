package io.tributary.workflows.environment;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the warehouse stands in the network. Takes effect with the next rollout.
 *
 * @param vpc The VPC of the warehouse. Absent: the warehouse is adopted and its network is only
 *     read.
 * @param securityGroups The security groups of the warehouse. Those of the sources must let them in
 *     for federated queries.
 * @param subnets The subnets of the warehouse, each in a zone of its own. At least two; with {@code
 *     enhancedVpcRouting} at least three, because Redshift Serverless refuses fewer.
 * @param enhancedVpcRouting Whether traffic of COPY, UNLOAD and federated queries stays in the VPC.
 *     Federated queries into another VPC need it; it may need interface endpoints, for Secrets
 *     Manager among others. Relates to {@code subnets}.
 */
public record Network(
    @Format(TextFormat.VPC) @Nullable String vpc,
    @Format(TextFormat.SECURITY_GROUP) List<String> securityGroups,
    @Format(TextFormat.SUBNET) List<String> subnets,
    @Default("false") boolean enhancedVpcRouting) {}
