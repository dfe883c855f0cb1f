/** The keys of this server itself: what its secrets are locked with, and what it signs with. */
@NullMarked
package vn.sothon.server.platform.secret;

import org.jspecify.annotations.NullMarked;
