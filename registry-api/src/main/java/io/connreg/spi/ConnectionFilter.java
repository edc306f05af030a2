package io.connreg.spi;

import io.connreg.Accessibility;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a list asks for; all that is set must hold. Null, or an empty set, means not asked. {@code model},
 * {@code modelTypes} and {@code toolCall} must hold for one and the same model.
 *
 * @param workspaceId exactly this one
 * @param ids one of these
 * @param foldedNamePart somewhere in the {@link IndexTerms#foldedName}
 * @param types one of these, by wire spelling
 * @param model exactly this one
 * @param modelTypes one of these, by wire spelling
 * @param toolCall as given
 * @param creator exactly this user
 * @param accessibility as given
 */
public record ConnectionFilter(
        @Nullable String workspaceId,
        Set<String> ids,
        @Nullable String foldedNamePart,
        Set<String> types,
        @Nullable String model,
        Set<String> modelTypes,
        @Nullable Boolean toolCall,
        @Nullable String creator,
        @Nullable Accessibility accessibility) {

    /** Asks for nothing, so all match. */
    public static final ConnectionFilter ALL =
            new ConnectionFilter(null, Set.of(), null, Set.of(), null, Set.of(), null, null, null);

    public ConnectionFilter {
        ids = Set.copyOf(ids);
        types = Set.copyOf(types);
        modelTypes = Set.copyOf(modelTypes);
    }

    /** Whether a model is asked for. */
    public boolean asksForModel() {
        return model != null || !modelTypes.isEmpty() || toolCall != null;
    }

    /** Whether this connection matches: the meaning that each store's query must have. */
    public boolean matches(ConnectionHead head, IndexTerms terms) {
        return (workspaceId == null || workspaceId.equals(head.workspaceId()))
                && (ids.isEmpty() || ids.contains(head.id()))
                && (foldedNamePart == null || terms.foldedName().contains(foldedNamePart))
                && (types.isEmpty() || types.contains(head.type().value()))
                && (!asksForModel() || terms.models().stream().anyMatch(this::matches))
                && (creator == null || creator.equals(head.creator()))
                && (accessibility == null || accessibility == head.accessibility());
    }

    private boolean matches(IndexTerms.Model offered) {
        return (model == null || model.equals(offered.model()))
                && (modelTypes.isEmpty() || (offered.modelType() != null && modelTypes.contains(offered.modelType())))
                && (toolCall == null || toolCall == offered.toolCall());
    }
}
