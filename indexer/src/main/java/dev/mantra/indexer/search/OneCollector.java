package dev.mantra.indexer.search;

import java.util.Collection;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;

/** Hands out a collector that is there already, as one thread needs no more. */
record OneCollector<C extends Collector>(C collector) implements CollectorManager<C, C> {

  @Override
  public C newCollector() {
    return collector;
  }

  @Override
  public C reduce(Collection<C> collectors) {
    return collector;
  }
}
