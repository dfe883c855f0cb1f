/** Photos: small enough for the line, without what the camera wrote about them. */
@NullMarked
package vn.sothon.app.data.media;

import org.jspecify.annotations.NullMarked;
