package vn.sothon.server.console.session;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.sothon.model.sync.Seals;
import vn.sothon.server.org.SearchName;
import vn.sothon.server.platform.admin.AdminRefused;
import vn.sothon.server.platform.clock.ServerClock;
import vn.sothon.server.platform.db.Writer;

/** Opens and closes ways into the console; passwords are set by their owners alone, through a link that works once. */
@Singleton
public class Accounts {
    /** How long a link can be used that an administrator hands to somebody. */
    public static final Duration HANDED_OVER = Duration.ofDays(3);

    private static final Pattern USER_NAME = Pattern.compile("[a-z0-9][a-z0-9._@+-]{2,59}");

    private final Writer writer;
    private final AccountRows rows;
    private final LinkRows links;
    private final Sessions sessions;
    private final Passwords passwords;
    private final CodeSecrets secrets;
    private final ServerClock clock;

    Accounts(
            Writer writer,
            AccountRows rows,
            LinkRows links,
            Sessions sessions,
            Passwords passwords,
            CodeSecrets secrets,
            ServerClock clock) {
        this.writer = writer;
        this.rows = rows;
        this.links = links;
        this.sessions = sessions;
        this.passwords = passwords;
        this.secrets = secrets;
        this.clock = clock;
    }

    public Optional<Account> of(UUID personId) {
        return rows.find(personId.toString()).map(Account::of);
    }

    public List<Account> all() {
        return rows.all().stream().map(Account::of).toList();
    }

    /** Whether that can be a user name: letters without marks, digits, {@code . _ - @ +}. */
    public static boolean isUserName(String typed) {
        return USER_NAME.matcher(userName(typed)).matches();
    }

    /** Whether somebody signs in under that name. */
    public boolean isTaken(String typed) {
        return rows.named(userName(typed)).isPresent();
    }

    /** Marks, case and spaces do not matter in it. */
    static String userName(String typed) {
        return SearchName.of(typed).replace(" ", "");
    }

    /**
     * Opens an account, or a closed one again, under that name.
     *
     * @throws AdminRefused {@code USER_NAME}: it cannot be one; {@code USER_NAME_TAKEN}: somebody else has it
     */
    public Account open(UUID personId, String typed) {
        String userName = userName(typed);
        if (!isUserName(typed)) {
            throw new AdminRefused(
                    "USER_NAME", "A user name has 3 to 60 letters without marks, digits or one of . _ - @ +");
        }
        return writer.write(tx -> {
            Optional<AccountRow> holder = rows.named(userName);
            if (holder.isPresent() && !holder.get().personId().equals(personId.toString())) {
                throw new AdminRefused("USER_NAME_TAKEN", "Somebody else signs in as " + userName + ".");
            }
            rows.open(personId.toString(), userName, clock.millis());
            return Account.of(rows.find(personId.toString()).orElseThrow());
        });
    }

    /** A link with which the person sets a password, once; older ones end. Readable this once. */
    public String passwordLink(UUID personId) {
        if (Account.isAbsent(of(personId).orElse(null))) {
            throw new AdminRefused("NO_ACCOUNT", "This person has no account.");
        }
        String token = sessions.fresh();
        long now = clock.millis();
        writer.write(tx -> {
            links.endOf(personId.toString(), now);
            return links.insert(Seals.sha256(token), personId.toString(), now, now + HANDED_OVER.toMillis());
        });
        return "/welcome/" + token;
    }

    /** Sets a password; whoever is signed in under the old one is not any more. */
    void setPassword(UUID personId, String password) {
        String kept = passwords.keep(password);
        writer.write(tx -> rows.password(personId.toString(), kept));
        sessions.endOf(personId);
    }

    /** Sets the password a link is for; false if it was used meanwhile. */
    boolean setPassword(String linkToken, UUID personId, String password) {
        String kept = passwords.keep(password);
        boolean used = writer.write(tx -> {
            boolean mine = links.use(Seals.sha256(linkToken), clock.millis()) == 1;
            if (mine) {
                rows.password(personId.toString(), kept);
            }
            return mine;
        });
        if (used) {
            sessions.endOf(personId);
        }
        return used;
    }

    /** Whom a link of that kind is for, while it can be used. */
    Optional<Account> behind(String linkToken) {
        return links.usable(Seals.sha256(linkToken), clock.millis())
                .flatMap(link -> Optional.ofNullable(link.personId()))
                .flatMap(rows::find)
                .filter(row -> row.closedAt() == null)
                .map(Account::of);
    }

    /** Whether user name and password belong together; it takes as long when nobody has that name. */
    Optional<Account> check(String typedName, String password) {
        @Nullable AccountRow row = rows.named(userName(typedName)).orElse(null);
        boolean right = passwords.is(password, row == null ? null : row.password());
        return right && row != null && row.closedAt() == null ? Optional.of(Account.of(row)) : Optional.empty();
    }

    boolean isPassword(UUID personId, String password) {
        return passwords.is(
                password,
                rows.find(personId.toString()).map(AccountRow::password).orElse(null));
    }

    /** The secret an authenticator app is to learn; the same until a first code was right. */
    String secretToTry(UUID personId) {
        Optional<AccountRow> row = rows.find(personId.toString());
        Optional<String> tried =
                row.filter(account -> account.totpSince() == null).flatMap(secrets::open);
        if (tried.isPresent()) {
            return tried.get();
        }
        String secret = Totp.newSecret();
        String locked = secrets.locked(personId.toString(), secret);
        writer.write(tx -> rows.trySecret(personId.toString(), locked));
        return secret;
    }

    /** Takes a code of the app, once; the first one taken makes the second factor obligatory from now on. */
    boolean takeCode(UUID personId, String code) {
        return writer.write(tx -> {
            AccountRow row = rows.find(personId.toString()).orElseThrow();
            String secret = secrets.open(row).orElse(null);
            if (secret == null) {
                return false;
            }
            OptionalLong step = Totp.stepOf(code, secret, clock.now(), row.totpStep() == null ? 0 : row.totpStep());
            return step.isPresent() && rows.takeStep(row.personId(), step.getAsLong(), clock.millis()) == 1;
        });
    }

    /** The phone with the codes is gone: the next sign-in sets up another. */
    public void dropSecondFactor(UUID personId) {
        writer.write(tx -> rows.dropSecondFactor(personId.toString()));
        sessions.endOf(personId);
    }

    /** Nobody signs in with it any more. */
    public void close(UUID personId) {
        long now = clock.millis();
        writer.write(tx -> {
            links.endOf(personId.toString(), now);
            return rows.close(personId.toString(), now);
        });
        sessions.endOf(personId);
    }
}
