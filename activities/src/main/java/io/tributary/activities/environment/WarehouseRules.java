package io.tributary.activities.environment;

import io.tributary.workflows.environment.Network;
import io.tributary.workflows.environment.Warehouse;
import io.tributary.workflows.environment.WarehouseKind;

/** What Redshift demands of a warehouse and of its network. */
final class WarehouseRules {
  private WarehouseRules() {}

  static void check(SpecDraft draft) {
    draft.part("warehouse", Warehouse.class).ifPresent(warehouse -> warehouse(draft, warehouse));
    draft.part("network", Network.class).ifPresent(network -> network(draft, network));
  }

  private static void warehouse(SpecDraft draft, Warehouse warehouse) {
    if (warehouse.kind() == WarehouseKind.SERVERLESS) {
      serverless(draft, warehouse);
    } else {
      provisioned(draft, warehouse);
    }
  }

  private static void serverless(SpecDraft draft, Warehouse warehouse) {
    int port = warehouse.port();
    if (!(port >= 5431 && port <= 5455) && !(port >= 8191 && port <= 8215)) {
      draft.report(
          warehouse,
          "port",
          port + " is no port of a serverless warehouse",
          "Give 5431 to 5455 or 8191 to 8215.");
    }
    if (!warehouse.encrypted()) {
      draft.report(
          warehouse, "encrypted", "false", "A serverless warehouse is always encrypted: true.");
    }
    if (warehouse.provisioned() != null) {
      draft.report(
          warehouse,
          "provisioned",
          "nodes of a serverless warehouse",
          "Take it away, or set kind: PROVISIONED.");
    }
    Integer most = warehouse.serverless().maxCapacity();
    if (most != null && most < warehouse.serverless().baseCapacity()) {
      draft.report(
          warehouse,
          "serverless.maxCapacity",
          most + " is less than baseCapacity " + warehouse.serverless().baseCapacity(),
          "Give at least the base capacity.");
    }
  }

  private static void provisioned(SpecDraft draft, Warehouse warehouse) {
    Warehouse.Provisioned nodes = warehouse.provisioned();
    if (nodes == null) {
      draft.report(
          warehouse,
          "provisioned",
          "this is required and missing for kind: PROVISIONED",
          "Give nodeType and nodes.");
    } else if (nodes.nodeType().startsWith("dc2.")) {
      draft.report(
          nodes,
          "nodeType",
          nodes.nodeType() + " reached its end of life on 2026-04-24",
          "Give an RA3 type like ra3.xlplus, or choose kind: SERVERLESS.");
    }
    if (warehouse.namespace() != null) {
      draft.report(
          warehouse,
          "namespace",
          SecretGuard.shown(warehouse.namespace()) + " has no meaning for a cluster",
          "Take it away, or set kind: SERVERLESS.");
    }
  }

  private static void network(SpecDraft draft, Network network) {
    int subnets = network.subnets().size();
    boolean created =
        draft
            .part("warehouse", Warehouse.class)
            .filter(warehouse -> warehouse.managed() == Warehouse.Management.CREATE)
            .isPresent();
    int needed = network.enhancedVpcRouting() ? 3 : 2;
    if (subnets < needed && (created || subnets > 0)) {
      draft.report(
          network,
          "subnets",
          subnets + " with enhancedVpcRouting: " + network.enhancedVpcRouting(),
          "Redshift Serverless needs "
              + needed
              + " subnets in "
              + needed
              + " zones then."
              + (network.enhancedVpcRouting() ? " Or set enhancedVpcRouting: false (two)." : ""));
    }
    if (network.subnets().stream().distinct().count() < subnets) {
      draft.report(network, "subnets", "the same subnet twice", "Give each once.");
    }
    if (created && (network.vpc() == null || network.securityGroups().isEmpty())) {
      draft.report(
          network,
          network.vpc() == null ? "vpc" : "securityGroups",
          "this is required and missing for managed: CREATE",
          "Give vpc and securityGroups, or set warehouse.managed: ADOPT.");
    }
  }
}
