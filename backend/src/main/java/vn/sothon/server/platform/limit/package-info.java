/** How often anybody may call: a share for everyone, so that nobody takes the server from the others. */
@NullMarked
package vn.sothon.server.platform.limit;

import org.jspecify.annotations.NullMarked;
