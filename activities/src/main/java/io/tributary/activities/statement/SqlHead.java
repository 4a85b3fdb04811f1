package io.tributary.activities.statement;

/** The beginning of a statement, which says what it is without any value in it. */
final class SqlHead {
  private static final int LONGEST = 80;

  private SqlHead() {}

  /** Returns the first line up to the first literal or bracket, for messages. */
  static String of(String sql) {
    String head = sql.strip();
    int end = head.length();
    for (char stop : new char[] {'\n', '\'', '('}) {
      int at = head.indexOf(stop);
      end = at < 0 ? end : Math.min(end, at);
    }
    return head.substring(0, Math.min(end, LONGEST)).strip();
  }
}
