/** How one server of its own certificate is recognised, by a phone and by the command line. */
@NullMarked
package vn.sothon.model.tls;

import org.jspecify.annotations.NullMarked;
