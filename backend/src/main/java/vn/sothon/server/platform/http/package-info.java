/** Problems, limits and headers every answer shares. */
@NullMarked
package vn.sothon.server.platform.http;

import org.jspecify.annotations.NullMarked;
