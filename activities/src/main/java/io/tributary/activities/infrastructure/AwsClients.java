package io.tributary.activities.infrastructure;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.redshiftdata.RedshiftDataClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * The AWS clients of one process, on one connection pool. Everything else is the SDK's ordinary
 * configuration: environment variables, profile, roles, {@code AWS_ENDPOINT_URL}, retry mode.
 *
 * <p>The clients are made once and closed together.
 */
public final class AwsClients implements AutoCloseable {
  /** Longer than the longest long poll of the Data API (30 s), so that a poll is not cut off. */
  private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(45);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** One connection per statement that is waited for; the Data API allows 200 and up. */
  private static final int CONNECTIONS = 256;

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final ClientOverrideConfiguration configuration;
  private final Region region;
  private final RedshiftDataClient redshiftData;
  private final SecretsManagerClient secretsManager;
  private final StsClient sts;
  private final S3Client s3;

  /**
   * Makes the clients; no call is made.
   *
   * @param region the AWS region, for instance {@code us-west-2}
   * @param profile the profile whose credentials and settings are used; null for the SDK's default
   *     chain. As with {@code aws --profile}, a profile that is named wins over keys in environment
   *     variables
   */
  public AwsClients(String region, @Nullable String profile) {
    this.http =
        Apache5HttpClient.builder()
            .socketTimeout(SOCKET_TIMEOUT)
            .connectionTimeout(CONNECT_TIMEOUT)
            .maxConnections(CONNECTIONS)
            .tcpKeepAlive(true)
            .build();
    this.credentials =
        profile == null
            ? DefaultCredentialsProvider.builder().build()
            : ProfileCredentialsProvider.create(profile);
    ClientOverrideConfiguration.Builder override = ClientOverrideConfiguration.builder();
    if (profile != null) {
      override.defaultProfileName(profile);
    }
    this.configuration = override.build();
    this.region = Region.of(region);
    this.redshiftData = configured(RedshiftDataClient.builder().httpClient(http)).build();
    this.secretsManager = configured(SecretsManagerClient.builder().httpClient(http)).build();
    this.sts = configured(StsClient.builder().httpClient(http)).build();
    this.s3 = configured(S3Client.builder().httpClient(http)).build();
  }

  /** Returns the client of the Redshift Data API. */
  public RedshiftDataClient redshiftData() {
    return redshiftData;
  }

  /** Returns the client of Secrets Manager. */
  public SecretsManagerClient secretsManager() {
    return secretsManager;
  }

  /** Returns the client of the Security Token Service. */
  public StsClient sts() {
    return sts;
  }

  /** Returns the client of S3. */
  public S3Client s3() {
    return s3;
  }

  @Override
  public void close() {
    redshiftData.close();
    secretsManager.close();
    sts.close();
    s3.close();
    http.close();
  }

  private <B extends AwsClientBuilder<B, ?>> B configured(B builder) {
    return builder
        .region(region)
        .credentialsProvider(credentials)
        .overrideConfiguration(configuration);
  }
}
