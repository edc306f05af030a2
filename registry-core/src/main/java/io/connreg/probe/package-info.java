/**
 * The probes of services that speak HTTP; not exported. One request over a socket that the run has connected, a bounded
 * answer, a look at its members. docs/decisions/0015-probes-speak-http-themselves.md says why there is no client.
 */
@NullMarked
package io.connreg.probe;

import org.jspecify.annotations.NullMarked;
