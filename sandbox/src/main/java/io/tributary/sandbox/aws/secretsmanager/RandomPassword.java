package io.tributary.sandbox.aws.secretsmanager;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.model.GetRandomPasswordRequest;
import software.amazon.awssdk.services.secretsmanager.model.InvalidParameterException;

/** Draws passwords as GetRandomPassword does. */
final class RandomPassword {
  private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final String DIGITS = "0123456789";
  private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
  private static final int LONGEST = 4096;

  private final SecureRandom random = new SecureRandom();

  String draw(GetRandomPasswordRequest request) {
    long length = request.passwordLength() == null ? 32 : request.passwordLength();
    var kinds = kinds(request);
    boolean each = !Boolean.FALSE.equals(request.requireEachIncludedType());
    if (length < 1 || length > LONGEST || (each && length < kinds.size()) || kinds.isEmpty()) {
      throw InvalidParameterException.builder()
          .message("InvalidParameterException: Password length or character types are not possible")
          .build();
    }
    List<Character> password = new ArrayList<>();
    if (each) {
      kinds.forEach(kind -> password.add(oneOf(kind)));
    }
    var any = String.join("", kinds);
    while (password.size() < length) {
      password.add(oneOf(any));
    }
    Collections.shuffle(password, random);
    return password.stream().map(String::valueOf).collect(Collectors.joining());
  }

  private static List<String> kinds(GetRandomPasswordRequest request) {
    var excluded = request.excludeCharacters() == null ? "" : request.excludeCharacters();
    List<String> kinds = new ArrayList<>();
    add(kinds, !isTrue(request.excludeLowercase()), LOWER, excluded);
    add(kinds, !isTrue(request.excludeUppercase()), UPPER, excluded);
    add(kinds, !isTrue(request.excludeNumbers()), DIGITS, excluded);
    add(kinds, !isTrue(request.excludePunctuation()), PUNCTUATION, excluded);
    add(kinds, isTrue(request.includeSpace()), " ", excluded);
    return kinds;
  }

  private static void add(List<String> kinds, boolean wanted, String kind, String excluded) {
    var left =
        kind.chars()
            .filter(c -> excluded.indexOf(c) < 0)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
    if (wanted && !left.isEmpty()) {
      kinds.add(left);
    }
  }

  private static boolean isTrue(@Nullable Boolean flag) {
    return Boolean.TRUE.equals(flag);
  }

  private char oneOf(String kind) {
    return kind.charAt(random.nextInt(kind.length()));
  }
}
