package io.tributary.workflows.route;

import io.tributary.workflows.environment.SourceTable;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.environment.WarehouseKind;

/** What every zero-ETL asks of its target, and of the keys of its tables. */
final class TargetRules {
  private TargetRules() {}

  static void check(RouteQuestion question, Findings findings) {
    Warehouse warehouse = question.warehouse();
    findings.require(
        warehouse.kind() == WarehouseKind.SERVERLESS || warehouse.encrypted(),
        RouteRule.TARGET_ENCRYPTED,
        "encrypted: false",
        "Encrypt the cluster and set warehouse.encrypted: true.");
    findings.require(
        warehouse.caseSensitiveIdentifiers(),
        RouteRule.TARGET_CASE_SENSITIVE,
        "caseSensitiveIdentifiers: false",
        "Set warehouse.caseSensitiveIdentifiers: true; on a provisioned cluster that is a parameter"
            + " group and a reboot.");
    Warehouse.Provisioned nodes = warehouse.provisioned();
    if (warehouse.kind() == WarehouseKind.PROVISIONED && nodes != null) {
      nodes(nodes, question, findings);
    }
    question.tables().forEach(table -> primaryKey(table, findings));
    findings.require(
        question.freshness().compareTo(question.limits().replicationFreshness()) >= 0,
        RouteRule.FRESHNESS_REPLICATION,
        "freshness " + question.freshness(),
        "Promise " + question.limits().replicationFreshness() + " or more, or choose FEDERATED.");
  }

  private static void nodes(
      Warehouse.Provisioned nodes, RouteQuestion question, Findings findings) {
    boolean graviton = nodes.nodeType().startsWith("rg.");
    findings.require(
        nodes.nodeType().startsWith("ra3.") || (graviton && question.limits().zeroEtlRgNodes()),
        RouteRule.TARGET_NODE_TYPE,
        "nodeType " + nodes.nodeType(),
        graviton
            ? "Take RA3 nodes, or set routeLimits.zeroEtlRgNodes: true once AWS says that RG works."
            : "Take RA3 nodes or a serverless warehouse.");
    findings.require(
        nodes.nodes() >= question.limits().zeroEtlNodes(),
        RouteRule.TARGET_NODES,
        nodes.nodes() + " nodes",
        "Take " + question.limits().zeroEtlNodes() + " nodes or more.");
  }

  private static void primaryKey(SourceTable table, Findings findings) {
    String name = table.schema() + "." + table.name();
    Boolean declared = table.primaryKey();
    findings.require(
        declared == null || declared,
        RouteRule.TARGET_PRIMARY_KEY,
        name + " has none",
        "Declare one in the source, or give the table another route.");
    findings.note(
        declared == null, name + ": whether it has a primary key is left to the preflight.");
  }
}
