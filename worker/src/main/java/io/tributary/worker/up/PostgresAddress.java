package io.tributary.worker.up;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** A {@code postgresql://user:password@host:port/database} address of the sandbox. */
record PostgresAddress(URI uri) {
  static PostgresAddress of(String psql) {
    return new PostgresAddress(URI.create(psql));
  }

  /** Connects; the password never enters a text that could be shown. */
  Connection connect() throws SQLException {
    String[] user = uri.getRawUserInfo().split(":", 2);
    Properties properties = new Properties();
    properties.setProperty("user", decoded(user[0]));
    if (user.length == 2) {
      properties.setProperty("password", decoded(user[1]));
    }
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d%s".formatted(uri.getHost(), uri.getPort(), uri.getPath()),
        properties);
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
