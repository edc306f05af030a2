package io.connreg.wire;

/** How an answer shows secrets. The vendor states no default; ours shows none. */
enum EncryptOption {
    /** A reference in the place of each. */
    SECRET("Secret"),
    /** In the clear, to who may open the connection. */
    PLAIN_TEXT("PlainText");

    private final String spelling;

    EncryptOption(String spelling) {
        this.spelling = spelling;
    }

    @Override
    public String toString() {
        return spelling;
    }
}
