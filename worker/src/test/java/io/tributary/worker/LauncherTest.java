package io.tributary.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in an installation of its own, with JDKs and a Maven that only say who they are. */
@Timeout(60)
class LauncherTest {
  private static final List<String> TOOLS =
      List.of(
          "bash",
          "sed",
          "dirname",
          "readlink",
          "find",
          "head",
          "mkdir",
          "cat",
          "rm",
          "mv",
          "sleep",
          "grep",
          "env");

  @TempDir private Path folder = Path.of("");

  private Path root = Path.of("");
  private final Map<String, String> variables = new TreeMap<>();

  @BeforeEach
  void makeInstallation() throws IOException {
    root = Files.createDirectories(folder.resolve("root"));
    Files.copy(
        Path.of(System.getProperty("tributary.root")).resolve("tributary"),
        root.resolve("tributary"));
    for (String module : List.of("workflows", "activities", "worker", "sandbox")) {
      Files.createDirectories(root.resolve(module).resolve("src/main"));
      Files.writeString(root.resolve(module).resolve("pom.xml"), "<project/>");
    }
    Files.writeString(root.resolve("pom.xml"), "<project/>");
    Path tools = Files.createDirectories(folder.resolve("tools"));
    for (String tool : TOOLS) {
      program(tools.resolve(tool), "exec " + tool(tool) + " \"$@\"");
    }
    variables.put("PATH", tools.toString());
    variables.put("HOME", folder.resolve("nobody").toString());
    variables.put("TRIBUTARY_JVM_FOLDER", folder.resolve("jvm").toString());
  }

  @Test
  void saysInOneLineWhatToInstallWithoutAJdk() throws Exception {
    jdk("jvm/old", "17.0.1");

    Ran ran = launch("version");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.lines()).hasSize(1);
    assertThat(ran.text()).contains("no JDK 21 or newer").contains("JAVA_HOME");
  }

  @Test
  void prefersTheNewestLongTermRelease() throws Exception {
    jdk("jvm/a", "21.0.4");
    jdk("jvm/b", "25.0.1");
    jdk("jvm/c", "26");
    built();

    assertThat(launch("version").text()).contains("jvm/b");
  }

  @Test
  void takesAReleaseInBetweenWhenThereIsNoOther() throws Exception {
    jdk("jvm/a", "23.0.4");
    built();

    assertThat(launch("version").text()).contains("jvm/a");
  }

  @Test
  void followsJavaHomeWhenItIsNewEnough() throws Exception {
    jdk("jvm/b", "25.0.1");
    variables.put("JAVA_HOME", jdk("chosen", "21.0.1").toString());
    built();
    assertThat(launch("version").text()).contains("chosen");

    variables.put("JAVA_HOME", jdk("tooold", "17.0.1").toString());
    assertThat(launch("version").text()).contains("jvm/b");
  }

  @Test
  void findsTheInstallationThroughALinkFromAnotherFolder() throws Exception {
    jdk("jvm/b", "25.0.1");
    built();
    Path links = Files.createDirectories(folder.resolve("links"));
    Files.createSymbolicLink(links.resolve("t1"), Path.of("../root/tributary"));
    Files.createSymbolicLink(links.resolve("t2"), links.resolve("t1"));

    Ran ran = launch(links.resolve("t2"), links, "version");

    assertThat(ran.text()).contains("-Dtributary.home=" + root.toRealPath());
  }

  @Test
  void refusesOfflineBeforeTheFirstBuild() throws Exception {
    jdk("jvm/b", "25.0.1");
    maven(0);

    Ran ran = launch("up", "--offline");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.lines()).hasSize(1);
    assertThat(ran.text()).contains("--offline needs an earlier build");
  }

  @Test
  void saysInOneLineThatMavenIsMissing() throws Exception {
    jdk("jvm/b", "25.0.1");

    Ran ran = launch("version");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.lines()).hasSize(1);
    assertThat(ran.text()).contains("Maven is missing");
  }

  @Test
  void buildsOnFirstUseAndWhenASourceIsNewer() throws Exception {
    jdk("jvm/b", "25.0.1");
    maven(0);

    Ran first = launch("version");
    assertThat(first.code()).isZero();
    assertThat(first.lines()).hasSize(2).first().asString().contains("building");
    assertThat(builds()).isEqualTo(1);
    launch("version");
    assertThat(builds()).isEqualTo(1);

    Path source = Files.writeString(root.resolve("worker/src/main/New.java"), "class New {}");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    launch("up", "--offline");
    assertThat(builds()).isEqualTo(2);
    assertThat(Files.readString(root.resolve("builds"))).contains(" -o ");
  }

  @Test
  void namesTheLogOfABuildThatFails() throws Exception {
    jdk("jvm/b", "25.0.1");
    maven(1);

    Ran ran = launch("version");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.text()).contains("[ERROR] it does not compile").contains("build.log");
  }

  @Test
  void saysThatItsFolderCannotBeWritten() throws Exception {
    jdk("jvm/b", "25.0.1");
    maven(0);
    Files.writeString(root.resolve(".tributary"), "a file where a folder should be");

    Ran ran = launch("version");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.text()).contains("cannot write").contains(".tributary");
  }

  /** What a run printed. */
  private record Ran(int code, String text) {
    List<String> lines() {
      return text.lines().toList();
    }
  }

  private Ran launch(String... arguments) throws Exception {
    return launch(root.resolve("tributary"), folder, arguments);
  }

  private Ran launch(Path launcher, Path from, String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", launcher.toString()));
    command.addAll(List.of(arguments));
    command.set(0, folder.resolve("tools/bash").toString());
    ProcessBuilder builder = new ProcessBuilder(command).directory(from.toFile());
    builder.environment().clear();
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ran(process.exitValue(), text);
  }

  private Path jdk(String place, String version) throws IOException {
    Path home = folder.resolve(place);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(home.resolve("bin/javac"), "exit 0");
    program(home.resolve("bin/java"), "echo \"$0 $*\"");
    return home;
  }

  private void maven(int code) throws IOException {
    program(
        folder.resolve("tools/mvn"),
        "echo \"$*\" >> builds; echo '[ERROR] it does not compile'; "
            + "mkdir -p worker/target/lib sandbox/target/lib; exit "
            + code);
  }

  private void built() throws IOException {
    Files.createDirectories(root.resolve("worker/target/lib"));
    Files.createDirectories(root.resolve("sandbox/target/lib"));
    Path stamp = Files.writeString(root.resolve("worker/target/launcher.built"), "");
    Files.setLastModifiedTime(stamp, FileTime.from(Instant.now().plusSeconds(60)));
  }

  private long builds() throws IOException {
    return Files.readAllLines(root.resolve("builds")).size();
  }

  private static void program(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static Path tool(String name) {
    for (Path place : List.of(Path.of("/bin"), Path.of("/usr/bin"))) {
      if (Files.isExecutable(place.resolve(name))) {
        return place.resolve(name);
      }
    }
    throw new IllegalStateException("this machine has no " + name);
  }
}
