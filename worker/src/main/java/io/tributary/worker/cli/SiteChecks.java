package io.tributary.worker.cli;

import io.temporal.failure.ApplicationFailure;
import io.tributary.activities.evidence.EvidenceStore;
import io.tributary.activities.evidence.EvidenceStores;
import io.tributary.activities.infrastructure.AwsClients;
import io.tributary.activities.payload.Payloads;
import io.tributary.activities.source.SourceSecrets;
import io.tributary.activities.statement.DataApiStatements;
import io.tributary.activities.statement.StatementPolicy;
import io.tributary.worker.Identity;
import io.tributary.worker.UserMistake;
import io.tributary.worker.temporal.SearchAttributes;
import io.tributary.worker.temporal.TemporalConnection;
import io.tributary.workflows.environment.Source;
import io.tributary.workflows.error.Failures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The prerequisites of one environment. Each is tried for real; nothing but one file is written.
 */
final class SiteChecks {
  private final Site site;

  SiteChecks(Site site) {
    this.site = site;
  }

  List<Finding> all() {
    List<Finding> findings = new ArrayList<>();
    findings.add(check("Temporal", this::temporal));
    findings.add(check("search attributes", this::searchAttributes));
    try (AwsClients aws =
        new AwsClients(site.spec().account().region(), site.spec().account().profile())) {
      Finding identity =
          check("AWS account", () -> Identity.require(aws.sts(), site.spec().account()));
      findings.add(identity);
      if (identity.well()) {
        findings.add(check("warehouse", () -> warehouse(aws)));
        for (Source source : site.spec().sources()) {
          findings.add(check("secret of " + source.name(), () -> secret(aws, source)));
        }
      }
      findings.add(check("evidence store", () -> evidence(aws)));
    }
    return findings;
  }

  private String temporal() {
    try (TemporalConnection temporal =
        TemporalConnection.open(site.temporal(), Payloads.converter())) {
      return temporal.target().address() + ", namespace " + temporal.target().namespace();
    }
  }

  private String searchAttributes() {
    try (TemporalConnection temporal =
        TemporalConnection.open(site.temporal(), Payloads.converter())) {
      SearchAttributes.require(temporal);
      return String.join(", ", SearchAttributes.NAMES);
    }
  }

  private String warehouse(AwsClients aws) {
    new DataApiStatements(aws.redshiftData(), StatementPolicy.standard(), InstantSource.system())
        .query(site.spec().warehouse().reference(), "SELECT 1");
    return site.spec().warehouse().name() + " answers SELECT 1";
  }

  private static String secret(AwsClients aws, Source source) {
    var unused = new SourceSecrets(aws.secretsManager()).read(source.secret());
    return "readable";
  }

  private String evidence(AwsClients aws) {
    EvidenceStore store = EvidenceStores.open(site.evidence(), aws::s3);
    String path = site.spec().name() + "/doctor.txt";
    store.write(path, Instant.now().toString().getBytes(StandardCharsets.UTF_8));
    return store.location(path) + " was written";
  }

  private static Finding check(String name, Callable<String> check) {
    try {
      return Finding.well(name, check.call());
    } catch (UserMistake e) {
      return Finding.ill(name, String.valueOf(e.getMessage()));
    } catch (ApplicationFailure e) {
      return Finding.ill(name, Failures.sentence(e));
    } catch (Exception e) {
      return Finding.ill(name, e.getClass().getSimpleName() + ": " + e.getMessage());
    }
  }
}
