package vn.sothon.server.console.page;

import jakarta.inject.Singleton;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.linkbuilder.StandardLinkBuilder;
import org.thymeleaf.messageresolver.AbstractMessageResolver;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** Fills the pages' templates. Nothing is built before the first page is asked for. */
@Singleton
final class Templates {
    private final Texts texts;
    private @Nullable TemplateEngine engine;

    Templates(Texts texts) {
        this.texts = texts;
    }

    String fill(String template, Locale locale, Map<String, Object> model) {
        StringWriter out = new StringWriter(16_384);
        engine().process(template, Set.of(), new Context(locale, model), out);
        return out.toString();
    }

    private synchronized TemplateEngine engine() {
        if (engine == null) {
            ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
            files.setPrefix("console/views/");
            files.setSuffix(".html");
            files.setTemplateMode(TemplateMode.HTML);
            files.setCharacterEncoding("UTF-8");
            files.setCacheable(true);
            TemplateEngine made = new TemplateEngine();
            made.setTemplateResolver(files);
            made.setMessageResolver(new Words(texts));
            made.setLinkBuilder(new Links());
            engine = made;
        }
        return engine;
    }

    /** Addresses begin at the server's root, whoever asks. */
    private static final class Links extends StandardLinkBuilder {
        @Override
        protected String computeContextPath(
                IExpressionContext context, String base, @Nullable Map<String, Object> parameters) {
            return "";
        }

        @Override
        protected String processLink(IExpressionContext context, String link) {
            return link;
        }
    }

    private static final class Words extends AbstractMessageResolver {
        private final Texts texts;

        Words(Texts texts) {
            this.texts = texts;
        }

        @Override
        public @Nullable String resolveMessage(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            Object[] given = arguments == null ? new Object[0] : arguments;
            return texts.find(context.getLocale(), key, given).orElse(null);
        }

        @Override
        public String createAbsentMessageRepresentation(
                ITemplateContext context, @Nullable Class<?> origin, String key, Object @Nullable [] arguments) {
            return "??" + key + "??";
        }
    }
}
