/**
 * Redacts recorded sessions.
 *
 * <p>A session is read twice: to find what is secret in it, and to find all the places where that
 * stands. {@link dev.mantra.redactor.session.SessionScan} does it, and makes a {@link
 * dev.mantra.redactor.session.Redaction}, which says what is to be covered and holds no secret
 * itself.
 *
 * <pre>
 *  output ──→ TracedTerminal → TerminalPages ─┐              ┌→ Secrets (numbers, kinds)
 *  input  ──→ InputPages, TypedSecrets ───────┼→ PageDetector┤
 *  entries, titles, names ────────────────────┘              └→ KnownValues → Covers → Redaction
 * </pre>
 */
@NullMarked
package dev.mantra.redactor.session;

import org.jspecify.annotations.NullMarked;
