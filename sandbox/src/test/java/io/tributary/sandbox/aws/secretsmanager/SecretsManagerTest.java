package io.tributary.sandbox.aws.secretsmanager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tributary.sandbox.junit.SandboxExtension;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;

@Timeout(60)
class SecretsManagerTest {
  @RegisterExtension static final SandboxExtension SANDBOX = SandboxExtension.shared();

  private final SecretsManagerClient secrets =
      SANDBOX.handle().client(SecretsManagerClient.builder());
  private final String name = "test/" + UUID.randomUUID();
  private String first = "";

  @BeforeEach
  void create() {
    first = secrets.createSecret(r -> r.name(name).secretString("first")).versionId();
  }

  @Test
  void findsASecretByNameAndArn() {
    var arn = secrets.describeSecret(r -> r.secretId(name)).arn();

    assertThat(arn)
        .matches(
            "arn:aws:secretsmanager:us-west-2:111122223333:secret:" + name + "-[A-Za-z0-9]{6}");
    assertThat(value(arn)).isEqualTo("first");
    assertThat(value(arn.substring(0, arn.length() - 7))).isEqualTo("first");
  }

  @Test
  void aNewValueMovesTheStages() {
    var second = secrets.putSecretValue(r -> r.secretId(name).secretString("second")).versionId();
    var third = secrets.putSecretValue(r -> r.secretId(name).secretString("third")).versionId();

    assertThat(value(name)).isEqualTo("third");
    assertThat(stages(third)).containsExactly("AWSCURRENT");
    assertThat(stages(second)).containsExactly("AWSPREVIOUS");
    assertThat(secrets.describeSecret(r -> r.secretId(name)).versionIdsToStages())
        .doesNotContainKey(first);
    assertThat(
            secrets.listSecretVersionIds(r -> r.secretId(name).includeDeprecated(true)).versions())
        .hasSize(3);
  }

  @Test
  void aRotationGoesFromPendingToCurrent() {
    var token = UUID.randomUUID().toString();
    secrets.putSecretValue(
        r ->
            r.secretId(name)
                .clientRequestToken(token)
                .secretString("next")
                .versionStages("AWSPENDING"));
    assertThat(value(name)).isEqualTo("first");

    secrets.updateSecretVersionStage(
        r ->
            r.secretId(name)
                .versionStage("AWSCURRENT")
                .moveToVersionId(token)
                .removeFromVersionId(first));

    assertThat(value(name)).isEqualTo("next");
    assertThat(stages(token)).containsExactlyInAnyOrder("AWSPENDING", "AWSCURRENT");
    assertThat(stages(first)).containsExactly("AWSPREVIOUS");
  }

  @Test
  void refusesToMoveCurrentFromAVersionThatIsNotNamed() {
    var token = UUID.randomUUID().toString();
    secrets.putSecretValue(
        r ->
            r.secretId(name)
                .clientRequestToken(token)
                .secretString("next")
                .versionStages("AWSPENDING"));

    assertThatThrownBy(
            () ->
                secrets.updateSecretVersionStage(
                    r -> r.secretId(name).versionStage("AWSCURRENT").moveToVersionId(token)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("is currently attached to version " + first);
    assertThatThrownBy(
            () ->
                secrets.updateSecretVersionStage(
                    r -> r.secretId(name).versionStage("AWSCURRENT").removeFromVersionId(first)))
        .isInstanceOf(InvalidParameterException.class)
        .hasMessageContaining("can't be completely removed");
  }

  @Test
  void theSameTokenIsHarmlessWithTheSameValueOnly() {
    var token = UUID.randomUUID().toString();
    for (int i = 0; i < 2; i++) {
      secrets.putSecretValue(
          r -> r.secretId(name).clientRequestToken(token).secretString("second"));
    }

    assertThatThrownBy(
            () ->
                secrets.putSecretValue(
                    r -> r.secretId(name).clientRequestToken(token).secretString("other")))
        .isInstanceOf(ResourceExistsException.class);
    assertThat(value(name)).isEqualTo("second");
  }

  @Test
  void namesWhatIsMissing() {
    assertThatThrownBy(() -> value("nowhere")).isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () -> secrets.getSecretValue(r -> r.secretId(name).versionStage("AWSPENDING")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("staging label: AWSPENDING");
    assertThatThrownBy(
            () -> secrets.getSecretValue(r -> r.secretId(name).versionId(UUID.randomUUID() + "")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("VersionId");
  }

  @Test
  void keepsBinaryValues() {
    secrets.putSecretValue(
        r -> r.secretId(name).secretBinary(SdkBytes.fromByteArray(new byte[] {0, -1, 7})));

    assertThat(secrets.getSecretValue(r -> r.secretId(name)).secretBinary().asByteArray())
        .containsExactly(0, -1, 7);
  }

  @Test
  void aDeletedSecretIsNotReadableUntilItIsRestored() {
    secrets.deleteSecret(r -> r.secretId(name));

    assertThatThrownBy(() -> value(name))
        .isInstanceOf(InvalidRequestException.class)
        .hasMessageContaining("marked for deletion");
    assertThat(names()).doesNotContain(name);

    secrets.restoreSecret(r -> r.secretId(name));
    assertThat(value(name)).isEqualTo("first");
    secrets.deleteSecret(r -> r.secretId(name).forceDeleteWithoutRecovery(true));
    assertThatThrownBy(() -> value(name)).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void refusesANameThatIsTaken() {
    assertThatThrownBy(() -> secrets.createSecret(r -> r.name(name).secretString("other")))
        .isInstanceOf(ResourceExistsException.class)
        .hasMessageContaining("already exists");
    assertThat(names()).contains(name);
  }

  @Test
  void drawsPasswordsAsAsked() {
    var password =
        secrets
            .getRandomPassword(
                r -> r.passwordLength(20L).excludePunctuation(true).excludeCharacters("abc123"))
            .randomPassword();

    assertThat(password).hasSize(20).matches("[d-zA-Z04-9]+").matches(".*[0-9].*");
    assertThatThrownBy(() -> secrets.getRandomPassword(r -> r.passwordLength(2L)))
        .isInstanceOf(InvalidParameterException.class);
  }

  private String value(String id) {
    return secrets.getSecretValue(r -> r.secretId(id)).secretString();
  }

  private List<String> stages(String version) {
    return secrets.getSecretValue(r -> r.secretId(name).versionId(version)).versionStages();
  }

  private List<String> names() {
    return secrets.listSecrets().secretList().stream().map(SecretListEntry::name).toList();
  }
}
