package dev.mantra.formats.transcript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.mantra.formats.event.Block.Edit;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import org.junit.jupiter.api.Test;

final class ApplyPatchTest {

  @Test
  void hunksGetTheirLengthsAndTheFunctionTheyAreIn() {
    var edits =
        ApplyPatch.edits(
            """
            apply_patch <<'END'
            *** Begin Patch
            *** Update File: src/lamp.c
            *** Move to: src/light.c
            @@ int main(void)
             {
            -  off();
            +  on();
            +  wait();

             }
            @@
            -}
            *** End of File
            *** End Patch
            END
            """);

    assertEquals(
        List.of(
            new Edit(
                "src/lamp.c",
                Edit.Kind.RENAMED,
                Optional.of("src/light.c"),
                Optional.of(
                    """
                    @@ -1,4 +1,5 @@ int main(void)
                     {
                    -  off();
                    +  on();
                    +  wait();
                    \s
                     }
                    @@ -5,1 +5,0 @@
                    -}
                    """),
                Optional.empty(),
                Optional.empty())),
        edits);
  }

  @Test
  void whatIsNoPatchHasNoEdits() {
    assertEquals(List.of(), ApplyPatch.edits("*** Add File: alone\n+x\n"));
  }

  @Property
  void aPatchThatIsCutOffAnywhereIsReadAsFarAsItGoes(
      @ForAll @Chars({'*', ' ', '+', '-', '@', '\n', 'a'}) String rest) {
    var edits = ApplyPatch.edits("*** Begin Patch\n*** Add File: a\n+b\n" + rest);
    assertFalse(edits.isEmpty());
  }
}
