/** The wire between phone and server, contract v1. */
@NullMarked
package vn.sothon.model.sync;

import org.jspecify.annotations.NullMarked;
