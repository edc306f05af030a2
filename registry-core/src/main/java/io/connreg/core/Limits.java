package io.connreg.core;

/** How much a connection may hold: our own limits, since the vendor states none. Lengths of text in code points. */
final class Limits {
    static final int NAME = 128;
    /** Of workspace and user ids. */
    static final int ID = 128;

    static final int TYPE = 128;
    static final int KEY = 128;
    static final int CONFIG = 8_192;
    static final int DESCRIPTION = 4_096;
    static final int META = 8_192;
    static final int MODEL_TEXT = 256;
    static final int MODELS = 200;
    /** Of configs, and of secrets. */
    static final int ENTRIES = 256;
    /** Of one secret, in bytes of UTF-8. */
    static final int SECRET_BYTES = 65_536;
    /** Of a whole connection as it is stored, in bytes of UTF-8. */
    static final int DOCUMENT_BYTES = 1_048_576;
    /** Of the documents of a list's page together, in UTF-16 units: so much is in memory at once. */
    static final int PAGE_CHARACTERS = 8_388_608;

    /** Of a text that a list is narrowed by. */
    static final int FILTER = 1_024;
    /** Of ids, types and model types that a list is narrowed to. */
    static final int FILTER_ENTRIES = 1_000;

    /** Of tests of connections at a time, those that do not end as well. */
    static final int PROBES = 64;

    private Limits() {}
}
