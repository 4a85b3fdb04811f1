CREATE EXTERNAL SCHEMA IF NOT EXISTS aurora_tpch
FROM POSTGRES
DATABASE 'tpch' SCHEMA 'public'
URI 'aurora.example.internal' PORT 5432
IAM_ROLE default
SECRET_ARN 'arn:aws:secretsmanager:us-west-2:111122223333:secret:tributary/aurora-abcdef';
