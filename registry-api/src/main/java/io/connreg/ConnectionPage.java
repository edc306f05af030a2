package io.connreg;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One page of a list. Immutable.
 *
 * @param connections in the order asked for, maybe fewer than the page size though more follow; empty if nothing matches
 * @param nextToken what {@link ListConnections#after} takes to go on; there exactly if another connection followed when
 *     the page was read
 * @param total how many match in all, if the request asked for it
 */
public record ConnectionPage(List<ConnectionView> connections, Optional<String> nextToken, OptionalLong total) {
    public ConnectionPage {
        connections = List.copyOf(connections);
    }
}
