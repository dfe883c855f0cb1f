/** Who is calling, and what they may see. */
@NullMarked
package vn.sothon.server.access;

import org.jspecify.annotations.NullMarked;
