/** What a workspace's files are made of: bodies in the content store or in git, patches, names. */
@NullMarked
package dev.mantra.formats.workspace;

import org.jspecify.annotations.NullMarked;
