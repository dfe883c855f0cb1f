/** The conversation with the server: push, uploads, pull, and what each answer is worth. */
@NullMarked
package vn.sothon.client.sync;

import org.jspecify.annotations.NullMarked;
