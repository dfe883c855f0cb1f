-- Which person of this server a customer of the bank is, or is not, as somebody said who knows both.
CREATE TABLE borrower_person (
    customer_code TEXT NOT NULL,
    person_id   TEXT NOT NULL REFERENCES person (id),
    same        INTEGER NOT NULL,
    said_at     BIGINT NOT NULL,
    PRIMARY KEY (customer_code, person_id)
);
CREATE INDEX borrower_person_by_person ON borrower_person (person_id);

CREATE INDEX loan_by_customer ON loan (customer_code);
CREATE INDEX loan_by_village ON loan (village_code);
CREATE INDEX person_by_name ON person (name_search);
CREATE INDEX savings_group_by_leader ON savings_group (leader_person_id);
