package io.tributary.sandbox.aws.secretsmanager;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.CreateSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DeleteSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordResponse;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretVersionIdsResponse;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsRequest;
import software.amazon.awssdk.services.secretsmanager.model.ListSecretsResponse;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueRequest;
import software.amazon.awssdk.services.secretsmanager.model.PutSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretRequest;
import software.amazon.awssdk.services.secretsmanager.model.RestoreSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.secretsmanager.model.SecretVersionsListEntry;
import software.amazon.awssdk.services.secretsmanager.model.Tag;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageResponse;

/** Secrets Manager: versions and staging labels behave as at AWS. */
public final class SecretsManagerFake implements SecretsManagerClient {
  private static final int SUFFIX = 6;

  private final SecretStore store;
  private final InstantSource clock;
  private final RandomPassword passwords = new RandomPassword();

  public SecretsManagerFake(SecretStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  @Override
  public CreateSecretResponse createSecret(CreateSecretRequest request) {
    var value =
        Value.of(request.clientRequestToken(), request.secretString(), request.secretBinary());
    Map<String, String> tags =
        request.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value, (a, b) -> b));
    synchronized (store) {
      var existing = store.find(request.name());
      if (existing.isPresent() && !repeats(existing.get(), value)) {
        throw exists("the secret " + request.name() + " already exists");
      }
      var now = clock.instant();
      var suffix =
          passwords.draw(
              GetRandomPasswordRequest.builder()
                  .passwordLength((long) SUFFIX)
                  .excludePunctuation(true)
                  .build());
      var secret =
          existing.orElseGet(
              () ->
                  new Secret(
                      request.name(),
                      store.arn(request.name(), suffix),
                      request.description(),
                      now,
                      now,
                      null,
                      tags,
                      List.of()));
      var answer = CreateSecretResponse.builder().arn(secret.arn()).name(secret.name());
      if (value.isPresent()) {
        secret = put(secret, value, List.of(Secret.CURRENT));
        answer.versionId(value.id());
      }
      store.put(secret);
      return answer.build();
    }
  }

  @Override
  public PutSecretValueResponse putSecretValue(PutSecretValueRequest request) {
    var value =
        Value.of(request.clientRequestToken(), request.secretString(), request.secretBinary());
    if (!value.isPresent()) {
      throw invalidRequest("You must provide either SecretString or SecretBinary.");
    }
    List<String> stages =
        request.versionStages().isEmpty() ? List.of(Secret.CURRENT) : request.versionStages();
    var secret = store.change(living(request.secretId()), present -> put(present, value, stages));
    return PutSecretValueResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .versionId(value.id())
        .versionStages(secret.version(value.id()).orElseThrow().stages())
        .build();
  }

  @Override
  public GetSecretValueResponse getSecretValue(GetSecretValueRequest request) {
    var secret = living(request.secretId());
    var version = versionOf(secret, request);
    var answer =
        GetSecretValueResponse.builder()
            .arn(secret.arn())
            .name(secret.name())
            .versionId(version.id())
            .secretString(version.text())
            .versionStages(version.stages())
            .createdDate(version.created());
    if (version.binary() != null) {
      answer.secretBinary(Value.decoded(version.binary()));
    }
    return answer.build();
  }

  @Override
  public DescribeSecretResponse describeSecret(DescribeSecretRequest request) {
    var secret = known(request.secretId());
    return DescribeSecretResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .description(secret.description())
        .createdDate(secret.created())
        .lastChangedDate(secret.changed())
        .deletedDate(secret.deletion())
        .versionIdsToStages(stages(secret))
        .tags(tags(secret))
        .build();
  }

  @Override
  public ListSecretVersionIdsResponse listSecretVersionIds(ListSecretVersionIdsRequest request) {
    var secret = known(request.secretId());
    boolean deprecated = Boolean.TRUE.equals(request.includeDeprecated());
    return ListSecretVersionIdsResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .versions(
            secret.versions().stream()
                .filter(version -> deprecated || !version.stages().isEmpty())
                .map(
                    version ->
                        SecretVersionsListEntry.builder()
                            .versionId(version.id())
                            .versionStages(version.stages())
                            .createdDate(version.created())
                            .build())
                .toList())
        .build();
  }

  @Override
  public UpdateSecretVersionStageResponse updateSecretVersionStage(
      UpdateSecretVersionStageRequest request) {
    var secret =
        store.change(
            living(request.secretId()), present -> StageMove.apply(present, request, clock));
    return UpdateSecretVersionStageResponse.builder().arn(secret.arn()).name(secret.name()).build();
  }

  @Override
  public GetRandomPasswordResponse getRandomPassword(GetRandomPasswordRequest request) {
    return GetRandomPasswordResponse.builder().randomPassword(passwords.draw(request)).build();
  }

  @Override
  public DeleteSecretResponse deleteSecret(DeleteSecretRequest request) {
    var secret = living(request.secretId());
    boolean now = Boolean.TRUE.equals(request.forceDeleteWithoutRecovery());
    if (now && request.recoveryWindowInDays() != null) {
      throw invalid(
          "You can't use ForceDeleteWithoutRecovery in conjunction with RecoveryWindowInDays.");
    }
    long days = request.recoveryWindowInDays() == null ? 30 : request.recoveryWindowInDays();
    if (days < 7 || days > 30) {
      throw invalid("The RecoveryWindowInDays value must be between 7 and 30 days (inclusive).");
    }
    var when = now ? clock.instant() : clock.instant().plus(Duration.ofDays(days));
    if (now) {
      store.remove(secret);
    } else {
      store.change(secret, present -> present.deleted(when));
    }
    return DeleteSecretResponse.builder()
        .arn(secret.arn())
        .name(secret.name())
        .deletionDate(when)
        .build();
  }

  @Override
  public RestoreSecretResponse restoreSecret(RestoreSecretRequest request) {
    var secret = store.change(known(request.secretId()), present -> present.deleted(null));
    return RestoreSecretResponse.builder().arn(secret.arn()).name(secret.name()).build();
  }

  @Override
  public ListSecretsResponse listSecrets(ListSecretsRequest request) {
    boolean planned = Boolean.TRUE.equals(request.includePlannedDeletion());
    if (request.hasFilters()) {
      throw invalid("the sandbox lists secrets without Filters only");
    }
    return ListSecretsResponse.builder()
        .secretList(
            store.all().stream()
                .filter(secret -> planned || secret.deletion() == null)
                .map(SecretsManagerFake::entry)
                .toList())
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  @Override
  public void close() {
    // Everything is on disk already.
  }

  private static SecretListEntry entry(Secret secret) {
    return SecretListEntry.builder()
        .arn(secret.arn())
        .name(secret.name())
        .description(secret.description())
        .createdDate(secret.created())
        .lastChangedDate(secret.changed())
        .deletedDate(secret.deletion())
        .secretVersionsToStages(stages(secret))
        .tags(tags(secret))
        .build();
  }

  private static Map<String, List<String>> stages(Secret secret) {
    Map<String, List<String>> stages = new LinkedHashMap<>();
    secret.versions().stream()
        .filter(version -> !version.stages().isEmpty())
        .forEach(version -> stages.put(version.id(), version.stages()));
    return stages;
  }

  private static List<Tag> tags(Secret secret) {
    return secret.tags().entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private static boolean repeats(Secret secret, Value value) {
    return secret.deletion() == null
        && secret
            .version(value.id())
            .filter(version -> version.holdsSameAs(value.text(), value.encoded()))
            .isPresent();
  }

  /** Puts a version; the same one again is harmless, another value under its id is refused. */
  private Secret put(Secret secret, Value value, List<String> stages) {
    var now = clock.instant();
    var existing = secret.version(value.id());
    if (existing.isPresent()) {
      if (!existing.get().holdsSameAs(value.text(), value.encoded())) {
        throw exists("a version with the same VersionId already exists with another value");
      }
      return secret;
    }
    var version = new SecretVersion(value.id(), value.text(), value.encoded(), now, List.of());
    var changed = secret.plus(version);
    for (String stage : stages) {
      changed = changed.move(stage, value.id(), now);
    }
    return changed.staged(Secret.CURRENT).isPresent()
        ? changed
        : changed.move(Secret.CURRENT, value.id(), now);
  }

  private static SecretVersion versionOf(Secret secret, GetSecretValueRequest request) {
    if (request.versionId() == null) {
      var stage = Objects.requireNonNullElse(request.versionStage(), Secret.CURRENT);
      return secret
          .staged(stage)
          .orElseThrow(
              () ->
                  notFound(
                      "Secrets Manager can't find the specified secret value for staging label: "
                          + stage));
    }
    var version =
        secret
            .version(request.versionId())
            .orElseThrow(
                () ->
                    notFound(
                        "Secrets Manager can't find the specified secret value for VersionId: "
                            + request.versionId()));
    if (request.versionStage() != null && !version.stages().contains(request.versionStage())) {
      throw invalidRequest(
          "You provided a VersionStage that is not associated to the provided VersionId.");
    }
    return version;
  }

  private Secret known(String id) {
    return store
        .find(id)
        .orElseThrow(() -> notFound("Secrets Manager can't find the specified secret."));
  }

  private Secret living(String id) {
    var secret = known(id);
    if (secret.deletion() != null) {
      throw invalidRequest(
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    return secret;
  }

  private static ResourceNotFoundException notFound(String message) {
    return ResourceNotFoundException.builder().message(message).build();
  }

  private static InvalidRequestException invalidRequest(String message) {
    return InvalidRequestException.builder().message(message).build();
  }

  private static InvalidParameterException invalid(String message) {
    return InvalidParameterException.builder().message(message).build();
  }

  private static ResourceExistsException exists(String cause) {
    return ResourceExistsException.builder()
        .message("The operation failed because " + cause + ".")
        .build();
  }
}
