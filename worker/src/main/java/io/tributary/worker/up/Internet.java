package io.tributary.worker.up;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether the place of a download answers, found out within two seconds. */
final class Internet {
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final URI place;

  Internet(URI place) {
    this.place = place;
  }

  /** Any answer will do: what counts is that there is somebody. */
  boolean answers() {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      HttpRequest request =
          HttpRequest.newBuilder(place)
              .method("HEAD", HttpRequest.BodyPublishers.noBody())
              .timeout(PATIENCE)
              .build();
      // The name look-up knows no timeout of its own, therefore the outer one.
      client
          .sendAsync(request, HttpResponse.BodyHandlers.discarding())
          .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
