package io.tributary.activities.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tributary.activities.error.AwsErrors;
import io.tributary.workflows.error.ErrorCode;
import io.tributary.workflows.error.Failures;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

/**
 * Reads the secrets of sources. The form is that of Secrets Manager's own rotation functions:
 * {@code engine}, {@code username}, {@code password}, {@code host}, {@code port}, {@code dbname}.
 */
public final class SourceSecrets {
  private final SecretsManagerClient client;
  private final ObjectMapper json = new ObjectMapper();

  /** Makes the reader; the client stays the caller's to close. */
  public SourceSecrets(SecretsManagerClient client) {
    this.client = client;
  }

  /**
   * Reads the current version of a secret. It is read anew each time, so that a rotation takes
   * effect with the next connection.
   *
   * @throws io.temporal.failure.ApplicationFailure {@code SECRET_MISSING}, {@code
   *     SECRET_INCOMPLETE} with the field's name and never its value, or what AWS answers
   */
  public SourceSecret read(String arn) {
    JsonNode fields = parse(arn, text(arn));
    String username = required(arn, fields, "username");
    String password = required(arn, fields, "password");
    return new SourceSecret(username, password, optional(fields, "host"), port(arn, fields));
  }

  private @Nullable String text(String arn) {
    try {
      return client.getSecretValue(get -> get.secretId(arn)).secretString();
    } catch (SdkException e) {
      throw AwsErrors.diagnose("secretsmanager:GetSecretValue", e).failure("read " + arn);
    }
  }

  /** The parser's own message quotes the text around the place, so it is not passed on. */
  private JsonNode parse(String arn, @Nullable String text) {
    if (text == null) {
      throw incomplete(arn, "a text: it is binary");
    }
    JsonNode fields;
    try {
      fields = json.readTree(text);
    } catch (JsonProcessingException e) {
      throw incomplete(arn, "the form of a JSON object");
    }
    if (!fields.isObject()) {
      throw incomplete(arn, "the form of a JSON object");
    }
    return fields;
  }

  private static String required(String arn, JsonNode fields, String name) {
    String value = optional(fields, name);
    if (value == null) {
      throw incomplete(arn, "the field '" + name + "'");
    }
    return value;
  }

  private static @Nullable String optional(JsonNode fields, String name) {
    String value = fields.path(name).asText("");
    return value.isEmpty() ? null : value;
  }

  private static @Nullable Integer port(String arn, JsonNode fields) {
    String port = optional(fields, "port");
    if (port == null) {
      return null;
    }
    if (!port.matches("[1-9][0-9]{0,4}")) {
      throw incomplete(arn, "a number in the field 'port'");
    }
    return Integer.valueOf(port);
  }

  private static RuntimeException incomplete(String arn, String what) {
    return Failures.of(ErrorCode.SECRET_INCOMPLETE, arn + " lacks " + what);
  }
}
