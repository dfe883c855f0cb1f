/** QR codes as squares; how they are drawn is for the one who shows them. */
@NullMarked
package vn.sothon.server.platform.qr;

import org.jspecify.annotations.NullMarked;
