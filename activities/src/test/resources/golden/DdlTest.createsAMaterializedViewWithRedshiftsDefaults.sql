CREATE MATERIALIZED VIEW mart.daily_sales
AS
SELECT o_orderdate, o_custkey, SUM(o_totalprice) AS total
FROM tpch.orders
GROUP BY o_orderdate, o_custkey;
