-- Redshift's system views, with its names, types (names are padded with blanks) and states.
SET allow_system_table_mods = on;

CREATE OR REPLACE VIEW pg_catalog.svv_mv_info AS
SELECT current_database()::char(128) AS database_name, s.schema_name::char(128) AS schema_name,
       'awsuser'::char(128) AS user_name, s.name::char(128) AS name,
       CASE WHEN s.stale THEN 't' ELSE 'f' END::char(1) AS is_stale, s.state,
       'f'::char(1) AS autorewrite, CASE WHEN s.autorefresh THEN 't' ELSE 'f' END::char(1) AS autorefresh
FROM sandbox.view_state s;

CREATE OR REPLACE VIEW pg_catalog.svv_mv_dependency AS
SELECT DISTINCT current_database()::char(128) AS database_name, s.schema_name::char(128) AS schema_name, s.name::char(128) AS name,
       current_database()::char(128) AS dependent_database_name, p.schema_name::char(128) AS dependent_schema_name,
       p.name::char(128) AS dependent_name
FROM sandbox.view_state s
JOIN sandbox.base_column d ON d.view = s.relation
JOIN sandbox.view_state p ON p.relation = d.relation;

CREATE OR REPLACE VIEW pg_catalog.sys_mv_refresh_history AS
SELECT 100 AS user_id, r.pid AS session_id, (r.xid::text)::bigint AS transaction_id,
       current_database()::char(128) AS database_name, r.schema_name::char(128) AS schema_name,
       r.relation::bigint AS mv_id, r.name::char(128) AS mv_name, r.refresh_type::char(32) AS refresh_type,
       r.status::text AS status, r.start_time, r.end_time,
       (extract(epoch FROM r.end_time - r.start_time) * 1000000)::bigint AS duration,
       NULL::char(16) AS consumer_account, NULL::char(64) AS consumer_region, NULL::char(64) AS consumer_namespace
FROM sandbox.refresh r;

CREATE OR REPLACE VIEW pg_catalog.sys_query_history AS
SELECT 100 AS user_id, (s.step ->> 'queryId')::bigint AS query_id,
       coalesce(e.body -> 'submission' ->> 'name', 'default')::char(320) AS query_label,
       (s.step ->> 'queryId')::bigint AS transaction_id, (e.body ->> 'pid')::int AS session_id,
       (e.body -> 'submission' ->> 'database')::char(128) AS database_name,
       split_part(s.step ->> 'tag', ' ', 1)::char(32) AS query_type,
       CASE s.step ->> 'status' WHEN 'FINISHED' THEN 'success' WHEN 'FAILED' THEN 'failed'
         WHEN 'ABORTED' THEN 'canceled' WHEN 'STARTED' THEN 'running' ELSE 'queued' END::char(10) AS status,
       false AS result_cache_hit,
       to_timestamp((s.step ->> 'startedAt')::numeric / 1000) AT TIME ZONE 'UTC' AS start_time,
       to_timestamp((s.step ->> 'updatedAt')::numeric / 1000) AT TIME ZONE 'UTC' AS end_time,
       ((s.step ->> 'durationNanos')::bigint / 1000) AS elapsed_time,
       greatest(0, (s.step ->> 'startedAt')::bigint - (e.body ->> 'createdAt')::bigint) * 1000 AS queue_time,
       ((s.step ->> 'durationNanos')::bigint / 1000) AS execution_time,
       coalesce(s.step ->> 'error', '')::char(512) AS error_message,
       (s.step ->> 'rows')::bigint AS returned_rows, (s.step ->> 'bytes')::bigint AS returned_bytes,
       left(s.sql, 4000)::char(4000) AS query_text
FROM sandbox.execution e
CROSS JOIN LATERAL ROWS FROM (jsonb_array_elements(e.body -> 'steps'),
  jsonb_array_elements_text(e.body -> 'submission' -> 'sqls')) AS s(step, sql)
WHERE (s.step ->> 'startedAt')::bigint > 0;

CREATE OR REPLACE VIEW pg_catalog.svv_tables AS
SELECT t.table_catalog::varchar(128), t.table_schema::varchar(128), t.table_name::varchar(128),
       CASE WHEN m.relation IS NOT NULL THEN 'VIEW' WHEN t.table_type = 'FOREIGN' THEN 'EXTERNAL TABLE'
         ELSE t.table_type END::varchar(64) AS table_type,
       obj_description(c.oid, 'pg_class')::varchar(256) AS remarks
FROM information_schema.tables t
JOIN pg_class c ON c.oid = format('%I.%I', t.table_schema, t.table_name)::regclass
LEFT JOIN sandbox.materialized_view m ON m.relation = c.oid
WHERE t.table_schema <> 'sandbox';

CREATE OR REPLACE VIEW pg_catalog.svv_columns AS
SELECT table_catalog::varchar(128), table_schema::varchar(128), table_name::varchar(128), column_name::varchar(128),
       ordinal_position::int, column_default::varchar(4000), is_nullable::varchar(3), data_type::varchar(128),
       character_maximum_length::int, numeric_precision::int, numeric_precision_radix::int, numeric_scale::int,
       datetime_precision::int, NULL::varchar(128) AS interval_type, NULL::varchar(128) AS interval_precision,
       NULL::varchar(256) AS remarks
FROM information_schema.columns WHERE table_schema <> 'sandbox';

CREATE OR REPLACE VIEW pg_catalog.svv_table_info AS
SELECT current_database()::text AS "database", n.nspname::text AS schema, c.oid AS table_id, c.relname::text AS "table",
       'Y'::text AS encoded, 'AUTO(EVEN)'::text AS diststyle, NULL::text AS sortkey1,
       pg_relation_size(c.oid) / 1048576 AS size, greatest(0, c.reltuples)::numeric(38, 0) AS tbl_rows
FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema', 'sandbox', 'pg_toast');

CREATE OR REPLACE VIEW pg_catalog.svv_external_schemas AS
SELECT n.oid AS esoid, 4::smallint AS eskind, s.name::name AS schemaname, n.nspowner::int AS esowner,
       s.source_database::text AS databasename,
       json_build_object('SCHEMA', s.source_schema, 'URI', s.uri, 'PORT', s.port, 'IAM_ROLE', s.role,
                         'SECRET_ARN', s.secret_arn)::text AS esoptions
FROM sandbox.external_schema s JOIN pg_namespace n ON n.nspname = s.name;

CREATE OR REPLACE VIEW pg_catalog.svv_external_tables AS
SELECT s.name::text AS schemaname, c.relname::text AS tablename, ''::text AS location, ''::text AS input_format,
       ''::text AS output_format, ''::text AS serialization_lib, ''::text AS serde_parameters, 0 AS compressed,
       ''::text AS parameters, 'TABLE'::text AS tabletype
FROM sandbox.external_schema s JOIN pg_namespace n ON n.nspname = s.name
JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind = 'f';

CREATE OR REPLACE VIEW pg_catalog.svv_external_columns AS
SELECT s.name::text AS schemaname, c.relname::text AS tablename, a.attname::text AS columnname,
       format_type(a.atttypid, a.atttypmod)::text AS external_type, a.attnum::int AS columnnum, 0 AS part_key,
       CASE WHEN a.attnotnull THEN 'false' ELSE 'true' END::text AS is_nullable
FROM sandbox.external_schema s JOIN pg_namespace n ON n.nspname = s.name
JOIN pg_class c ON c.relnamespace = n.oid AND c.relkind = 'f'
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped;
