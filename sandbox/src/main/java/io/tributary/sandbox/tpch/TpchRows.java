package io.tributary.sandbox.tpch;

import io.trino.tpch.CustomerGenerator;
import io.trino.tpch.Distributions;
import io.trino.tpch.LineItemGenerator;
import io.trino.tpch.NationGenerator;
import io.trino.tpch.OrderGenerator;
import io.trino.tpch.PartGenerator;
import io.trino.tpch.PartSupplierGenerator;
import io.trino.tpch.RegionGenerator;
import io.trino.tpch.SupplierGenerator;
import io.trino.tpch.TextPool;
import io.trino.tpch.TpchEntity;
import io.trino.tpch.TpchTable;
import java.util.function.Supplier;

/**
 * Rows of TPC-H. Their comments come from a pool of 8 MB in place of the standard's 300 MB, which
 * takes seconds to make and more memory than all the rest of the sandbox; keys, prices and dates
 * are the standard's.
 */
final class TpchRows {
  private static final int POOL_BYTES = 8 << 20;

  private final double scale;
  private final Distributions distributions = Distributions.getDefaultDistributions();
  private final Supplier<TextPool> pool;

  /**
   * @param scale 1 is about a gigabyte
   */
  TpchRows(double scale) {
    this.scale = scale;
    TextPool text = new TextPool(POOL_BYTES, distributions);
    this.pool = () -> text;
  }

  Iterable<? extends TpchEntity> of(TpchTable<?> table) {
    return switch (table.getTableName()) {
      case "customer" -> new CustomerGenerator(scale, 1, 1, distributions, pool);
      case "orders" -> new OrderGenerator(scale, 1, 1, distributions, pool);
      case "lineitem" -> new LineItemGenerator(scale, 1, 1, distributions, pool);
      case "part" -> new PartGenerator(scale, 1, 1, distributions, pool);
      case "partsupp" -> new PartSupplierGenerator(scale, 1, 1, pool);
      case "supplier" -> new SupplierGenerator(scale, 1, 1, distributions, pool);
      case "nation" -> new NationGenerator(distributions, pool);
      case "region" -> new RegionGenerator(distributions, pool);
      default -> throw new IllegalArgumentException("TPC-H has no table " + table.getTableName());
    };
  }
}
