package io.tributary.workflows.job;

import io.tributary.workflows.notification.Notice;
import io.tributary.workflows.notification.NotificationActivities;
import java.util.ArrayList;
import java.util.List;

/** Keeps what people would be told. */
public final class FakeNotifications implements NotificationActivities {
  private final List<Notice> told = new ArrayList<>();

  @Override
  public synchronized void tell(Notice notice) {
    told.add(notice);
  }

  public synchronized List<Notice> told() {
    return new ArrayList<>(told);
  }
}
