package vn.sothon.client;

class InMemoryPhoneStoreTest extends PhoneStoreContract {
    InMemoryPhoneStoreTest() {
        super(InMemoryPhoneStore.open());
    }
}
