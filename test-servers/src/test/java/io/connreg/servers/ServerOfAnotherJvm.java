package io.connreg.servers;

import java.io.IOException;

/** Starts the shared server of a kind, says where its folder is, and goes when its input ends. */
final class ServerOfAnotherJvm {
    private ServerOfAnotherJvm() {}

    public static void main(String[] product) throws IOException {
        DatabaseServer server = product[0].equals("MariaDB") ? MariaDbServer.shared() : PostgresServer.shared();
        System.out.println(((OwnServer) server).place().folder());
        while (System.in.read() >= 0) {}
    }
}
