-- One row: which server this is. The epoch changes whenever the database may have gone back.
CREATE TABLE server_identity (
    id          INTEGER PRIMARY KEY CHECK (id = 1),
    server_id   TEXT NOT NULL,
    epoch       BIGINT NOT NULL,
    made_at     BIGINT NOT NULL
);

-- A partition is a commune, a province or the country: its feed counter and the head of its log.
CREATE TABLE feed_partition (
    code        TEXT PRIMARY KEY,
    seq         BIGINT NOT NULL,
    log_n       BIGINT NOT NULL,
    log_head    TEXT NOT NULL
);

-- What phones pull: the present state of each row in each place it can be seen from.
CREATE TABLE feed_row (
    partition_code TEXT NOT NULL,
    type        TEXT NOT NULL,
    id          TEXT NOT NULL,
    scope_key   TEXT NOT NULL,
    seq         BIGINT NOT NULL,
    version     BIGINT NOT NULL,
    village_code TEXT,
    group_code  TEXT,
    person_id   TEXT,
    concerned_id TEXT,
    data        TEXT NOT NULL,
    removed     INTEGER NOT NULL,
    erased      INTEGER NOT NULL,
    changed_at  BIGINT NOT NULL,
    PRIMARY KEY (partition_code, type, id, scope_key)
);
CREATE INDEX feed_row_by_seq ON feed_row (partition_code, seq);
CREATE INDEX feed_row_by_village ON feed_row (partition_code, village_code, seq);
CREATE INDEX feed_row_by_group ON feed_row (partition_code, group_code, seq);
CREATE INDEX feed_row_by_person ON feed_row (person_id, partition_code, seq);

-- The log: one chain per partition, head = SHA-256(previous head, SHA-256(entry)).
CREATE TABLE log_entry (
    partition_code TEXT NOT NULL,
    n           BIGINT NOT NULL,
    entry       TEXT NOT NULL,
    head        TEXT NOT NULL,
    PRIMARY KEY (partition_code, n)
);
