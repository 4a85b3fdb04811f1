-- What the sandbox keeps beside the user's data. Runs at every start.
CREATE SCHEMA IF NOT EXISTS sandbox;
CREATE EXTENSION IF NOT EXISTS postgres_fdw;

CREATE TABLE IF NOT EXISTS sandbox.execution (id text PRIMARY KEY, created timestamptz NOT NULL, body jsonb NOT NULL);
CREATE SEQUENCE IF NOT EXISTS sandbox.query_id START 1000;

CREATE TABLE IF NOT EXISTS sandbox.materialized_view (
  relation oid PRIMARY KEY,
  query text NOT NULL,
  definition text NOT NULL,
  blockers text NOT NULL,
  mutable boolean NOT NULL,
  autorefresh boolean NOT NULL,
  snapshot pg_snapshot NOT NULL);

-- What a materialized view reads. attnum 0 stands for the relation itself.
CREATE TABLE IF NOT EXISTS sandbox.base_column (
  view oid NOT NULL,
  relation oid NOT NULL,
  attnum int NOT NULL,
  schema_name text NOT NULL,
  relation_name text NOT NULL,
  column_name text,
  type text,
  PRIMARY KEY (view, relation, attnum));

-- Who changed a base table. A change is newer than a view when the snapshot of the view's last
-- refresh does not see its transaction: exact also for transactions that overlap the refresh.
CREATE TABLE IF NOT EXISTS sandbox.change (relation oid, xid xid8, truncated boolean, PRIMARY KEY (relation, xid, truncated));

CREATE TABLE IF NOT EXISTS sandbox.refresh (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  schema_name text, name text, relation oid, refresh_type text, status text, pid int, xid xid8,
  start_time timestamp, end_time timestamp);

CREATE TABLE IF NOT EXISTS sandbox.late_binding_view (
  schema_name text, name text, query text NOT NULL, comment text, error text,
  PRIMARY KEY (schema_name, name));

CREATE TABLE IF NOT EXISTS sandbox.external_schema (
  name text PRIMARY KEY, source_database text, source_schema text, uri text, port int,
  secret_arn text, role text);

CREATE OR REPLACE FUNCTION sandbox.note_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  INSERT INTO sandbox.change VALUES (TG_RELID, pg_current_xact_id(), TG_OP = 'TRUNCATE') ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION sandbox.only_refresh() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('sandbox.refreshing', true) IS DISTINCT FROM 'on' THEN
    RAISE EXCEPTION 'cannot change materialized view "%"', TG_TABLE_NAME USING ERRCODE = '42809';
  END IF;
  RETURN NULL;
END $$;

-- Makes sure that changes of a table are noted, whoever makes them.
CREATE OR REPLACE PROCEDURE sandbox.watch(base oid) LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM pg_class WHERE oid = base AND relkind IN ('r', 'p'))
     AND NOT EXISTS (SELECT FROM pg_trigger WHERE tgrelid = base AND tgname = 'sandbox_change') THEN
    EXECUTE format('CREATE TRIGGER sandbox_change AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION sandbox.note_change()', base::regclass);
  END IF;
END $$;

-- Late-binding views: PostgreSQL's views bind when they are made, so ours are made and unmade.
CREATE OR REPLACE PROCEDURE sandbox.bind_views() LANGUAGE plpgsql AS $$
DECLARE v record; progress boolean := true;
BEGIN
  WHILE progress LOOP
    progress := false;
    FOR v IN SELECT * FROM sandbox.late_binding_view l
             WHERE to_regclass(format('%I.%I', l.schema_name, l.name)) IS NULL LOOP
      BEGIN
        EXECUTE format('CREATE VIEW %I.%I AS %s', v.schema_name, v.name, v.query);
        EXECUTE format('COMMENT ON VIEW %I.%I IS %L', v.schema_name, v.name, v.comment);
        progress := true;
      EXCEPTION
        WHEN syntax_error THEN RAISE;
        WHEN OTHERS THEN
          UPDATE sandbox.late_binding_view SET error = SQLERRM
          WHERE schema_name = v.schema_name AND name = v.name AND error IS DISTINCT FROM SQLERRM;
      END;
    END LOOP;
  END LOOP;
END $$;

CREATE OR REPLACE PROCEDURE sandbox.unbind_views() LANGUAGE plpgsql AS $$
DECLARE v record; progress boolean := true;
BEGIN
  WHILE progress LOOP
    progress := false;
    FOR v IN SELECT l.* FROM sandbox.late_binding_view l
             WHERE to_regclass(format('%I.%I', l.schema_name, l.name)) IS NOT NULL LOOP
      BEGIN
        EXECUTE format('DROP VIEW %I.%I', v.schema_name, v.name);
        progress := true;
      EXCEPTION WHEN dependent_objects_still_exist THEN NULL;
      END;
    END LOOP;
  END LOOP;
END $$;

