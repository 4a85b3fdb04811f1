package io.tributary.worker.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tributary.workflows.job.Ids;
import io.tributary.workflows.job.Job;
import io.tributary.workflows.job.Mode;
import io.tributary.workflows.job.StartInput;
import io.tributary.workflows.reconciliation.Depth;
import io.tributary.workflows.reconciliation.ReconciliationInput;
import io.tributary.workflows.refresh.RefreshInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "examples",
    description = "Print the JSON to paste in the Temporal UI and a link with the form filled in.",
    footerHeading = "%nExample:%n",
    footer = {"  tributary examples refresh", "", "Exit codes: 0 done, 2 bad input."})
final class ExamplesCommand implements Callable<Integer> {
  private static final String DEFAULT_UI = "http://localhost:8233";
  private static final ObjectMapper JSON = JsonMapper.builder().build();

  private final Shell shell;

  @Mixin private SiteOptions site = new SiteOptions();

  @Parameters(
      paramLabel = "JOB",
      converter = JobNouns.class,
      completionCandidates = JobNouns.class,
      description = "One of: ${COMPLETION-CANDIDATES}.")
  private Job job = Job.REFRESH;

  ExamplesCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    Site at = site.site(shell);
    shell.out().println("Everything, with the defaults: no input, or {}");
    shell.out().println();
    shell.out().println("All fields (each is optional):");
    shell.out().println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(example(at)));
    shell.out().println();
    if (at.ui() == null) {
      shell.out().println("The link, with " + DEFAULT_UI + " replaced by your Temporal UI:");
    } else {
      shell.out().println("The form with everything but the input filled in:");
    }
    shell.out().println(link(at));
    return ExitCodes.DONE;
  }

  private StartInput example(Site at) {
    String environment = at.spec().name();
    return switch (job) {
      case REFRESH ->
          new RefreshInput(environment, List.of(firstView(at)), false, 4, Mode.APPLY, null);
      case RECONCILIATION ->
          new ReconciliationInput(
              environment, List.of(firstTable(at)), Depth.ROWS, 4, Mode.APPLY, null);
    };
  }

  private static String firstView(Site at) {
    return at.spec().materializedViews().isEmpty()
        ? "all"
        : at.spec().materializedViews().getFirst().name();
  }

  private static String firstTable(Site at) {
    return at.spec().reconciliationGroups().isEmpty()
        ? "all"
        : at.spec().reconciliationGroups().getFirst().tables().getFirst();
  }

  private String link(Site at) {
    String ui = at.ui() == null ? DEFAULT_UI : at.ui();
    return "%s/namespaces/%s/workflows/start-workflow?workflowId=%s&taskQueue=%s&workflowType=%s"
        .formatted(
            ui,
            encoded(at.temporal().namespace()),
            encoded("ui-" + job.noun()),
            encoded(Ids.taskQueue(at.spec().name())),
            encoded(job.workflowType()));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
