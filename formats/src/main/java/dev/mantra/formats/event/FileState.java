package dev.mantra.formats.event;

/** What stands at a path of the workspace. */
public sealed interface FileState {

  /**
   * A plain file.
   *
   * @param mode the permission bits, as chmod(2) takes them
   */
  record Regular(int mode, long size, FileContent content) implements FileState {}

  /** A symbolic link, which is never followed. */
  record Link(Bytes target) implements FileState {}

  /**
   * A folder.
   *
   * @param mode the permission bits, as chmod(2) takes them
   */
  record Folder(int mode) implements FileState {}
}
