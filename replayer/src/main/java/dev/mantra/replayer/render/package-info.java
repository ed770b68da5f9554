/**
 * Draws screens, one file a format.
 *
 * <pre>
 *  Terminal → Line → Run → text, ansi, json
 *                     └──→ Picture → Piece → Chunk → svg, html
 *                          (Theme)           (Shapes)
 * </pre>
 *
 * <p>What is on a screen was written by somebody else. All of it passes through {@link
 * dev.mantra.replayer.render.VisibleText}, and everything around it is made here.
 */
@NullMarked
package dev.mantra.replayer.render;

import org.jspecify.annotations.NullMarked;
