/** The one JSON codec. */
@NullMarked
package vn.sothon.model.json;

import org.jspecify.annotations.NullMarked;
