/** Sealed records, stored once and for ever. */
@NullMarked
package vn.sothon.server.record;

import org.jspecify.annotations.NullMarked;
