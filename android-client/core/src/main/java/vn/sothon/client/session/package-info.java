/** Who this phone is and which server it belongs to. */
@NullMarked
package vn.sothon.client.session;

import org.jspecify.annotations.NullMarked;
