package io.tributary.workflows.notification;

import io.temporal.activity.ActivityOptions;
import io.temporal.failure.ActivityFailure;
import io.temporal.workflow.Workflow;
import io.tributary.workflows.error.Failures;
import io.tributary.workflows.job.Calls;
import java.time.Duration;

/** Tells people from within a run. That it fails does not change the run's result. */
public final class Notices {
  /** A run holds its lock while it tells: no longer than this. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private Notices() {}

  /** Raises or clears the state of a subject; a failure to do so is logged. */
  public static void tell(Notice notice) {
    ActivityOptions options =
        Calls.asking("tell about " + notice.subject()).toBuilder()
            .setScheduleToCloseTimeout(PATIENCE)
            .build();
    try {
      Workflow.newActivityStub(NotificationActivities.class, options).tell(notice);
    } catch (ActivityFailure e) {
      Workflow.getLogger(Notices.class)
          .error("nobody was told about {}: {}", notice.subject(), Failures.sentence(e));
    }
  }
}
