/** What changed since a phone's cursor, and whether both sides agree. */
@NullMarked
package vn.sothon.server.sync.pull;

import org.jspecify.annotations.NullMarked;
