/** The first page: what needs its reader now, each a number that leads to its list, and how the commune is getting on. */
@NullMarked
package vn.sothon.server.console.overview;

import org.jspecify.annotations.NullMarked;
