/** Ranked search: an index of Lucene's over all sessions, and the language in which it is asked. */
@NullMarked
package dev.mantra.indexer.search;

import org.jspecify.annotations.NullMarked;
