package io.tributary.workflows.environment;

import java.util.List;
import java.util.SortedMap;

/**
 * The specification of one environment: what should exist. It holds no secret, and is a plain
 * value: what is wrong with it is said by the reader, never by a constructor, because a value that
 * crosses Temporal must always be readable. Takes effect when it is published, for runs that start
 * after that.
 *
 * @param version The version of this format.
 * @param name The environment's name. Part of the namespace, queues, workflow ids and evidence.
 * @param account The AWS account.
 * @param network The network of the warehouse.
 * @param warehouse The warehouse.
 * @param sources The databases whose tables the warehouse shall have.
 * @param routeLimits Numbers of Redshift's rules that change, or that no public page states.
 * @param schemas The schemas that are made in the warehouse, besides external ones.
 * @param views The late-binding views.
 * @param materializedViews The materialized views. The order of their refresh follows from their
 *     dependencies, not from this list.
 * @param refreshGroups The groups of materialized views.
 * @param reconciliationGroups The groups of tables that are compared.
 * @param roles The roles of the warehouse.
 * @param policies The masking and row-level policies.
 * @param schedules When jobs start by themselves.
 * @param thresholds From where on something is worth an alarm.
 * @param approvals Who says yes to changes.
 * @param contacts Who is told, in the order of escalation.
 * @param risks The risks of the roll-out.
 * @param consumers Who reads the warehouse.
 * @param naming How created things are called.
 * @param tags Tags of everything that is created in AWS. Cost reports group by them.
 * @param baselines What it was like before.
 * @param successMetrics What the roll-out is measured by.
 * @param evidence Where reports are kept.
 * @param notifications How people hear of a change of state.
 */
public record EnvironmentSpec(
    @Limits(min = "1", max = "1") int version,
    @Format(TextFormat.NAME) String name,
    Account account,
    Network network,
    Warehouse warehouse,
    List<Source> sources,
    RouteLimits routeLimits,
    List<WarehouseSchema> schemas,
    List<View> views,
    List<MaterializedView> materializedViews,
    List<RefreshGroup> refreshGroups,
    List<ReconciliationGroup> reconciliationGroups,
    List<Role> roles,
    List<Policy> policies,
    List<Schedule> schedules,
    Thresholds thresholds,
    Approvals approvals,
    List<Contact> contacts,
    List<Risk> risks,
    List<Consumer> consumers,
    Naming naming,
    SortedMap<String, String> tags,
    Baselines baselines,
    SuccessMetrics successMetrics,
    Evidence evidence,
    Notifications notifications) {}
