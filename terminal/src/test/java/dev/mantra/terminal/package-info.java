@NullMarked
package dev.mantra.terminal;

import org.jspecify.annotations.NullMarked;
