CREATE EXTERNAL SCHEMA IF NOT EXISTS aurora_tpch
FROM MYSQL
DATABASE 'tpch'
URI 'aurora.example.internal' PORT 5432
IAM_ROLE 'arn:aws:iam::111122223333:role/redshift-federated'
SECRET_ARN 'arn:aws:secretsmanager:us-west-2:111122223333:secret:tributary/aurora-abcdef';
