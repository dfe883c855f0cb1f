/** HTTP as the JDK speaks it. */
@NullMarked
package vn.sothon.phones.http;

import org.jspecify.annotations.NullMarked;
