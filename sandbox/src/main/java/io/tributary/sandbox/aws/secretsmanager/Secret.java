package io.tributary.sandbox.aws.secretsmanager;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A secret with its versions. A staging label is attached to one version at most.
 *
 * @param deletion when it was marked for deletion; null for a living one
 */
record Secret(
    String name,
    String arn,
    @Nullable String description,
    Instant created,
    Instant changed,
    @Nullable Instant deletion,
    Map<String, String> tags,
    List<SecretVersion> versions) {
  static final String CURRENT = "AWSCURRENT";
  static final String PREVIOUS = "AWSPREVIOUS";

  boolean isNamed(String id) {
    return name.equals(id) || arn.equals(id) || arn.substring(0, arn.length() - 7).equals(id);
  }

  Optional<SecretVersion> version(String id) {
    return versions.stream().filter(version -> version.id().equals(id)).findFirst();
  }

  Optional<SecretVersion> staged(String stage) {
    return versions.stream().filter(version -> version.stages().contains(stage)).findFirst();
  }

  /** Adds a version without labels. */
  Secret plus(SecretVersion version) {
    var more = new ArrayList<>(versions);
    more.add(version);
    return with(more, version.created());
  }

  /**
   * Moves a label to a version. The version that loses AWSCURRENT gets AWSPREVIOUS.
   *
   * @param to the version that gets it; null only takes it away
   */
  Secret move(String stage, @Nullable String to, Instant now) {
    var from = staged(stage).map(SecretVersion::id).orElse(null);
    if (from != null && from.equals(to)) {
      return this;
    }
    var moved = detached(stage, now);
    if (to != null) {
      moved = moved.changed(to, version -> version.with(stage), now);
    }
    return stage.equals(CURRENT) && from != null
        ? moved.detached(PREVIOUS, now).changed(from, version -> version.with(PREVIOUS), now)
        : moved;
  }

  Secret deleted(@Nullable Instant when) {
    return new Secret(name, arn, description, created, changed, when, tags, versions);
  }

  private Secret detached(String stage, Instant now) {
    return with(versions.stream().map(version -> version.without(stage)).toList(), now);
  }

  private Secret changed(String id, UnaryOperator<SecretVersion> change, Instant now) {
    return with(versions.stream().map(v -> v.id().equals(id) ? change.apply(v) : v).toList(), now);
  }

  private Secret with(List<SecretVersion> newVersions, Instant now) {
    return new Secret(name, arn, description, created, now, deletion, tags, newVersions);
  }

  /** Never a value. */
  @Override
  public String toString() {
    return "Secret[" + name + "]";
  }
}
