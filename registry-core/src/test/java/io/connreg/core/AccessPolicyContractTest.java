package io.connreg.core;

import io.connreg.spi.AccessPolicy;
import io.connreg.testkit.AccessPolicyContract;
import org.junit.jupiter.api.Nested;

/** The policies that come with the library keep the rules that a host's own must keep. */
final class AccessPolicyContractTest {
    @Nested
    final class Standard implements AccessPolicyContract {
        @Override
        public AccessPolicy policy() {
            return AccessPolicy.standard();
        }
    }

    @Nested
    final class Strict implements AccessPolicyContract {
        @Override
        public AccessPolicy policy() {
            return AccessPolicy.strict();
        }
    }
}
