package vn.sothon.server.plan.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Splits the products of a task at commas, semicolons and slashes, where what follows begins like a product. */
final class ProductList {
    private static final Phrases<Boolean> HEADS = heads();
    private static final Set<String> WORDS = UnitWords.keysOf("product-words.txt");

    private ProductList() {}

    static List<String> split(String text, List<Doubt> doubts) {
        List<Token> tokens = Token.of(text);
        List<String> products = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            boolean ends = i == tokens.size()
                    || (",;./".indexOf(tokens.get(i - 1).stop()) >= 0
                            && headAt(tokens, i) != null
                            && !inBrackets(text, tokens.get(i)));
            if (ends && start < i) {
                String name = UnitList.trim(text.substring(
                        tokens.get(start).from(), tokens.get(i - 1).to()));
                if (!name.isEmpty()) {
                    products.add(name);
                }
                if (headAt(tokens, start) == null) {
                    doubts.add(new Doubt(Column.PRODUCT.field(), Doubt.Code.UNKNOWN_PRODUCT, name, null));
                }
                start = i;
            }
        }
        return products;
    }

    /** A product's first words; the value tells whether more must follow. */
    static Phrases.@Nullable Found<Boolean> headAt(List<Token> tokens, int at) {
        return HEADS.longestAt(tokens, at);
    }

    static boolean isWord(Token token) {
        return WORDS.contains(token.key()) || token.isDash();
    }

    private static boolean inBrackets(String text, Token token) {
        String before = text.substring(0, token.from());
        return before.lastIndexOf('(') > before.lastIndexOf(')');
    }

    private static Phrases<Boolean> heads() {
        Phrases<Boolean> heads = new Phrases<>();
        for (String line : WordLists.lines("product-heads.txt")) {
            heads.add(Wording.keys(line.replace("+", " ")), line.contains("+"));
        }
        return heads;
    }
}
