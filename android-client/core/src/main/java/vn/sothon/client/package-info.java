@NullMarked
package vn.sothon.client;

import org.jspecify.annotations.NullMarked;
