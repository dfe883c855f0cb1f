/** Many phones in one process, working through an order: for the demo and for load and fault runs. */
@NullMarked
package vn.sothon.phones.fleet;

import org.jspecify.annotations.NullMarked;
