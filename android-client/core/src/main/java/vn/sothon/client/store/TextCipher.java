package vn.sothon.client.store;

/** Keeps a text from whoever holds the phone's files alone. */
public interface TextCipher {
    /** Leaves texts as they are, for phones whose disk is somebody else's care. */
    TextCipher NONE = new TextCipher() {
        @Override
        public String seal(String text, String place) {
            return text;
        }

        @Override
        public String open(String sealed, String place) {
            return sealed;
        }
    };

    /**
     * The text as it is stored.
     *
     * @param place table and key of the row: a sealed text moved elsewhere does not open
     */
    String seal(String text, String place);

    /**
     * The text as it was given to {@link #seal}.
     *
     * @throws IllegalStateException if it was not sealed with this key for this place
     */
    String open(String sealed, String place);
}
