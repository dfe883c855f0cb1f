@NullMarked
package vn.sothon.phones;

import org.jspecify.annotations.NullMarked;
