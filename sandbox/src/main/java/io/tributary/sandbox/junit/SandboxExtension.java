package io.tributary.sandbox.junit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/**
 * Gives a test class a sandbox in a process of its own. Register it in a static field:
 * {@code @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();}
 *
 * <p>The shared one starts once for all test classes of the JVM and ends with the last one. After
 * each test all injected faults are removed.
 */
public final class SandboxExtension
    implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final Namespace NAMESPACE = Namespace.create(SandboxExtension.class);
  private static final List<String> SMALL = List.of("--scale", "0.001", "--temporal", "in-process");

  private final boolean shared;
  private final List<String> options;
  private @Nullable SandboxProcess process;

  private SandboxExtension(boolean shared, List<String> options) {
    this.shared = shared;
    this.options = options;
  }

  /** The sandbox that all test classes share: scale 0.001, Temporal in-process. */
  public static SandboxExtension shared() {
    return new SandboxExtension(true, SMALL);
  }

  /** A sandbox of this class alone, with these options besides those of the shared one. */
  public SandboxExtension withOptions(String... more) {
    var all = new ArrayList<>(options);
    all.addAll(Arrays.asList(more));
    return new SandboxExtension(false, all);
  }

  /** The running sandbox. */
  public SandboxHandle handle() {
    if (process == null) {
      throw new IllegalStateException("The sandbox has not started: is the field static?");
    }
    return process.handle();
  }

  /** Steers the running sandbox. */
  public SandboxControl control() {
    return handle().control();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    process =
        shared
            ? context
                .getRoot()
                .getStore(NAMESPACE)
                .computeIfAbsent(
                    "process", key -> SandboxProcess.start(options), SandboxProcess.class)
            : SandboxProcess.start(options);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    control().removeAllFaults();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (!shared && process != null) {
      process.close();
    }
  }
}
