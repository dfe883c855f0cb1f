/** Answers kept for a few seconds. */
@NullMarked
package vn.sothon.server.platform.cache;

import org.jspecify.annotations.NullMarked;
