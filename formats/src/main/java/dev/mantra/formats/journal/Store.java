package dev.mantra.formats.journal;

import dev.mantra.formats.event.SessionId;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** All sessions: a folder with one folder each. */
public final class Store {

  private static final Pattern LAST = Pattern.compile("last(?:~([0-9]{1,9}))?");
  private static final String DELETING = ".deleting-";

  private final Path folder;

  public Store(Path folder) {
    this.folder = folder;
  }

  public Path folder() {
    return folder;
  }

  /** Makes the folder of a new session, locked by this process. */
  public Session create(SessionId id) throws IOException {
    var session = new Session(id, folder.resolve(id.value()));
    Permissions.createPrivateFolder(session.folder());
    try {
      session.lock();
    } catch (IOException e) {
      // Else the id would be taken by a session that never was.
      Trees.delete(session.folder());
      throw e;
    }
    return session;
  }

  /** Says that a session made by {@link #create} is complete. */
  public void finish(Session session) throws IOException {
    session.unlock();
  }

  /** A session's place, whether it is there or yet to come. */
  public Session session(SessionId id) {
    return new Session(id, folder.resolve(id.value()));
  }

  /**
   * Begins a session that will be in the store when it is complete.
   *
   * @param makeshift an id that no other draft has
   */
  public SessionDraft draft(SessionId makeshift) throws IOException {
    var session = new Session(makeshift, folder.resolve(SessionDraft.name(makeshift)));
    Permissions.createPrivateFolder(session.folder());
    return new SessionDraft(folder, session);
  }

  /** The session of this id, if it is there. */
  public Optional<Session> existing(SessionId id) {
    var session = session(id);
    return Files.isDirectory(session.folder(), LinkOption.NOFOLLOW_LINKS)
        ? Optional.of(session)
        : Optional.empty();
  }

  /** All sessions, the newest first. */
  public List<Session> sessions() throws IOException {
    var found = unsorted();
    NewestFirst.sort(found);
    return Collections.unmodifiableList(found);
  }

  /** The ids of all sessions, in no order: they cost no look into the sessions. */
  public Set<SessionId> ids() throws IOException {
    return unsorted().stream().map(Session::id).collect(Collectors.toSet());
  }

  private List<Session> unsorted() throws IOException {
    return names().parallelStream()
        .filter(SessionId::isValid)
        .map(name -> new Session(new SessionId(name), folder.resolve(name)))
        .filter(session -> Files.isDirectory(session.folder(), LinkOption.NOFOLLOW_LINKS))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private List<String> names() throws IOException {
    // The quick way of older days: every command begins with this list.
    var quick = folder.toFile().list();
    if (quick != null) {
      return List.of(quick);
    }
    // It does not say why there is none.
    var names = new ArrayList<String>();
    try (var entries = Files.newDirectoryStream(folder)) {
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
    } catch (NoSuchFileException e) {
      return names;
    } catch (NotDirectoryException e) {
      throw notAFolder(e);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  /**
   * The session that goes by {@code name}: its id, a prefix of it that no other has, {@code last},
   * or {@code last~2}.
   */
  public Session find(String name) throws IOException {
    var sessions = sessions();
    if (sessions.isEmpty()) {
      throw new NoSuchSessionException(
          "there are no sessions in " + folder + "; record one with 'mantra rec -- COMMAND'");
    }
    var last = LAST.matcher(name);
    if (last.matches()) {
      int back = last.group(1) == null ? 0 : Integer.parseInt(last.group(1));
      if (back >= sessions.size()) {
        throw new NoSuchSessionException(
            "'" + name + "' goes back too far: there are " + sessions.size() + " sessions");
      }
      return sessions.get(back);
    }
    if (name.isEmpty()) {
      throw new NoSuchSessionException("an empty name is no session's; 'mantra ls' lists them");
    }
    var matching =
        sessions.stream().filter(session -> session.id().value().startsWith(name)).toList();
    for (var session : matching) {
      if (session.id().value().equals(name)) {
        return session;
      }
    }
    if (matching.size() == 1) {
      return matching.getFirst();
    }
    throw new NoSuchSessionException(
        matching.isEmpty()
            ? "no session's id begins with '" + name + "'; 'mantra ls' lists them"
            : "'"
                + name
                + "' is the beginning of "
                + matching.size()
                + " session ids, among them "
                + matching.get(0).id()
                + " and "
                + matching.get(1).id()
                + "; write more of it");
  }

  /** Deletes a session for good. */
  public void delete(Session session) throws IOException {
    // Renamed first: a session is there whole, or it is not there.
    var doomed = folder.resolve(DELETING + session.id());
    Trees.delete(doomed);
    Files.move(session.folder(), doomed, StandardCopyOption.ATOMIC_MOVE);
    Trees.delete(doomed);
  }

  /**
   * Removes what deletions that were cut short have left, and drafts that nobody works on any more;
   * returns how many there were.
   */
  public int sweep() throws IOException {
    int swept = 0;
    try (var entries =
        Files.newDirectoryStream(folder, "{" + DELETING + "," + SessionDraft.PREFIX + "}*")) {
      for (var entry : entries) {
        if (isAbandoned(entry)) {
          Trees.delete(entry);
          swept++;
        }
      }
    } catch (NoSuchFileException e) {
      return 0;
    } catch (NotDirectoryException e) {
      throw notAFolder(e);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return swept;
  }

  private static boolean isAbandoned(Path entry) {
    var name = entry.getFileName().toString();
    return name.startsWith(DELETING) || SessionDraft.isAbandoned(name);
  }

  private IOException notAFolder(NotDirectoryException cause) {
    return new IOException("the store " + folder + " is not a folder", cause);
  }
}
