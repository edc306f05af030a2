package io.connreg.core.broken;

import io.connreg.spi.AccessPolicy;
import io.connreg.testkit.AccessPolicyContract;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules, run on each broken policy. Most of it fails; so it is run by {@link BrokenPoliciesTest} alone. */
@ParameterizedClass(name = "{0}")
@EnumSource(BrokenPolicy.class)
final class BrokenPolicyContract implements AccessPolicyContract {
    private final BrokenPolicy broken;

    BrokenPolicyContract(BrokenPolicy broken) {
        this.broken = broken;
    }

    @Override
    public AccessPolicy policy() {
        return broken.make();
    }
}
