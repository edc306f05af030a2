package io.connreg.core;

import io.connreg.Accessibility;
import io.connreg.ResourceMeta;
import io.connreg.UpdateConnection;
import io.connreg.spec.TypeSchema;
import io.connreg.spi.ConnectionHead;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an update makes of a stored connection, before anything is sealed.
 *
 * @param kept the stored secrets that the update neither sets nor clears
 * @param bindingAfter what all secrets will be bound to
 */
record ConnectionChange(
        SealedConnection before,
        UpdateConnection request,
        ConnectionHead headAfter,
        SortedMap<String, String> configsAfter,
        ResourceMeta metaAfter,
        SortedMap<String, SealedSecret> kept,
        SecretBinding bindingAfter) {

    static ConnectionChange of(SealedConnection before, UpdateConnection request, long nowMicros) {
        ConnectionHead head = before.head();
        ConnectionHead headAfter = new ConnectionHead(
                head.id(),
                head.workspaceId(),
                request.newName().map(Names::normalize).orElse(head.name()),
                head.type(),
                request.newAccessibility().orElse(head.accessibility()),
                request.newOwner().orElse(head.creator()),
                head.createdMicros(),
                Math.max(nowMicros, head.modifiedMicros()),
                head.revision() + 1,
                head.rowVersion() + 1);
        Document document = before.document();
        SortedMap<String, String> configsAfter = request.configsAfter(document.configs());
        ResourceMeta metaAfter = request.newResourceMeta().orElse(document.resourceMeta());
        SortedMap<String, SealedSecret> kept = new TreeMap<>(document.secrets());
        kept.keySet().removeAll(request.secretsToSet().keySet());
        kept.keySet().removeAll(request.secretsToClear());
        return new ConnectionChange(
                before,
                request,
                headAfter,
                configsAfter,
                metaAfter,
                kept,
                SecretBinding.of(headAfter, configsAfter, metaAfter));
    }

    /** The kept secrets that must be sealed anew: all of them, if anything they are bound to changes. */
    SortedMap<String, SealedSecret> toReseal() {
        return isRebound() ? kept : Collections.emptySortedMap();
    }

    /** The kept secrets that stay sealed as they are. */
    SortedMap<String, SealedSecret> carried() {
        return isRebound() ? Collections.emptySortedMap() : kept;
    }

    private boolean isRebound() {
        return !before.binding().equals(bindingAfter);
    }

    /** Whether a kept secret may be sent elsewhere, or be opened by others, than before. */
    boolean widens() {
        return !kept.isEmpty()
                && (changesDestination()
                        || !metaAfter.equals(before.document().resourceMeta())
                        || (before.head().accessibility() != Accessibility.PUBLIC
                                && headAfter.accessibility() == Accessibility.PUBLIC)
                        || !headAfter.creator().equals(before.head().creator()));
    }

    private boolean changesDestination() {
        SortedMap<String, String> configsBefore = before.document().configs();
        TypeSchema schema = TypeSchema.of(headAfter.type());
        Set<String> keys = new TreeSet<>(configsBefore.keySet());
        keys.addAll(configsAfter.keySet());
        return keys.stream()
                .filter(schema::isDestination)
                .anyMatch(key -> !Objects.equals(configsBefore.get(key), configsAfter.get(key)));
    }

    /** The connection as it is to be stored, with these secrets. */
    SealedConnection after(SortedMap<String, SealedSecret> secrets) {
        Document document = before.document();
        return SealedConnection.of(
                headAfter,
                new Document(
                        Document.State.READABLE,
                        request.newDescription().orElse(document.description()),
                        configsAfter,
                        secrets,
                        request.newModels().orElse(document.models()),
                        metaAfter,
                        document.unknown()));
    }
}
