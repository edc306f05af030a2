/** Measures what the registry costs beside doing the same by hand. {@link io.connreg.benchmarks.Benchmarks} runs it all. */
@NullMarked
package io.connreg.benchmarks;

import org.jspecify.annotations.NullMarked;
