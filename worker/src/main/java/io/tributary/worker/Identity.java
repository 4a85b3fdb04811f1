package io.tributary.worker;

import io.tributary.workflows.environment.Account;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

/**
 * Whose AWS credentials these are. Every run checks it again; this is for the person who starts.
 */
public final class Identity {
  private Identity() {}

  /**
   * Asks AWS.
   *
   * @throws UserMistake when there are no credentials, AWS refuses them, or they belong to another
   *     account than the specification's
   */
  public static String require(StsClient sts, Account account) {
    String seen;
    try {
      seen = sts.getCallerIdentity().account();
    } catch (SdkClientException e) {
      throw new UserMistake(
          "no AWS credentials could be used for account %s: %s"
              .formatted(account.id(), firstSentence(e)),
          e);
    } catch (StsException e) {
      throw new UserMistake(
          "AWS refuses the credentials for account %s: %s"
              .formatted(account.id(), e.awsErrorDetails().errorMessage()),
          e);
    }
    if (!seen.equals(account.id())) {
      throw new UserMistake(
          "the AWS credentials belong to account %s, and the specification says %s (account.id): use the credentials%s of that account"
              .formatted(
                  seen,
                  account.id(),
                  account.profile() == null ? "" : " (profile " + account.profile() + ")"));
    }
    return seen;
  }

  private static String firstSentence(SdkClientException e) {
    String message = String.valueOf(e.getMessage());
    int end = message.indexOf(". ");
    return end < 0 ? message : message.substring(0, end);
  }
}
