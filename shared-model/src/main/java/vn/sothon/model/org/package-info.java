/** Who acts, and where: roles, grants and areas. */
@NullMarked
package vn.sothon.model.org;

import org.jspecify.annotations.NullMarked;
