/** Tests of office work. */
@NullMarked
package vn.sothon.server.desk;

import org.jspecify.annotations.NullMarked;
