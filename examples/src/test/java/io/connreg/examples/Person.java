package io.connreg.examples;

import io.connreg.Caller;

/** Who acts in these tests. */
enum Person {
    ALICE,
    BOB,
    ZOE,
    ROOT,
    MALLORY,
    KEEPER;

    Caller caller() {
        return switch (this) {
            case ALICE -> Caller.user("alice").memberOf("ws-1");
            case BOB -> Caller.user("bob").memberOf("ws-1");
            case ZOE -> Caller.user("zo\u00EB").memberOf("ws-1", "ws-2");
            case ROOT -> Caller.user("root").administratorOf("ws-1");
            case MALLORY -> Caller.user("mallory").memberOf("ws-2");
            case KEEPER -> Caller.user("keeper").administratorOfAll();
        };
    }
}
