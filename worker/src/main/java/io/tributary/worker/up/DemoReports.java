package io.tributary.worker.up;

import java.nio.file.Path;

/**
 * The last reports of a demonstration.
 *
 * @param refresh the page of the second refresh
 * @param reconciliation the page of the second reconciliation
 */
record DemoReports(Path refresh, Path reconciliation) {}
