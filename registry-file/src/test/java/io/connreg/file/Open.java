package io.connreg.file;

import io.connreg.RegistrySetupException;
import java.io.IOException;
import java.nio.file.Path;

/** Opens a store, says so, and keeps it open until its input ends; or says why it cannot. */
final class Open {
    private Open() {}

    public static void main(String[] arguments) throws IOException {
        try (FileConnectionStore store = FileStores.open(Path.of(arguments[0]))) {
            System.out.println("open " + store.cutTail().isEmpty() + " "
                    + ProcessHandle.current().pid());
            while (System.in.read() >= 0) {
                // Until the other end is closed.
            }
        } catch (RegistrySetupException e) {
            System.out.println(e.getMessage());
        }
    }
}
