/** Storage plug-in: a registry in a directory of plain files. */
module io.connreg.file {
    requires transitive io.connreg.api;
}
