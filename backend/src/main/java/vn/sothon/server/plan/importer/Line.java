package vn.sothon.server.plan.importer;

/**
 * A line of the document with something on it, cleaned.
 *
 * @param number its place in the original file, from 1, blank lines counted
 */
record Line(int number, String text) {}
