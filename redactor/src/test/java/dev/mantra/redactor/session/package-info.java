@NullMarked
package dev.mantra.redactor.session;

import org.jspecify.annotations.NullMarked;
