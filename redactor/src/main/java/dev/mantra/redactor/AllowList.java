package dev.mantra.redactor;

import dev.mantra.redactor.RuleFile.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Values that may be seen though they look like secrets. */
final class AllowList {
  private final List<Regex> forms;
  private final Set<String> fingerprints;

  private AllowList(List<Regex> forms, Set<String> fingerprints) {
    this.forms = List.copyOf(forms);
    this.fingerprints = Set.copyOf(fingerprints);
  }

  boolean allows(String value) {
    return (!fingerprints.isEmpty() && fingerprints.contains(Fingerprint.of(value)))
        || forms.stream().anyMatch(form -> form.matcher(value).matches());
  }

  static final class Builder {
    private final List<Regex> forms = new ArrayList<>();
    private final Set<String> fingerprints = new HashSet<>();

    void add(String name, Table table, Set<String> disabledRules) throws InvalidRulesException {
      disabledRules.addAll(table.list("rule"));
      fingerprints.addAll(table.list("fingerprint"));
      for (var form : table.list("form")) {
        var problem = Regex.problem(form);
        if (problem.isPresent()) {
          throw new InvalidRulesException(name + ", [[allow]]: '" + form + "': " + problem.get());
        }
        forms.add(new Regex(form));
      }
    }

    AllowList build() {
      return new AllowList(forms, fingerprints);
    }
  }
}
