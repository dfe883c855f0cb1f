@NullMarked
package vn.sothon.server.app;

import org.jspecify.annotations.NullMarked;
