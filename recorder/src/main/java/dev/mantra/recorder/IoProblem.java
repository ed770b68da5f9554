package dev.mantra.recorder;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/** Says in words what Java's exceptions for files only say by their names. */
public final class IoProblem {

  private IoProblem() {}

  /** The reason alone, without the file. */
  public static String reason(IOException problem) {
    return switch (problem) {
      case NoSuchFileException _ -> "there is no such file or folder";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "something else stands there";
      case NotDirectoryException _ -> "it is not a folder";
      case DirectoryNotEmptyException _ -> "the folder is not empty";
      case FileSystemLoopException _ -> "its links go in a circle";
      case FileSystemException e when e.getReason() != null ->
          String.valueOf(e.getReason()).toLowerCase(Locale.ROOT);
      default -> message(problem);
    };
  }

  /** Reason and, where it is known, file. */
  public static String describe(IOException problem) {
    return problem instanceof FileSystemException e && e.getFile() != null
        ? e.getFile() + ": " + reason(problem)
        : message(problem);
  }

  public static boolean isBrokenPipe(IOException problem) {
    return message(problem).contains("Broken pipe");
  }

  private static String message(Throwable problem) {
    var message = problem.getMessage();
    return message == null ? problem.getClass().getSimpleName() : message;
  }
}
