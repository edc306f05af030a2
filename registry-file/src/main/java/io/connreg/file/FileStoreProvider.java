package io.connreg.file;

import io.connreg.RegistrySetupException;
import io.connreg.spi.ConnectionStore;
import io.connreg.spi.StoreProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Lets a registry be opened by a {@code file:} URL; found by {@link java.util.ServiceLoader}. */
public final class FileStoreProvider implements StoreProvider {
    private static final String SCHEME = "file:";

    @Override
    public String name() {
        return "registry-file (file:…)";
    }

    @Override
    public boolean accepts(String url) {
        return url.startsWith(SCHEME);
    }

    /**
     * As {@link FileStores#open(Path)}.
     *
     * @param url {@code file:} and a path, relative or absolute, as {@code file:./data/registry}; with three slashes too.
     *     The path is taken as it stands, {@code %20} is no blank
     */
    @Override
    public ConnectionStore open(String url) {
        return FileStores.open(directory(url));
    }

    private static Path directory(String url) {
        String path = url.substring(SCHEME.length());
        if (path.startsWith("///")) {
            path = path.substring(2);
        }
        if (path.isBlank() || path.startsWith("//") || path.contains("?") || path.contains("#")) {
            throw new RegistrySetupException("A file: URL must be a path and nothing else, no host and no settings, as"
                    + " file:./data/registry or file:/var/lib/registry.");
        }
        try {
            return Path.of(path);
        } catch (InvalidPathException e) {
            throw new RegistrySetupException("The path of a file: URL is none on this system.");
        }
    }
}
