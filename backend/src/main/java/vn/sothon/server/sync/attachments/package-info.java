/** Photos, signatures and scans by tus 1.0.0: an upload goes on at the byte where the line broke. */
@NullMarked
package vn.sothon.server.sync.attachments;

import org.jspecify.annotations.NullMarked;
