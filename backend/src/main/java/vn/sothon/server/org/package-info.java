/** Areas, organisation units, people and what each is granted. */
@NullMarked
package vn.sothon.server.org;

import org.jspecify.annotations.NullMarked;
