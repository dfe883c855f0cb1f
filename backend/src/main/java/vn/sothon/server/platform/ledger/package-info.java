/** The feed counter and the log of each commune, advanced as the last step before a commit. */
@NullMarked
package vn.sothon.server.platform.ledger;

import org.jspecify.annotations.NullMarked;
