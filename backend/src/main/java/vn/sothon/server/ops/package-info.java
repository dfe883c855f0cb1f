/** Keeping a server: identity, verification, health. */
@NullMarked
package vn.sothon.server.ops;

import org.jspecify.annotations.NullMarked;
