package io.connreg.jdbc;

import io.connreg.RegistrySetupException;

/** Prints what a host is told that has no driver. */
final class OpenWithoutDriver {
    private OpenWithoutDriver() {}

    public static void main(String[] arguments) {
        try {
            JdbcStores.open(arguments[0]).close();
            System.out.println("opened");
        } catch (RegistrySetupException e) {
            System.out.println(e.getMessage());
        }
    }
}
