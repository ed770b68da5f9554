/** What everybody who uses Lucene has to do first. */
@NullMarked
package dev.mantra.indexer.lucene;

import org.jspecify.annotations.NullMarked;
