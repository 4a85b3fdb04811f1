package io.tributary.sandbox;

import io.tributary.sandbox.aws.Authority;
import io.tributary.sandbox.aws.AwsAnswers;
import io.tributary.sandbox.aws.AwsEndpoint;
import io.tributary.sandbox.aws.AwsService;
import io.tributary.sandbox.aws.AwsServices;
import io.tributary.sandbox.aws.CallCounts;
import io.tributary.sandbox.aws.CallGate;
import io.tributary.sandbox.aws.s3.S3Store;
import io.tributary.sandbox.aws.secretsmanager.SecretStore;
import io.tributary.sandbox.aws.secretsmanager.SecretsManagerFake;
import io.tributary.sandbox.aws.sts.StsFake;
import io.tributary.sandbox.control.ControlAnswers;
import io.tributary.sandbox.dataapi.Warehouse;
import io.tributary.sandbox.temporal.TemporalServers;
import io.tributary.sandbox.tpch.Aurora;
import io.tributary.sandbox.trouble.Conditions;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Everything a sandbox consists of, wired. */
final class SandboxParts {
  private SandboxParts() {}

  /** All parts, in the order in which they start. */
  static List<Part> of(SandboxOptions options, StateDirectory state, Conditions conditions)
      throws IOException {
    var services = new AwsServices();
    var secrets =
        new SecretStore(
            state,
            "arn:aws:secretsmanager:%s:%s:secret:".formatted(options.region(), options.account()),
            conditions.clock());
    var secretsManager = new SecretsManagerFake(secrets, conditions.clock());
    services.add(new AwsService<>("sts", StsClient.class, StsFake::new));
    services.add(
        new AwsService<>("secretsmanager", SecretsManagerClient.class, caller -> secretsManager));

    var context = new SandboxContext(options, state, conditions, services, secrets);
    List<Part> parts = new ArrayList<>();
    TemporalServers.find(options.temporal(), state).ifPresent(parts::add);
    parts.add(new Together(new Aurora(context), new Warehouse(context)));
    parts.add(endpoint(context));
    return parts;
  }

  private static Part endpoint(SandboxContext context) throws IOException {
    var counts = new CallCounts();
    int port = context.options().port();
    return new AwsEndpoint(
        port == 0 ? context.state().ports().take("aws") : port,
        new AwsAnswers(
            new Authority(context.options().account()),
            context.services(),
            new S3Store(context.state().resolve("s3")),
            new CallGate(context.conditions(), counts)),
        new ControlAnswers(context.conditions(), counts));
  }
}
