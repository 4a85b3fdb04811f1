-- Functions of Redshift that PostgreSQL lacks. In pg_catalog, so that no search path hides them.
CREATE OR REPLACE FUNCTION pg_catalog.getdate() RETURNS timestamp LANGUAGE sql STABLE AS
  $$ SELECT statement_timestamp() AT TIME ZONE 'UTC' $$;
CREATE OR REPLACE FUNCTION pg_catalog.sysdate() RETURNS timestamp LANGUAGE sql STABLE AS
  $$ SELECT transaction_timestamp() AT TIME ZONE 'UTC' $$;
CREATE OR REPLACE FUNCTION pg_catalog.len(text) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT length($1) $$;
CREATE OR REPLACE FUNCTION pg_catalog.charindex(text, text) RETURNS int LANGUAGE sql IMMUTABLE AS
  $$ SELECT strpos($2, $1) $$;
CREATE OR REPLACE FUNCTION pg_catalog.nvl2(anycompatible, anycompatible, anycompatible) RETURNS anycompatible
  LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN $1 IS NOT NULL THEN $2 ELSE $3 END $$;
CREATE OR REPLACE FUNCTION pg_catalog.trunc(timestamp) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT $1::date $$;
CREATE OR REPLACE FUNCTION pg_catalog.sha2(text, int) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT encode(CASE $2 WHEN 224 THEN sha224($1::bytea) WHEN 384 THEN sha384($1::bytea)
                WHEN 512 THEN sha512($1::bytea) ELSE sha256(convert_to($1, 'UTF8')) END, 'hex') $$;

CREATE OR REPLACE FUNCTION sandbox.strtol(digits text, base int) RETURNS bigint LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE value numeric := 0; digit int;
BEGIN
  FOR i IN 1 .. length(digits) LOOP
    digit := strpos('0123456789abcdefghijklmnopqrstuvwxyz', lower(substr(digits, i, 1))) - 1;
    IF digit < 0 OR digit >= base THEN
      RAISE EXCEPTION 'The input % is not valid to be converted to base %', digits, base;
    END IF;
    value := value * base + digit;
  END LOOP;
  RETURN value::bigint;
END $$;
CREATE OR REPLACE FUNCTION pg_catalog.strtol(text, int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE WHEN $2 = 16 AND length($1) < 16 THEN ('x' || lpad($1, 16, '0'))::bit(64)::bigint
              ELSE sandbox.strtol($1, $2) END $$;

CREATE OR REPLACE FUNCTION pg_catalog.dateadd(text, bigint, timestamp) RETURNS timestamp LANGUAGE sql IMMUTABLE AS $$
  SELECT $3 + $2 * CASE
    WHEN lower($1) IN ('quarter', 'quarters', 'qtr') THEN interval '3 months'
    WHEN lower($1) IN ('w', 'week', 'weeks') THEN interval '7 days'
    WHEN lower($1) = 'm' THEN interval '1 minute'
    ELSE ('1 ' || $1)::interval END $$;

CREATE OR REPLACE FUNCTION pg_catalog.datediff(text, timestamp, timestamp) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT CASE
    WHEN lower($1) IN ('year', 'years', 'y', 'yr', 'yrs') THEN extract(year FROM $3) - extract(year FROM $2)
    WHEN lower($1) IN ('quarter', 'quarters', 'qtr') THEN
      extract(year FROM $3) * 4 + extract(quarter FROM $3) - extract(year FROM $2) * 4 - extract(quarter FROM $2)
    WHEN lower($1) IN ('month', 'months', 'mon', 'mons') THEN
      extract(year FROM $3) * 12 + extract(month FROM $3) - extract(year FROM $2) * 12 - extract(month FROM $2)
    WHEN lower($1) IN ('week', 'weeks', 'w') THEN (date_trunc('week', $3)::date - date_trunc('week', $2)::date) / 7
    WHEN lower($1) IN ('day', 'days', 'd') THEN $3::date - $2::date
    WHEN lower($1) IN ('hour', 'hours', 'h', 'hr') THEN
      floor(extract(epoch FROM $3) / 3600) - floor(extract(epoch FROM $2) / 3600)
    WHEN lower($1) IN ('minute', 'minutes', 'm', 'min') THEN
      floor(extract(epoch FROM $3) / 60) - floor(extract(epoch FROM $2) / 60)
    WHEN lower($1) IN ('second', 'seconds', 's', 'sec') THEN floor(extract(epoch FROM $3)) - floor(extract(epoch FROM $2))
    WHEN lower($1) IN ('millisecond', 'milliseconds', 'ms', 'msec') THEN
      floor(extract(epoch FROM $3) * 1000) - floor(extract(epoch FROM $2) * 1000)
    WHEN lower($1) IN ('microsecond', 'microseconds', 'us', 'usec') THEN
      floor(extract(epoch FROM $3) * 1000000) - floor(extract(epoch FROM $2) * 1000000)
  END::bigint $$;

CREATE OR REPLACE FUNCTION pg_catalog.convert_timezone(text, timestamp) RETURNS timestamp LANGUAGE sql STABLE AS
  $$ SELECT ($2 AT TIME ZONE 'UTC') AT TIME ZONE $1 $$;
CREATE OR REPLACE FUNCTION pg_catalog.convert_timezone(text, text, timestamp) RETURNS timestamp LANGUAGE sql STABLE AS
  $$ SELECT ($3 AT TIME ZONE $1) AT TIME ZONE $2 $$;
