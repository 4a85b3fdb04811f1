CREATE OR REPLACE VIEW sales.open_orders AS
SELECT o_orderkey FROM tpch.orders
WITH NO SCHEMA BINDING;
