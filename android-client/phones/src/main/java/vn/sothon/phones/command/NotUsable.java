package vn.sothon.phones.command;

/** What a person at the command line can put right; said in one line, without a trace. */
final class NotUsable extends RuntimeException {
    NotUsable(String message) {
        super(message);
    }
}
