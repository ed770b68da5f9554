/**
 * What a workspace's files are made of: bodies in the content store or in git, patches, names; and
 * the tree that they are at a moment.
 *
 * <pre>
 *  WorkspaceStart, FileEdit ─► WorkspaceTree ─► TreeEntry ─► Body ─► BodyReader ─► bytes
 *                                   TreeChanges ─► FileDifference ─► GitPatch ─► FilePatch
 * </pre>
 */
@NullMarked
package dev.mantra.formats.workspace;

import org.jspecify.annotations.NullMarked;
