/** Push, pull, digest and attachments: the wire's server side. */
@NullMarked
package vn.sothon.server.sync;

import org.jspecify.annotations.NullMarked;
