CREATE TABLE area (
    code        TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    parent_code TEXT,
    successor_code TEXT,
    from_day    TEXT NOT NULL,
    to_day      TEXT,
    version     BIGINT NOT NULL
);
CREATE INDEX area_by_parent ON area (parent_code);

CREATE TABLE organisation_unit (
    id          TEXT PRIMARY KEY,
    kind        TEXT NOT NULL,
    name        TEXT NOT NULL,
    area_code   TEXT NOT NULL
);

CREATE TABLE person (
    id          TEXT PRIMARY KEY,
    name        TEXT NOT NULL,
    name_search TEXT NOT NULL,
    phone       TEXT,
    made_at     BIGINT NOT NULL,
    version     BIGINT NOT NULL
);

-- Role x place x time. Nothing is deleted: a grant that ended says when.
CREATE TABLE person_grant (
    id          TEXT PRIMARY KEY,
    person_id   TEXT NOT NULL REFERENCES person (id),
    role        TEXT NOT NULL,
    area_code   TEXT NOT NULL,
    group_code  TEXT,
    association TEXT,
    from_day    TEXT NOT NULL,
    to_day      TEXT
);
CREATE INDEX person_grant_by_person ON person_grant (person_id);
