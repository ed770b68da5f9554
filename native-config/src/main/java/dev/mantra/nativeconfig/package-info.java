/** Makes the program that is shipped: launcher, own Java runtime, start-up caches, manuals. */
@NullMarked
package dev.mantra.nativeconfig;

import org.jspecify.annotations.NullMarked;
