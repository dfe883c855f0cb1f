/** The demonstration: plans, communes made at run time, phones that work offline, a network that misbehaves. */
@NullMarked
package vn.sothon.server.app.demo;

import org.jspecify.annotations.NullMarked;
