package io.connreg.core;

import io.connreg.ConnectionView;
import io.connreg.KeyId;
import io.connreg.UnreadableConnectionException;
import io.connreg.UnreadableConnectionException.Reason;
import io.connreg.spi.ConnectionHead;
import io.connreg.spi.IndexTerms;
import io.connreg.spi.StoredConnection;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A stored connection, understood but not opened: what the cache holds and the operations work on. Immutable. */
final class SealedConnection {
    private final ConnectionHead head;
    private final Document document;
    private final ConnectionView view;
    /** Made when first asked for, since lists do not ask. Threads that make it at the same time make the same. */
    private volatile @Nullable SecretBinding binding;

    private SealedConnection(ConnectionHead head, Document document, ConnectionView view) {
        this.head = head;
        this.document = document;
        this.view = view;
    }

    static SealedConnection of(StoredConnection row) {
        return of(row.head(), DocumentCodec.decode(row.document()));
    }

    static SealedConnection of(ConnectionHead head, Document document) {
        return new SealedConnection(head, document, viewOf(head, document));
    }

    private static ConnectionView viewOf(ConnectionHead head, Document document) {
        SortedMap<String, KeyId> keyIds = new TreeMap<>();
        document.secrets().forEach((name, secret) -> secret.keyId().ifPresent(id -> keyIds.put(name, id)));
        return new ConnectionView(
                head.id(),
                head.workspaceId(),
                head.name(),
                head.type(),
                head.accessibility(),
                head.creator(),
                document.description(),
                document.configs(),
                document.secrets().keySet(),
                keyIds,
                document.models(),
                document.resourceMeta(),
                time(head.createdMicros()),
                time(head.modifiedMicros()),
                head.revision());
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    ConnectionHead head() {
        return head;
    }

    Document document() {
        return document;
    }

    ConnectionView view() {
        return view;
    }

    SecretBinding binding() {
        SecretBinding made = binding;
        if (made == null) {
            made = SecretBinding.of(head, document.configs(), document.resourceMeta());
            binding = made;
        }
        return made;
    }

    StoredConnection toRow() {
        return new StoredConnection(head, DocumentCodec.encode(document));
    }

    IndexTerms indexTerms() {
        List<IndexTerms.Model> models = document.models().stream()
                .map(model -> new IndexTerms.Model(
                        model.model(),
                        model.modelType() == null ? null : model.modelType().value(),
                        Boolean.TRUE.equals(model.toolCall())))
                .toList();
        Map<KeyId, Integer> secretsByKey =
                view.keyIds().values().stream().collect(Collectors.toMap(id -> id, id -> 1, Integer::sum));
        return new IndexTerms(Names.fold(head.name()), models, secretsByKey);
    }

    /** With these secrets and the next row version; all that callers see is as it was. */
    SealedConnection resealed(SortedMap<String, SealedSecret> secrets) {
        ConnectionHead next = new ConnectionHead(
                head.id(),
                head.workspaceId(),
                head.name(),
                head.type(),
                head.accessibility(),
                head.creator(),
                head.createdMicros(),
                head.modifiedMicros(),
                head.revision(),
                head.rowVersion() + 1);
        return of(next, document.withSecrets(secrets));
    }

    /** Why this version cannot read the document as it was meant, if it cannot. */
    Optional<Reason> whyUnreadable() {
        return switch (document.state()) {
            case READABLE -> Optional.empty();
            case NEWER -> Optional.of(Reason.NEWER_FORMAT);
            case DAMAGED -> Optional.of(Reason.DAMAGED);
        };
    }

    /** @throws UnreadableConnectionException if this version cannot read the document as it was meant */
    SealedConnection mustBeReadable(String attempt) {
        whyUnreadable().ifPresent(reason -> {
            String why = switch (reason) {
                case NEWER_FORMAT -> "it was written by a newer version of this library; update this one";
                case DAMAGED -> "its stored document is damaged; put it back from a backup";
            };
            throw new UnreadableConnectionException(reason, "cannot " + attempt + ": " + why + ". It can be deleted");
        });
        return this;
    }

    /** About how many bytes it takes up in memory, with its binding. */
    int weight() {
        int texts = 0;
        for (Map.Entry<String, String> config : document.configs().entrySet()) {
            texts += config.getKey().length() + config.getValue().length() + 100;
        }
        for (Map.Entry<String, SealedSecret> secret : document.secrets().entrySet()) {
            texts += secret.getKey().length() + secret.getValue().ciphertext().length + 150;
        }
        return 800
                + texts
                + document.description().length()
                + 200 * document.models().size();
    }
}
