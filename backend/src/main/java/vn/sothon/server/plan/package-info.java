/** Plans and their tasks, from import to publication. */
@NullMarked
package vn.sothon.server.plan;

import org.jspecify.annotations.NullMarked;
