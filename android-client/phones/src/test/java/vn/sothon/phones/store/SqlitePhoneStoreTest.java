package vn.sothon.phones.store;

import vn.sothon.client.PhoneStore;
import vn.sothon.client.PhoneStoreContract;

class SqlitePhoneStoreTest extends PhoneStoreContract {
    SqlitePhoneStoreTest() {
        super(PhoneStore.on(JdbcDatabase.inMemory()));
    }
}
