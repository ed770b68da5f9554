package dev.mantra.cli;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The walls of the house; see docs/architecture.md. */
@AnalyzeClasses(packages = "dev.mantra", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {

  private static final Set<String> VERBS = Set.of("recorder", "replayer", "indexer", "redactor");

  private static final Set<String> NO_CLOCK_TYPES =
      Set.of(Instant.class.getName(), Clock.class.getName(), InstantSource.class.getName());

  @ArchTest
  static final ArchRule noCycles =
      slices().matching("dev.mantra.(**)").should().beFreeOfCycles().allowEmptyShould(true);

  @ArchTest
  static final ArchRule theTerminalNeedsTheJdkAlone =
      classes()
          .that()
          .resideInAPackage("dev.mantra.terminal..")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage("java..", "org.jspecify..", "dev.mantra.terminal.."))
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule formatsSeeNothingOfOurs =
      noClasses()
          .that()
          .resideInAPackage("dev.mantra.formats..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.mantra.recorder..",
              "dev.mantra.replayer..",
              "dev.mantra.indexer..",
              "dev.mantra.redactor..",
              "dev.mantra.terminal..",
              "dev.mantra.cli..");

  @ArchTest static final ArchRule theRecorderSeesNoOtherVerb = strangers("recorder");

  @ArchTest static final ArchRule theReplayerSeesNoOtherVerb = strangers("replayer");

  @ArchTest static final ArchRule theIndexerSeesNoOtherVerb = strangers("indexer");

  @ArchTest static final ArchRule theRedactorSeesNoOtherVerb = strangers("redactor");

  @ArchTest
  static final ArchRule nobodySeesTheCommandLine =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mantra.cli..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.mantra.cli..");

  /** Journals are Chronicle's files, written without it; in tests it is the second opinion. */
  @ArchTest
  static final ArchRule nobodyKnowsChronicle =
      noClasses().should().dependOnClassesThat().resideInAPackage("net.openhft..");

  @ArchTest
  static final ArchRule onlyTheTranscriptsKnowDatabases =
      only("dev.mantra.formats.transcript..", "org.sqlite..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule onlyTheWorkspaceRoomsKnowGit =
      noClasses()
          .that(
              resideOutsideOfPackages(
                  "dev.mantra.formats.workspace..", "dev.mantra.recorder.workspace.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.eclipse.jgit..");

  @ArchTest
  static final ArchRule onlyOneRoomCompares =
      only("dev.mantra.formats.workspace..", "com.github.difflib..");

  @ArchTest
  static final ArchRule onlyFormatsCompress = only("dev.mantra.formats..", "io.airlift..");

  @ArchTest
  static final ArchRule onlySearchAndAutomataKnowLucene =
      only("dev.mantra.indexer.[search|automaton]..", "org.apache.lucene..");

  @ArchTest
  static final ArchRule onlySearchKnowsStemmersAndNatty =
      only("dev.mantra.indexer.search..", "org.tartarus..", "org.natty..");

  @ArchTest
  static final ArchRule onlyTheCommandLineKnowsPicocliAndJline =
      only("dev.mantra.cli..", "picocli..", "org.jline..", "com.sun.net.httpserver..");

  @ArchTest
  static final ArchRule onlyThePtyRoomLeavesJava =
      only(
          "dev.mantra.recorder.pty..",
          "com.pty4j..",
          "com.sun.jna..",
          "java.lang.foreign..",
          "sun.misc..");

  @ArchTest
  static final ArchRule onlyTheCommandLineTouchesTheStandardStreams =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.mantra.cli..")
          .should()
          .accessTargetWhere(
              to(
                  "standard streams and the end of the process",
                  access ->
                      access.getTargetOwner().isEquivalentTo(System.class)
                          && Set.of("out", "err", "in", "exit", "console")
                              .contains(access.getName())));

  @ArchTest
  static final ArchRule onlyMainEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("dev.mantra.cli.Main")
          .should()
          .accessTargetWhere(
              to(
                  "System.exit, System.out and System.err",
                  access ->
                      access.getTargetOwner().isEquivalentTo(System.class)
                          && Set.of("out", "err", "exit").contains(access.getName())));

  @ArchTest
  static final ArchRule onlyCommandLineAndRecorderReadTheClock =
      noClasses()
          .that(resideOutsideOfPackages("dev.mantra.cli..", "dev.mantra.recorder.."))
          .should()
          .accessTargetWhere(to("a clock", ArchitectureTest::readsAClock));

  @ArchTest
  static final ArchRule noStaticFieldChanges =
      fields().that().areStatic().and().doNotHaveName("$VALUES").should().beFinal();

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .should(
              com.tngtech.archunit.lang.conditions.ArchConditions.be(
                  describe(
                      "in a package that is @NullMarked",
                      (JavaClass one) -> one.getPackage().isAnnotatedWith(NullMarked.class))));

  @Test
  void theRulesSeeEveryModule() {
    var seen =
        new com.tngtech.archunit.core.importer.ClassFileImporter()
            .importPackages("dev.mantra").stream()
                .map(JavaClass::getPackageName)
                .collect(java.util.stream.Collectors.toSet());
    for (var name :
        Set.of(
            "formats.event",
            "formats.journal",
            "recorder",
            "recorder.pty",
            "replayer",
            "indexer",
            "cli")) {
      assertTrue(seen.contains("dev.mantra." + name), name);
    }
  }

  private static boolean readsAClock(JavaAccess<?> access) {
    var owner = access.getTargetOwner().getName();
    return (owner.equals("java.lang.System")
            && access.getName().matches("currentTimeMillis|nanoTime"))
        || (NO_CLOCK_TYPES.contains(owner) && access.getName().matches("now|system.*|tick.*"));
  }

  private static ArchRule strangers(String verb) {
    return noClasses()
        .that()
        .resideInAPackage("dev.mantra." + verb + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            VERBS.stream()
                .filter(other -> !other.equals(verb))
                .map(other -> "dev.mantra." + other + "..")
                .toArray(String[]::new))
        .allowEmptyShould(true);
  }

  private static ArchRule only(String room, String... libraries) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(room)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries);
  }

  private static DescribedPredicate<JavaAccess<?>> to(
      String what, java.util.function.Predicate<JavaAccess<?>> test) {
    return describe("to " + what, test);
  }
}
