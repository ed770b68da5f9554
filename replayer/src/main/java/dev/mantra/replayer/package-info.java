/**
 * From the journal to what was seen: where positions are in time, the screen at any moment, and
 * parts of sessions.
 *
 * <pre>
 *  Replay ─┬─ Timeline                                     positions → moments
 *          ├─ Playback ─ Stage ─ Drawing ─ ScreenEvents    journal   → screen
 *          ├─ FrameTimes ─ FrameCutter                     journal   → frames
 *          ├─ Lines                                        journal   → lines
 *          ├─ Messages ─ DrawnMoments                      journal   → messages
 *          └─ Keyframes ← FirstPass      Cache ─ DerivedFile: what saves time
 *  WorkspaceHistory                                        journal   → files
 * </pre>
 */
@NullMarked
package dev.mantra.replayer;

import org.jspecify.annotations.NullMarked;
