package io.tributary.activities.ddl;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.ddl.Change.Action;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.state.Migrations;
import io.tributary.activities.state.OwnedObjects;
import io.tributary.activities.statement.WarehouseStatements;
import io.tributary.workflows.environment.EnvironmentSpec;
import io.tributary.workflows.environment.WarehouseRef;
import io.tributary.workflows.error.Failures;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes in the warehouse what the specification asks for: schemas, external schemas, late-binding
 * views, materialized views. It can be cut off anywhere and run again: what it made is known by
 * {@code tributary.owned_objects}, and what it cannot be sure of is made anew. It never touches
 * what somebody else made.
 */
public final class SpecificationWriter {
  private static final Logger LOG = LoggerFactory.getLogger(SpecificationWriter.class);

  private final WarehouseStatements statements;
  private final SourceAddresses addresses;
  private final Migrations migrations;
  private final OwnedObjects ownedObjects;

  /** Makes it with the addresses of secrets; nothing is sent. */
  public SpecificationWriter(WarehouseStatements statements, SourceSecrets secrets) {
    this(statements, new SecretAddresses(secrets));
  }

  /** Makes it; nothing is sent. */
  public SpecificationWriter(WarehouseStatements statements, SourceAddresses addresses) {
    this.statements = statements;
    this.addresses = addresses;
    this.migrations = new Migrations(statements);
    this.ownedObjects = new OwnedObjects(statements);
  }

  /**
   * Says what {@link #apply} would do, and changes nothing.
   *
   * @throws ApplicationFailure {@code OBJECT_FOREIGN}, {@code SPECIFICATION_INVALID}, {@code
   *     STATE_NEWER} and those of statements and secrets
   */
  public List<Change> plan(EnvironmentSpec spec) {
    return plan(spec, new WantedObjects(spec, addresses).inOrder());
  }

  private List<Change> plan(EnvironmentSpec spec, List<Wanted> wanted) {
    WarehouseRef warehouse = spec.warehouse().reference();
    List<OwnedObjects.Owned> owned =
        migrations.version(warehouse) == 0 ? List.of() : ownedObjects.all(warehouse);
    return new ChangePlan(wanted, Existing.read(statements, warehouse), owned).changes();
  }

  /**
   * Does it.
   *
   * @param key what makes the statements of this call the same when it is retried: another one for
   *     every run, because a statement with the same key and text is not run twice within 8 hours
   * @return what was done, also what was kept and what is an orphan
   * @throws ApplicationFailure as {@link #plan}; what was made before stays and is known
   */
  public List<Change> apply(EnvironmentSpec spec, String key) {
    List<Wanted> wanted = new WantedObjects(spec, addresses).inOrder();
    WarehouseRef warehouse = spec.warehouse().reference();
    migrations.migrate(warehouse);
    List<Change> changes = plan(spec, wanted);
    Map<String, Wanted> byName =
        wanted.stream().collect(Collectors.toMap(Wanted::name, Function.identity()));
    for (Change change : changes) {
      Wanted object = byName.get(change.name());
      if (change.effective() && object != null) {
        carryOut(warehouse, key, change, object);
      }
    }
    return changes;
  }

  private void carryOut(WarehouseRef warehouse, String key, Change change, Wanted object) {
    String step = key + "/" + change.action() + "/" + change.name();
    LOG.info("{} {} {}: {}", change.action(), change.kind(), change.name(), change.why());
    if (change.action() == Action.DROP) {
      statements.execute(warehouse, step, change.sqls().getFirst());
      return;
    }
    ownedObjects.announce(warehouse, step, object.owned());
    if (change.sqls().size() == 1) {
      statements.execute(warehouse, step, change.sqls().getFirst());
    } else {
      statements.transaction(warehouse, step, change.sqls());
    }
    mark(warehouse, step, object);
    ownedObjects.confirm(warehouse, step, object.owned());
  }

  /** The comment is for people: the table of owned objects decides. */
  private void mark(WarehouseRef warehouse, String step, Wanted object) {
    if (object.comment() == null) {
      return;
    }
    try {
      statements.execute(warehouse, step + "/comment", object.comment());
    } catch (ApplicationFailure failure) {
      // Whether Redshift takes comments on materialized views is not documented.
      LOG.warn("{} is not marked by a comment: {}", object.name(), Failures.sentence(failure));
    }
  }
}