CREATE OR REPLACE PROCEDURE sandbox.comment_on_view(view text, remark text) LANGUAGE plpgsql AS $$
DECLARE kind "char";
BEGIN
  UPDATE sandbox.late_binding_view SET comment = remark
  WHERE view IN (format('"%s"."%s"', schema_name, name), format('"%s"', name));
  SELECT c.relkind INTO kind FROM pg_class c LEFT JOIN sandbox.materialized_view m ON m.relation = c.oid
  WHERE c.oid = to_regclass(view) AND (c.relkind = 'v' OR m.relation IS NOT NULL);
  IF kind IS NOT NULL THEN
    EXECUTE format('COMMENT ON %s %s IS %L', CASE kind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, view, remark);
  ELSIF NOT EXISTS (SELECT FROM sandbox.late_binding_view
                    WHERE view IN (format('"%s"."%s"', schema_name, name), format('"%s"', name))) THEN
    RAISE EXCEPTION 'relation % does not exist', view USING ERRCODE = '42P01';
  END IF;
END $$;

CREATE OR REPLACE PROCEDURE sandbox.resize_column(relation text, col text, bytes int) LANGUAGE plpgsql AS $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname FROM pg_constraint
           WHERE conrelid = relation::regclass AND contype = 'c'
             AND pg_get_constraintdef(oid) LIKE 'CHECK ((octet_length(%' || col || '%' LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', relation, c.conname);
  END LOOP;
  EXECUTE format('ALTER TABLE %s ALTER COLUMN %I TYPE varchar(%s), ADD CHECK (octet_length(%I) <= %s)',
                 relation, col, bytes, col, bytes);
END $$;

-- One row per materialized view that exists, with its state as SVV_MV_INFO numbers it.
CREATE OR REPLACE VIEW sandbox.view_state AS
SELECT m.relation, n.nspname AS schema_name, c.relname AS name, m.query, m.blockers, m.mutable, m.autorefresh,
       b.external, b.truncated,
       (m.mutable OR b.external OR b.changed OR b.broken IS NOT NULL) AS stale,
       coalesce(b.broken, CASE WHEN m.blockers = '' AND NOT m.mutable AND NOT b.external THEN 1 ELSE 0 END) AS state
FROM sandbox.materialized_view m
JOIN pg_class c ON c.oid = m.relation
JOIN pg_namespace n ON n.oid = c.relnamespace
CROSS JOIN LATERAL (
  SELECT
    coalesce(bool_or(r.relkind = 'f'), false) AS external,
    coalesce(bool_or(EXISTS (SELECT FROM sandbox.change h WHERE h.relation = d.relation
                    AND NOT pg_visible_in_snapshot(h.xid, m.snapshot))), false) AS changed,
    coalesce(bool_or(EXISTS (SELECT FROM sandbox.change h WHERE h.relation = d.relation AND h.truncated
                    AND NOT pg_visible_in_snapshot(h.xid, m.snapshot))), false) AS truncated,
    min(CASE
      WHEN r.oid IS NULL OR (d.attnum > 0 AND (a.attnum IS NULL OR a.attisdropped)) THEN 101
      WHEN d.attnum > 0 AND format_type(a.atttypid, a.atttypmod) <> d.type THEN 102
      WHEN r.relname <> d.relation_name THEN 103
      WHEN d.attnum > 0 AND a.attname <> d.column_name THEN 104
      WHEN s.nspname <> d.schema_name THEN 105
    END) AS broken
  FROM sandbox.base_column d
  LEFT JOIN pg_class r ON r.oid = d.relation
  LEFT JOIN pg_namespace s ON s.oid = r.relnamespace
  LEFT JOIN pg_attribute a ON a.attrelid = d.relation AND a.attnum = d.attnum AND d.attnum > 0
  WHERE d.view = m.relation) b;

-- Types that federated queries give as VARCHAR(64K).
CREATE OR REPLACE PROCEDURE sandbox.widen(external_schema text) LANGUAGE plpgsql AS $$
DECLARE c record;
BEGIN
  FOR c IN SELECT r.relname, a.attname FROM pg_class r
           JOIN pg_namespace n ON n.oid = r.relnamespace JOIN pg_attribute a ON a.attrelid = r.oid
           JOIN pg_type t ON t.oid = a.atttypid
           WHERE n.nspname = external_schema AND r.relkind = 'f' AND a.attnum > 0 AND NOT a.attisdropped
             AND (t.typcategory IN ('A', 'E', 'I', 'T') OR t.typname IN
                  ('json', 'jsonb', 'bytea', 'uuid', 'time', 'timetz', 'money', 'xml', 'text', 'bit', 'varbit')) LOOP
    EXECUTE format('ALTER FOREIGN TABLE %I.%I ALTER COLUMN %I TYPE varchar(65535)', external_schema, c.relname, c.attname);
  END LOOP;
END $$;
