package io.tributary.workflows.environment;

/** The forms of text in the specification: a pattern for machines, a sentence for people. */
public enum TextFormat {
  /** A name that becomes part of workflow ids, queues and paths. */
  NAME("[a-z][a-z0-9]*(-[a-z0-9]+)*", "lower-case letters, digits and single hyphens, like core-2"),
  /** A SQL identifier of the warehouse that needs no quotes. */
  IDENTIFIER("[a-z_][a-z0-9_$]{0,126}", "a lower-case SQL identifier, like daily_sales"),
  /** A schema and an object of the warehouse. */
  QUALIFIED(
      "[a-z_][a-z0-9_$]{0,126}\\.[a-z_][a-z0-9_$]{0,126}", "schema.name, like mart.daily_sales"),
  /** A table of a source. */
  SOURCE_TABLE("[a-z][a-z0-9-]*\\.[^.]+\\.[^.]+", "source.schema.table, like aurora.public.orders"),
  /** An AWS account. */
  ACCOUNT_ID("[0-9]{12}", "twelve digits in quotes, like \"111122223333\""),
  /** An AWS region. */
  REGION("[a-z]{2}(-[a-z]+)+-[0-9]", "an AWS region, like us-west-2"),
  /** A VPC. */
  VPC("vpc-[0-9a-f]{8,17}", "a VPC id, like vpc-0e47374708b217ada"),
  /** A subnet. */
  SUBNET("subnet-[0-9a-f]{8,17}", "a subnet id, like subnet-0f985b2a39b8e7094"),
  /** A security group. */
  SECURITY_GROUP("sg-[0-9a-f]{8,17}", "a security group id, like sg-08dff1d69f471a135"),
  /** A secret: the only way in which the specification speaks of one. */
  SECRET_ARN(
      "arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[A-Za-z0-9/_+=.@-]+",
      "the ARN of a secret, like arn:aws:secretsmanager:us-west-2:111122223333:secret:name-AbCdEf"),
  /** An IAM role, or the warehouse's default one. */
  IAM_ROLE(
      "default|arn:aws[a-z-]*:iam::[0-9]{12}:role/[A-Za-z0-9/_+=,.@-]+",
      "default, or a role's ARN, like arn:aws:iam::111122223333:role/redshift"),
  /** A KMS key. */
  KMS_KEY(
      "arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/[A-Za-z0-9/_-]+",
      "a KMS key's ARN, like arn:aws:kms:us-west-2:111122223333:key/1234abcd-…"),
  /** Any resource of AWS. */
  ARN(
      "arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]*:.+",
      "an ARN, like arn:aws:rds:…:cluster:orders"),
  /** A machine. */
  HOST("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?", "a host name without protocol and port"),
  /** A version of an engine. */
  VERSION("[0-9]+(\\.[0-9]+)*", "numbers with points, in quotes, like \"16.4\" or \"2016\""),
  /** A five-field cron expression. */
  CRON("\\S+( \\S+){4}", "five cron fields: minute hour day month weekday, like \"0 6 * * *\""),
  /** A zone of the tz database. */
  ZONE("[A-Za-z_]+(/[A-Za-z0-9_+-]+)*", "a zone of the tz database, like America/Los_Angeles"),
  /** A time of day. */
  TIME("([01][0-9]|2[0-3]):[0-5][0-9]", "a time of day in quotes, like \"08:30\""),
  /** A mail address. */
  EMAIL("[^@\\s]+@[^@\\s]+\\.[^@\\s]+", "a mail address"),
  /** An Ed25519 public key. */
  PUBLIC_KEY("[A-Za-z0-9+/]{59}=", "an Ed25519 public key: X.509 in Base64, 60 characters"),
  /** A place for evidence. */
  STORE("s3://[a-z0-9.-]{3,63}(/.*)?|(?!s3:).+", "s3://bucket/prefix, or a folder");

  private final String pattern;
  private final String accepted;

  TextFormat(String pattern, String accepted) {
    this.pattern = pattern;
    this.accepted = accepted;
  }

  /** Returns the regular expression that the whole text matches; valid in Java and JSON Schema. */
  public String pattern() {
    return pattern;
  }

  /** Returns what is accepted, in words, with an example. */
  public String accepted() {
    return accepted;
  }
}
