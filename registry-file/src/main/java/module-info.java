/** Storage plug-in: a registry in a directory of plain files. */
module io.connreg.file {
    requires transitive io.connreg.api;
    requires com.fasterxml.jackson.core;

    exports io.connreg.file;

    provides io.connreg.spi.StoreProvider with
            io.connreg.file.FileStoreProvider;
}
