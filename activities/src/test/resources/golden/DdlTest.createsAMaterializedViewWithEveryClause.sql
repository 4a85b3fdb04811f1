CREATE MATERIALIZED VIEW mart.daily_sales
BACKUP NO
DISTSTYLE KEY
DISTKEY (o_custkey)
SORTKEY (o_orderdate, o_custkey)
AUTO REFRESH YES
AS
SELECT o_orderdate, o_custkey, SUM(o_totalprice) AS total
FROM tpch.orders
GROUP BY o_orderdate, o_custkey;
