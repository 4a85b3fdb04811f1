package io.tributary.sandbox.redshift;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Takes the rows of a result. */
@FunctionalInterface
public interface ResultSink {
  /** Reads all rows and says how many there were and how large. */
  Outcome accept(ResultSet rows) throws SQLException, IOException;
}
