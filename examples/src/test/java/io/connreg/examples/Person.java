package io.connreg.examples;

import io.connreg.Caller;

/** Who acts in these tests. */
enum Person {
    ALICE(Caller.user("alice").memberOf("ws-1")),
    BOB(Caller.user("bob").memberOf("ws-1")),
    ZOE(Caller.user("zoë").memberOf("ws-1", "ws-2")),
    ROOT(Caller.user("root").administratorOf("ws-1")),
    MALLORY(Caller.user("mallory").memberOf("ws-2")),
    KEEPER(Caller.user("keeper").administratorOfAll());

    private final Caller caller;

    Person(Caller caller) {
        this.caller = caller;
    }

    Caller caller() {
        return caller;
    }
}
