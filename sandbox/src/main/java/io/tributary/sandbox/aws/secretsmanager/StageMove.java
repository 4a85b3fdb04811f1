package io.tributary.sandbox.aws.secretsmanager;

import java.time.InstantSource;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;
import software.amazon.awssdk.services.secretsmanager.model.UpdateSecretVersionStageRequest;

/** The rules of UpdateSecretVersionStage. */
final class StageMove {
  private StageMove() {}

  static Secret apply(Secret secret, UpdateSecretVersionStageRequest request, InstantSource clock) {
    var stage = request.versionStage();
    var from = request.removeFromVersionId();
    var to = request.moveToVersionId();
    var holder = secret.staged(stage).map(SecretVersion::id).orElse(null);
    if (to != null && secret.version(to).isEmpty()) {
      throw ResourceNotFoundException.builder()
          .message("Secrets Manager can't find the specified secret value for VersionId: " + to)
          .build();
    }
    if (from != null && !from.equals(holder)) {
      throw invalid(
          "The parameter RemoveFromVersionId is not valid. Staging label %s is not attached to version %s."
              .formatted(stage, from));
    }
    if (to == null && stage.equals(Secret.CURRENT)) {
      throw invalid(
          "You can only move staging label AWSCURRENT to a different secret version. It can't be completely removed.");
    }
    if (from == null && holder != null && !holder.equals(to)) {
      throw invalid(
          "The parameter RemoveFromVersionId can't be empty. Staging label %s is currently attached to version %s, so you must explicitly reference that version in RemoveFromVersionId."
              .formatted(stage, holder));
    }
    return secret.move(stage, to, clock.instant());
  }

  private static InvalidParameterException invalid(String message) {
    return InvalidParameterException.builder().message(message).build();
  }
}
