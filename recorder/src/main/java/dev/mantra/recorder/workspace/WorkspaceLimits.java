package dev.mantra.recorder.workspace;

/**
 * How much of a workspace is captured.
 *
 * @param files how many files it may have
 * @param fileBytes how large a file may be whose content is captured
 * @param sessionBytes how much one session may add to the content store
 * @param storeBytes how large the content store may become
 */
public record WorkspaceLimits(long files, long fileBytes, long sessionBytes, long storeBytes) {}
