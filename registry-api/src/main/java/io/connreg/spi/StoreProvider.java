package io.connreg.spi;

import io.connreg.RegistrySetupException;

/**
 * Opens stores by URL; found by {@link java.util.ServiceLoader}. A plug-in declares it twice, with {@code provides} in
 * its module descriptor and in {@code META-INF/services}, since the module path reads only the one and the class path
 * only the other.
 */
public interface StoreProvider {

    /** The plug-in's name and the URLs it takes, for people, as {@code registry-jdbc (jdbc:h2:…)}. */
    String name();

    /** Whether this URL is one of this plug-in's. Looks at nothing but the URL. */
    boolean accepts(String url);

    /**
     * Opens the store that the URL names, made ready if it is new.
     *
     * @param url one that {@link #accepts} took
     * @throws RegistrySetupException if it cannot be opened so, with what to do about it
     */
    ConnectionStore open(String url);
}
