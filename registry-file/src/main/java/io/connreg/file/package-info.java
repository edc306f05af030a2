/** Keeps a registry in a directory of plain files. There is no store in it yet. */
@NullMarked
package io.connreg.file;

import org.jspecify.annotations.NullMarked;
