/**
 * The virtual terminal: bytes in, screen out.
 *
 * <p>{@link dev.mantra.terminal.Terminal} takes what a program wrote and keeps the screen that a
 * user would have seen. {@link dev.mantra.terminal.Keyframe} writes a whole terminal down and
 * restores it; {@link dev.mantra.terminal.LineCollector} lists every line that was ever displayed.
 *
 * <pre>
 *  bytes → Parser → Interpreter ─┬→ Printer ─┐
 *          (Utf8Decoder)         ├→ Editing  ├→ Screen → Grid → Row → long[] cells
 *                                └→ Eraser … ┘            └→ Scrollback
 * </pre>
 *
 * <p>The package is total: any bytes at any size are valid input, nothing throws on them, and the
 * work and memory they can cause is bounded. It reads no clock and starts no thread; it needs the
 * JDK alone.
 */
@NullMarked
package dev.mantra.terminal;

import org.jspecify.annotations.NullMarked;
