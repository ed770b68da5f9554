@NullMarked
package dev.mantra.redactor;

import org.jspecify.annotations.NullMarked;
