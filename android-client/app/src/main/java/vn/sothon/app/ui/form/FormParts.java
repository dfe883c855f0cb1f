package vn.sothon.app.ui.form;

import android.content.Context;
import android.content.res.Resources;
import android.view.View;
import android.view.ViewGroup;
import com.google.android.material.button.MaterialButton;
import com.google.android.material.textfield.TextInputLayout;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.sothon.app.R;
import vn.sothon.app.ui.form.Signatures.Slot;
import vn.sothon.model.record.Signatory;
import vn.sothon.model.rule.MoneyWords;
import vn.sothon.model.sync.Push.Problem;

/** One page of a form being drawn: its parts, and the one button that leads on. */
public final class FormParts<F, S> {
    private final Context context;
    private final Page page;
    private final MaterialButton next;
    private final FormFlow<F, S> flow;
    private final Drawings drawings;

    /** An empty page that leads to the next one. */
    FormParts(Context context, ViewGroup column, MaterialButton next, FormFlow<F, S> flow, Drawings drawings) {
        this.context = context;
        this.page = new Page(column);
        this.next = next;
        this.flow = flow;
        this.drawings = drawings;
        goOn(R.string.go_on, flow::next);
    }

    public Context context() {
        return context;
    }

    public Page page() {
        return page;
    }

    public Resources words() {
        return context.getResources();
    }

    public FormFlow<F, S> flow() {
        return flow;
    }

    public Locale locale() {
        return words().getConfiguration().getLocales().get(0);
    }

    public String money(long amount) {
        return MoneyWords.in(locale()).brief(amount);
    }

    /** The page's question, and what is wrong with its answer. */
    public void ask(CharSequence question, FormState<F, S> state) {
        page.question(question);
        for (Problem problem : state.here()) {
            page.problem(ProblemWords.of(words(), problem));
        }
        if (state.trouble()) {
            page.problem(words().getText(R.string.check_trouble));
        }
    }

    /** What the big button says and does. */
    public void goOn(int label, Runnable then) {
        next.setText(label);
        next.setEnabled(true);
        next.setOnClickListener(v -> then.run());
    }

    /** The big button waits for an answer. */
    public void goOnOnly(boolean answered) {
        next.setEnabled(answered);
    }

    /** An answer that also leads on. */
    public void pick(CharSequence label, boolean chosen, UnaryOperator<F> change) {
        page.choice(label, chosen, () -> flow.answerAndGoOn(change));
    }

    /** A sum in đồng. */
    public void sum(@Nullable Long said, BiFunction<F, Long, F> change) {
        new MoneyPad(page.add(R.layout.part_money), locale(), said == null ? 0 : said, amount -> {
            flow.typed(known -> change.apply(known, amount));
            goOnOnly(true);
        });
    }

    /** A number of things. */
    public void count(@Nullable Long said, long largest, BiFunction<F, Long, F> change) {
        MoneyPad.counting(page.add(R.layout.part_money), locale(), said == null ? 0 : said, largest, amount -> {
            flow.typed(known -> change.apply(known, amount));
            goOnOnly(true);
        });
    }

    /** Free text, and ready phrases that put themselves into it. */
    public void phrases(int hint, @Nullable String said, int ready, BiFunction<F, String, F> change) {
        Typing.into(page, hint, said, text -> flow.typed(known -> change.apply(known, text)));
        page.text(words().getText(R.string.phrases_ready));
        for (String phrase : words().getStringArray(ready)) {
            page.choice(
                    phrase,
                    Phrases.has(said, phrase),
                    () -> flow.answer(known -> change.apply(known, Phrases.turned(said(hint), phrase))));
        }
    }

    /** A finger draws the name, or the person signs the print. */
    public void sign(Slot slot, String proposed, boolean nameIsKnown, boolean elseOnPrint) {
        Signatory said = Signatures.of(flow.draft(), slot).orElse(null);
        String[] name = {said == null ? proposed : said.name()};
        TextInputLayout field = nameIsKnown
                ? null
                : Typing.into(page, R.string.sign_name, name[0], text -> {
                    name[0] = text;
                    flow.change(draft -> Signatures.named(draft, slot, text));
                });
        if (said != null && said.drawing() != null) {
            page.text(words().getString(R.string.check_signed, said.name()));
        }
        View part = page.add(R.layout.part_signature);
        SignatureView paper = part.findViewById(R.id.signature);
        paper.setContentDescription(
                name[0].isEmpty()
                        ? words().getText(R.string.sign_paper)
                        : words().getString(R.string.check_signature_of, name[0]));
        part.findViewById(R.id.signature_again).setOnClickListener(v -> paper.clear());
        if (elseOnPrint) {
            page.text(words().getText(R.string.sign_else_print));
        }
        goOn(R.string.go_on, () -> {
            boolean nobody = name[0].trim().isEmpty();
            if (!paper.isEmpty() && nobody && field != null) {
                field.setError(words().getText(R.string.sign_name_first));
            } else if (!paper.isEmpty()) {
                drawings.keep(
                        paper.drawing(),
                        flow,
                        drawing -> flow.changeAndGoOn(draft -> Signatures.signed(draft, slot, name[0], drawing)));
            } else if (elseOnPrint) {
                flow.changeAndGoOn(draft -> Signatures.named(draft, slot, name[0]));
            } else {
                flow.next();
            }
        });
    }

    /** People one by one, from those who are known here and by typing. */
    public void people(People people) {
        people.draw(page, words(), this::goOn);
    }

    private @Nullable String said(int hint) {
        return page.written(hint);
    }

    /** Big buttons for a short list of the phone's own words. */
    public void choices(List<String> labels, @Nullable String said, BiFunction<F, String, F> change) {
        for (String label : labels) {
            pick(label, label.equals(said), known -> change.apply(known, label));
        }
    }
}
