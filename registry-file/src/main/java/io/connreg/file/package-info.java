/**
 * Keeps a registry in a directory of plain files, which people can read, search and compare: JSON, a line for each change.
 * {@link io.connreg.file.FileStores} opens one; so does a URL as {@code file:./data/registry}.
 *
 * <p>What has been acknowledged survives the kill of the process and a power loss; many callers share one flush. What a
 * crash left half written is cut off when the store is opened, and told; other damage refuses to open and changes
 * nothing. Documents are checked when they are read. One process at a time has a store open.
 */
@NullMarked
package io.connreg.file;

import org.jspecify.annotations.NullMarked;
