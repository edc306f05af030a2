package io.connreg.core;

import io.connreg.Problem;
import io.connreg.UpdateConnection;
import io.connreg.spec.KeySchema.Place;
import io.connreg.spec.TypeSchema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What an update must keep to: first by itself, then on the row it is for. */
final class UpdateRules {
    private UpdateRules() {}

    static void checkShape(UpdateConnection request, String attempt) {
        Problems problems = new Problems();
        RequestRules rules = new RequestRules(problems);
        request.newName().map(Names::normalize).ifPresent(rules::name);
        request.newOwner().ifPresent(owner -> rules.id("owner", owner));
        request.newDescription().ifPresent(rules::description);
        rules.configs(request.configsToSet());
        rules.secrets(request.secretsToSet());
        request.newModels().ifPresent(rules::models);
        request.newResourceMeta().ifPresent(rules::resourceMeta);
        problems.throwIfAny(attempt);
    }

    /**
     * A problem that the row had already is no reason to refuse an update of something else: else a row edited by hand
     * could not be repaired step by step.
     */
    static void checkRow(ConnectionChange change, String attempt) {
        Problems problems = new Problems();
        RequestRules rules = new RequestRules(problems);
        rules.count("configs", change.configsAfter().size());
        Set<String> namesBefore = change.before().document().secrets().keySet();
        Set<String> namesAfter = new TreeSet<>(change.kept().keySet());
        namesAfter.addAll(change.request().secretsToSet().keySet());
        rules.count("secrets", namesAfter.size());
        TypeSchema schema = TypeSchema.of(change.headAfter().type());
        List<Problem> had = SchemaRules.check(schema, change.before().document().configs(), namesBefore);
        SchemaRules.check(schema, change.configsAfter(), namesAfter).stream()
                .filter(problem -> !had.contains(problem) || isTouched(problem, change.request()))
                .forEach(problem -> problems.addAll(List.of(problem)));
        problems.throwIfAny(attempt);
    }

    private static boolean isTouched(Problem problem, UpdateConnection request) {
        return request.configsToSet().keySet().stream()
                .anyMatch(key -> problem.path().equals(SchemaRules.path(Place.CONFIG, key)));
    }
}
