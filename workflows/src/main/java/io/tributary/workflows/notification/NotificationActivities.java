package io.tributary.workflows.notification;

import io.temporal.activity.ActivityInterface;

/** Tells people. */
@ActivityInterface(namePrefix = "Notification_")
public interface NotificationActivities {
  /**
   * Raises or clears the state of a subject in the ledger of errors and tells the contacts when it
   * changed; nothing when nothing changed. May be repeated: a second call finds no change.
   */
  void tell(Notice notice);
}
