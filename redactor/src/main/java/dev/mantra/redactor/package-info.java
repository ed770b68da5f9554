/**
 * Finds secrets in text and says where they are.
 *
 * <p>{@link dev.mantra.redactor.Detector} looks for everything at once: for the words of all {@link
 * dev.mantra.redactor.Rules} in one pass ({@link dev.mantra.redactor.Keywords}), and where one
 * stands for what belongs to it. {@link dev.mantra.redactor.KnownValues} are secrets that are known
 * and only have to be found again, whole or in part. What is done to recorded sessions with it is
 * in {@code dev.mantra.redactor.session}.
 *
 * <pre>
 *  text → Keywords ─┬→ TokenRule, PatternRule, WordRule   (rules.toml)
 *                   ├→ Assignment      NAME = value, in whatever notation
 *                   ├→ UrlPassword, PrivateKeyBlock, PrintedFile
 *                   └→ Findings: without overlaps, placeholders and what is allowed
 * </pre>
 */
@NullMarked
package dev.mantra.redactor;

import org.jspecify.annotations.NullMarked;
