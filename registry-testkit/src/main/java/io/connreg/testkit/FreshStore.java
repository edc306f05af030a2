package io.connreg.testkit;

import io.connreg.spi.ConnectionStore;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test that asks for one a new store of its {@link StoreFixture}; public for JUnit alone. */
public final class FreshStore implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(FreshStore.class);

    /** Keeps JUnit from closing the store itself. */
    private record Opened(ConnectionStore store) {}

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == ConnectionStore.class
                && test.getRequiredTestInstance() instanceof StoreFixture;
    }

    @Override
    public ConnectionStore resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Opened opened = test.getStore(NAMESPACE).get(Opened.class, Opened.class);
        if (opened == null) {
            opened = new Opened(((StoreFixture) test.getRequiredTestInstance()).openNew());
            test.getStore(NAMESPACE).put(Opened.class, opened);
        }
        return opened.store();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        Opened opened = test.getStore(NAMESPACE).get(Opened.class, Opened.class);
        if (opened != null) {
            opened.store().close();
        }
    }
}
