/**
 * How what was derived from sessions lies in the cache folder: files that are there whole or not at
 * all, and of which nothing is believed before its checksum has agreed. They may be deleted at any
 * time, and then only cost the time to make them anew.
 */
@NullMarked
package dev.mantra.formats.derived;

import org.jspecify.annotations.NullMarked;
