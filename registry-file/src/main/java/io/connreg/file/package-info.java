/**
 * Keeps a registry in a directory of plain files, which people can read, search and compare.
 *
 * <p>What has been acknowledged survives the kill of the process and a power loss. Many callers share one flush.
 */
@NullMarked
package io.connreg.file;

import org.jspecify.annotations.NullMarked;
