package io.tributary.worker.cli;

import io.tributary.activities.environment.EnvironmentPublication;
import io.tributary.activities.environment.EnvironmentStore;
import io.tributary.activities.evidence.EvidenceStores;
import io.tributary.activities.infrastructure.AwsClients;
import io.tributary.worker.Identity;
import io.tributary.workflows.environment.EnvironmentSpec;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "publish",
    description = "Make a specification the newest of its environment; runs that start now use it.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tributary env publish prod",
      "",
      "Exit codes: 0 published, 2 problems or an evidence store that cannot be written."
    })
final class EnvPublishCommand implements Callable<Integer> {
  private final Shell shell;

  @Parameters(paramLabel = "NAME|FILE", description = "The environment.")
  private String environment = "";

  @Option(
      names = "--evidence",
      paramLabel = "FOLDER|S3",
      description = "The evidence store. Default: as the specification says.")
  private @Nullable String evidence;

  EnvPublishCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() {
    EnvironmentSpec spec = Site.read(Site.file(shell, environment));
    String location = evidence == null ? spec.evidence().store() : evidence;
    try (AwsClients aws = new AwsClients(spec.account().region(), spec.account().profile())) {
      if (location.startsWith("s3:")) {
        var unused = Identity.require(aws.sts(), spec.account());
      }
      EnvironmentStore store = new EnvironmentStore(EvidenceStores.open(location, aws::s3));
      shell.out().println(EnvironmentPublication.publish(spec, store).text().stripTrailing());
    }
    return ExitCodes.DONE;
  }
}
