package io.tributary.sandbox.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.junit.InjectedFault;
import io.tributary.sandbox.junit.SandboxExtension;
import io.tributary.sandbox.trouble.FaultKind;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/** Unmodified clients of the SDK against the endpoint. */
@Timeout(60)
class WireTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private final SecretsManagerClient secrets =
      SANDBOX.handle().client(SecretsManagerClient.builder());

  @BeforeEach
  void forgetCounts() {
    SANDBOX.control().clearCalls();
  }

  @Test
  void tellsTheAccountOfTheKey() {
    var sts = SANDBOX.handle().client(StsClient.builder());

    assertThat(sts.getCallerIdentity().account()).isEqualTo("111122223333");
    assertThat(as(AccessKeys.OTHER).getCallerIdentity().account()).isEqualTo("999988887777");
  }

  @Test
  void refusesAKeyThatNobodyHas() {
    assertThatThrownBy(() -> as("AKIANOBODY0000000000").getCallerIdentity())
        .isInstanceOfSatisfying(
            StsException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(403);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId");
              assertThat(e.requestId()).isNotBlank();
            });
  }

  @Test
  void showsTheOtherAccountNothing() {
    try (var stranger =
        SecretsManagerClient.builder()
            .endpointOverride(SANDBOX.handle().aws())
            .region(Region.US_WEST_2)
            .credentialsProvider(key(AccessKeys.OTHER))
            .build()) {
      assertThatThrownBy(() -> stranger.listSecrets())
          .isInstanceOfSatisfying(
              AwsServiceException.class,
              e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
    }
  }

  @Test
  void givesTypedExceptionsWithTheirRequestId() {
    assertThatThrownBy(() -> secrets.getSecretValue(r -> r.secretId("nowhere")))
        .isInstanceOfSatisfying(
            ResourceNotFoundException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(400);
              assertThat(e.requestId()).isNotBlank();
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("Secrets Manager can't find the specified secret.");
            });
  }

  @Test
  void namesTheOperationThatItDoesNotKnow() {
    assertThatThrownBy(() -> secrets.rotateSecret(r -> r.secretId("any")))
        .isInstanceOf(AwsServiceException.class)
        .hasMessageContaining("the sandbox does not know secretsmanager.RotateSecret");
  }

  @Test
  void clientsGetOverThrottlingAndFailuresByThemselves() {
    SANDBOX.control().inject(fault(FaultKind.THROTTLE).times(1));
    SANDBOX.control().inject(fault(FaultKind.ERROR).times(1));

    assertThat(secrets.getRandomPassword().randomPassword()).hasSize(32);
    assertThat(SANDBOX.control().calls()).containsEntry("secretsmanager.GetRandomPassword", 3L);
  }

  @Test
  void clientsSeeThrottlingThatLasts() {
    SANDBOX.control().inject(fault(FaultKind.THROTTLE).message("too many"));

    assertThatThrownBy(secrets::getRandomPassword)
        .isInstanceOfSatisfying(
            AwsServiceException.class,
            e -> {
              assertThat(e.isThrottlingException()).isTrue();
              assertThat(e.awsErrorDetails().errorMessage()).isEqualTo("too many");
            });
  }

  @Test
  void losesTheAnswerAfterTheCallTookEffect() {
    SANDBOX
        .control()
        .inject(
            InjectedFault.of("secretsmanager", FaultKind.LOST_ANSWER)
                .operation("CreateSecret")
                .times(1));

    var created = secrets.createSecret(r -> r.name("lost").secretString("a value"));

    assertThat(SANDBOX.control().calls()).containsEntry("secretsmanager.CreateSecret", 2L);
    assertThat(secrets.listSecretVersionIds(r -> r.secretId("lost")).versions())
        .singleElement()
        .satisfies(version -> assertThat(version.versionId()).isEqualTo(created.versionId()));
  }

  @Test
  void holdsACallUntilItsFaultIsRemoved() throws Exception {
    var id = SANDBOX.control().inject(fault(FaultKind.HOLD));

    var call = CompletableFuture.supplyAsync(secrets::getRandomPassword);
    assertThat(call.completeOnTimeout(null, 300, TimeUnit.MILLISECONDS).get()).isNull();
    var held = CompletableFuture.supplyAsync(secrets::getRandomPassword);
    SANDBOX.control().remove(id);

    assertThat(held.get(10, TimeUnit.SECONDS).randomPassword()).hasSize(32);
  }

  @Test
  void refusesAFaultThatItDoesNotUnderstand() {
    assertThatThrownBy(() -> SANDBOX.control().timeScale(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("above 0");
  }

  @Test
  void movesItsClock() {
    var before = secrets.createSecret(r -> r.name("before").secretString("x"));
    SANDBOX.control().advance(Duration.ofHours(3));
    var after = secrets.createSecret(r -> r.name("after").secretString("x"));

    assertThat(secrets.describeSecret(r -> r.secretId(after.arn())).createdDate())
        .isAfter(
            secrets
                .describeSecret(r -> r.secretId(before.arn()))
                .createdDate()
                .plus(Duration.ofHours(3).minusMinutes(1)));
  }

  private static InjectedFault fault(FaultKind kind) {
    return InjectedFault.of("secretsmanager", kind).operation("GetRandomPassword");
  }

  private static StsClient as(String key) {
    return StsClient.builder()
        .endpointOverride(SANDBOX.handle().aws())
        .region(Region.US_WEST_2)
        .credentialsProvider(key(key))
        .build();
  }

  private static StaticCredentialsProvider key(String key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "any"));
  }
}
