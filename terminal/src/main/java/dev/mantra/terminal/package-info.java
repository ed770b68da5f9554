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
 * <p>Where terminals differ, most of xterm.js, libvterm, ghostty, avt and tmux decide, with two
 * exceptions: IL and DL move the cursor to the left margin, as in xterm and in DEC's manuals; and
 * text is clustered unless {@link dev.mantra.terminal.WidthPolicy} or mode 2027 says otherwise, as
 * in the terminals that cluster at all.
 *
 * <p>The package is total: any bytes at any size are valid input, nothing throws on them, and the
 * work and memory they can cause is bounded. It reads no clock and starts no thread; it needs the
 * JDK alone.
 */
@NullMarked
package dev.mantra.terminal;

import org.jspecify.annotations.NullMarked;
