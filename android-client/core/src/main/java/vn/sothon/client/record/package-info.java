/** Drafts, sealing, the record book and what still waits to be sent. */
@NullMarked
package vn.sothon.client.record;

import org.jspecify.annotations.NullMarked;
