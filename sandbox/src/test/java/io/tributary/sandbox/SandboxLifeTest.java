package io.tributary.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/** How the process of the sandbox lives, ends, and begins again. */
@Timeout(180)
class SandboxLifeTest {
  private static final String[] SMALL = {"--scale", "0.001", "--temporal", "in-process"};

  @TempDir Path folder;

  @Test
  void isPrivateAndLeavesNoProcessOnSigterm() throws Exception {
    try (var run = ProcessRun.start(folder, SMALL)) {
      run.ready();
      var family = run.family();
      assertThat(family).as("databases").isNotEmpty();
      for (String name : List.of("sandbox.json", "sandbox.env", "secrets.json")) {
        assertThat(Files.getPosixFilePermissions(folder.resolve(name)))
            .as(name)
            .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      }

      run.terminate();

      assertThat(run.exitCode()).isEqualTo(143);
      assertAllEnd(family);
      assertThat(folder.resolve("sandbox.json")).doesNotExist();
      assertThat(run.printed()).contains("ready: ").doesNotContain("Exception");
    }
  }

  @Test
  void startsAgainAfterAKillWithItsDataAndItsAddresses() throws Exception {
    List<ProcessHandle> orphans;
    String address;
    try (var killed = ProcessRun.start(folder, SMALL)) {
      var handle = killed.ready();
      address = handle.json().path("aws").asText();
      try (var secrets = handle.client(SecretsManagerClient.builder())) {
        secrets.createSecret(r -> r.name("kept").secretString("value"));
      }
      orphans = killed.family();
      assertThat(orphans).as("databases").isNotEmpty();
      killed.kill();
    }

    try (var run = ProcessRun.start(folder, SMALL)) {
      var handle = run.ready();

      assertAllEnd(orphans);
      assertThat(handle.json().path("aws").asText()).isEqualTo(address);
      try (var secrets = handle.client(SecretsManagerClient.builder())) {
        assertThat(secrets.getSecretValue(r -> r.secretId("kept")).secretString())
            .isEqualTo("value");
      }
    }
  }

  @Test
  void aChildEndsWithItsParentAndLeavesNothing() throws Exception {
    var state = folder.resolve("child");
    try (var run = ProcessRun.start(state, "--scale", "0.001", "--temporal", "none", "--child")) {
      run.ready();
      var family = run.family();
      assertThat(family).as("databases").isNotEmpty();

      run.closeInput();

      assertThat(run.exitCode()).isZero();
      assertAllEnd(family);
      assertThat(state).doesNotExist();
    }
  }

  private static void assertAllEnd(List<ProcessHandle> processes) throws Exception {
    for (ProcessHandle process : processes) {
      process.onExit().get(15, TimeUnit.SECONDS);
    }
  }
}
