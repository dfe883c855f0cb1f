package vn.sothon.app.data.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.ParameterizedRobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import vn.sothon.app.SothonApp;
import vn.sothon.app.data.secret.DataKey;
import vn.sothon.client.PhoneStore;
import vn.sothon.client.PhoneStoreContract;

/** Every line of the core's contract, on Room's file with everything sealed, in words that Android 8 understands. */
@RunWith(ParameterizedRobolectricTestRunner.class)
public class RoomPhoneStoreTest {
    private final String line;
    private final RoomStatements database;

    /** The contract on this store. */
    static final class OnRoom extends PhoneStoreContract {
        OnRoom(PhoneStore fresh) {
            super(fresh);
        }
    }

    public RoomPhoneStoreTest(String line) {
        this.line = line;
        this.database = new RoomStatements(PhoneDatabase.open(RuntimeEnvironment.getApplication(), "contract.db"));
    }

    @ParameterizedRobolectricTestRunner.Parameters(name = "{0}")
    public static List<Object[]> lines() {
        List<Object[]> lines = new ArrayList<>();
        Arrays.stream(PhoneStoreContract.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(org.junit.jupiter.api.Test.class))
                .sorted(Comparator.comparing(Method::getName))
                .forEach(method -> lines.add(new Object[] {method.getName()}));
        assertThat(lines).hasSizeGreaterThan(20);
        return lines;
    }

    @After
    public void close() {
        database.close();
    }

    @Test
    public void store_whenPutToTheContract_keepsIt() throws Throwable {
        SothonApp app = (SothonApp) RuntimeEnvironment.getApplication();
        DataKey key = DataKey.open(
                new File(app.getCacheDir(), "key"),
                app.services().machine().keys().wrapping("contract"),
                new SecureRandom());
        Constructor<OnRoom> made = OnRoom.class.getDeclaredConstructor(PhoneStore.class);
        Method test = PhoneStoreContract.class.getDeclaredMethod(line);
        test.setAccessible(true);
        try {
            test.invoke(made.newInstance(PhoneStore.on(new SpokenSql(database), key)));
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
